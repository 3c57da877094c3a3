"""Corrections and amendments: what a person changed of a reading, and of a document's claims."""
