"""Judges the agreement of a measured figure with a claimed one, and the reasons to leave it undecided."""
