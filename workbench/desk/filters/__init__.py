"""Filters of claims: the small language, its values, and filters kept under a name."""
