"""Archived evidence behind findings: replayed, quoted, and attached by a reviewer."""
