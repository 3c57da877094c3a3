"""The index of titles: posting lists, summaries and storage, in memory or in a memory-mapped file."""
