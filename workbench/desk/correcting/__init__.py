"""Corrections by hand: of readings, of which claims a document has, and of what is known of a document."""
