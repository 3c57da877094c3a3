"""Keys that users give to commands: read from a file, checked, and named wherever a screen speaks of a key."""
