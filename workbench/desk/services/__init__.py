"""Requests to services: figures of one series, a population, a health check; repeated where an answer was truncated."""
