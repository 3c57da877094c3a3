"""Checks of a database: whether rows are what they were, and nothing that readers have is lost."""
