"""The changes that a sentence states: which way, by how much, from when."""
