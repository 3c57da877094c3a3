"""Evaluates formulas over the figures of their series."""
