"""Flat tables of Germany's GENESIS-Online."""
