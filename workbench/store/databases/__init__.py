"""Databases: addresses, connections, transactions, and their errors as ours."""
