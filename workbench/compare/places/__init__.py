"""Comparisons between two places."""
