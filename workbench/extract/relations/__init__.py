"""Reads the relations of a claim to other figures: comparators, ranks, trends, first times, prices."""
