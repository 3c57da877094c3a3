"""Asking over HTTP: one client, with everything that keeps it polite, safe and repeatable."""
