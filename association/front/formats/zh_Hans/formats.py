"""Figures in groups of three where a page groups them; what people type stays as it is."""

THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3
