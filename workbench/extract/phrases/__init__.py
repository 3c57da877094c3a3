"""Noun phrases of a sentence: words by their class, and the phrases that they make."""
