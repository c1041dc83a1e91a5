"""What the figures of a series allow to be said beyond their levels; claims without words."""
