"""Dimensions of Eurostat's tables for the country from which people come or to which they go."""

from __future__ import annotations

ORIGINS = ("citizen", "c_birth", "c_resid", "partner", "c_origin", "c_dest")
"""Dimensions for a country other than the reporting one, the most likely first."""
