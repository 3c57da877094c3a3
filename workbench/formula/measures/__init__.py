"""Units of formula results: multiplied, divided and added."""
