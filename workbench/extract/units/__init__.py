"""Read units and counted things next to a number."""
