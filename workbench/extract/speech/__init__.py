"""Who says what: quotes, reported speech, turns."""
