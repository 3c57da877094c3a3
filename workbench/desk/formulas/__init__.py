"""Reviewers' formulas: typed, offered, evaluated and stored with a claim."""
