"""Corrections and amendments: what a person changed in the reading of a claim, and in the claims of a document."""
