"""Aligns observations with a claim: one figure a period at one place, groups, resampling."""
