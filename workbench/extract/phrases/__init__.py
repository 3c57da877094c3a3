"""Finds the noun phrases of a sentence from the classes of its words."""
