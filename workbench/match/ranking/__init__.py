"""Ranking: sorts the candidates, gives the remaining doubt about each, and finds the words that claim and series do not share."""
