"""Units and counted things beside a number."""
