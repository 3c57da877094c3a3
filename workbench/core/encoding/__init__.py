"""Nouns to JSON and back."""
