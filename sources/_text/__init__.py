"""Readers of offices' texts: words, units, titles, time stamps, JSON and XML."""
