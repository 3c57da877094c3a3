"""Eurostat's dissemination service: its list of tables, questions and answers."""
