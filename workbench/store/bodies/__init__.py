"""The archive: bodies under their hash, with where and when each was fetched; on this machine and shared."""
