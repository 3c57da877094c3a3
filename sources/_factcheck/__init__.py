"""Fact checks by others: archives and feeds of ClaimReview."""
