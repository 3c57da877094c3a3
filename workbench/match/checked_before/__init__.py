"""Claims that were checked before: repeats, variants and reversals, on this desk and by other newsrooms."""
