"""Readers of the data formats that several offices share."""
