"""Output: data on stdout, messages on stderr, saved files, errors as two sentences."""
