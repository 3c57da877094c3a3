"""Splits a text into lines and sentences, with exact offsets."""
