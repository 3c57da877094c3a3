"""Codes of the UN SDG database for the total of a dimension."""

from __future__ import annotations

TOTALS = frozenset({"ALLAGE", "BOTHSEX", "ALLAREA", "ALLDOMAINS", "TOTAL", "_T", "T", "ANYS", "ALL", "NOTSPEC"})
"""Codes that mean no breakdown."""
