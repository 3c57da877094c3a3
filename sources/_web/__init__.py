"""HTTP requests: one client, with rate limits, safety checks, archive and replay."""
