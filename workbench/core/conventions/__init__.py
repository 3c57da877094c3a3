"""Conventions of this project: numbers that language and statistics leave open, each in a file of its own."""
