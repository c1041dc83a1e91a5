"""One script per page; each arranges blocks."""
