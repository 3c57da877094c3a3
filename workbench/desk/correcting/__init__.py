"""Corrections by hand: of a claim's reading, of a document's claims, and of a document's data."""
