"""Verdicts: reviews that are only added, what a rating rests on, and who is at a claim."""
