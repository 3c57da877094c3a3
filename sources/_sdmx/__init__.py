"""SDMX services: the providers and the requests to each."""
