"""Reads the periods that a sentence names, counted from the day of the speech where they are relative."""
