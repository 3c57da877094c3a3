"""Asking services for figures: one series, a population, a small question of a health check; again where an answer was cut."""
