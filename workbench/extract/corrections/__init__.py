"""Corrections typed by a reviewer, read in the words of the field."""
