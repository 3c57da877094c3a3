"""The changes that a sentence tells of: which way, by how much, from when."""
