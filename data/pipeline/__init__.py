"""Build-time only: from dated snapshots to the prepared files that the app reads."""
