"""Verdicts: reviews that are only ever added, the grounds of ratings, and who works on a claim."""
