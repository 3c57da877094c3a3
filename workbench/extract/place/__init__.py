"""The places that a sentence names, in every language of the word files."""
