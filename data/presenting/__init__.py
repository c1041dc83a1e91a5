"""Figures as the reader wants them compared: per base, as an index, against the country, as ranks; pure."""
