"""Turns a claim into questions for a series: one for each part of it and each reading of its words."""
