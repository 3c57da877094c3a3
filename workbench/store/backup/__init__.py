"""Backups: a database and its archive in one file, taken while others work, verified, and restored into an empty place."""
