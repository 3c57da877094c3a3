"""Agreement of a measured figure with a claimed one, and reasons that leave it undecided."""
