"""SDMX services: which providers there are, and how each is asked."""
