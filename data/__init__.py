"""Everything about figures: model, declarations, pipeline, catalogue, comparison; draws nothing."""
