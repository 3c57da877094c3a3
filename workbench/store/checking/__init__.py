"""Checks of a database: whether its rows are unchanged, and no published claim is lost."""
