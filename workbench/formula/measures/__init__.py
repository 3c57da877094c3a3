"""What the result of a formula measures: units multiplied, divided and added."""
