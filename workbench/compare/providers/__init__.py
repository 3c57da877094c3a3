"""The same measure from several providers, side by side."""
