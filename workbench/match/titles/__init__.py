"""Titles of series, parted: what they measure, in which unit, of which member of each dimension, and how they are broken down."""
