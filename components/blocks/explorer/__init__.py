"""The page of one indicator: any series, beside any municipality or region, in any period."""
