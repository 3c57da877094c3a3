"""Ranking: candidates in order, the doubt that is left about each, and the words that claim and series do not share."""
