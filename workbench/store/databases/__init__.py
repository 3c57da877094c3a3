"""Databases: addresses, connections, transactions, and the translation of their errors into the workbench's."""
