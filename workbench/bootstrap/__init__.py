"""Connect the parts: only here are the real database, archive, sources and files chosen."""
