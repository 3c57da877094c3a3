"""Formulas of the reviewer: typed, offered, worked out and kept with a claim."""
