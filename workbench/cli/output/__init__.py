"""What is printed: data on stdout, talk on stderr, files saved, errors as two sentences."""
