"""The bonus of the country's own statistical office in the ranking of series."""

from __future__ import annotations

OFFICE = 0.12
"""Bonus of the country's own office in the ranking: its series may score this much less than another and still be listed first."""
