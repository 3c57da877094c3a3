"""Archived evidence for findings: replayed, quoted, and attached by a reviewer."""
