"""The catalogue of series as a desk keeps it: looked through, pulled whole, read by the model of meanings."""
