"""Checks made elsewhere: archives and feeds of ClaimReview."""
