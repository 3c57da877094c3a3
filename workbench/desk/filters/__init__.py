"""Filters of claims: the query language, its values, and saved filters."""
