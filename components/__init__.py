"""Everything that turns figures into something visible."""
