"""Eurostat's dissemination service: its list of tables, requests and answers."""
