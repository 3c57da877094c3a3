"""Rows of the WHO's Global Health Observatory."""
