"""The archive: bodies of fetched answers under their hash, with where and when each was fetched; local and shared."""
