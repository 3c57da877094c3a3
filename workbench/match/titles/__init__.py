"""Titles of series, split into parts: the measure, the unit, the member of each dimension, and the breakdown."""
