"""The wire formats that several offices share, each read once for all."""
