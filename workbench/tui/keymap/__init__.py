"""Keys that users assign to commands: read from a file, checked, and shown wherever a screen mentions a key."""
