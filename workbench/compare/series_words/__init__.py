"""Reads the words of series: titles, units, descriptions and notes. It reads no words of a claim."""
