"""How a measured figure agrees with a claimed one, and what leaves it undecided."""
