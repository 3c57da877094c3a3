"""Tolerances: how far a figure may be from the claimed one for each agreement."""

from __future__ import annotations

from decimal import Decimal

NEAR_SHARE = Decimal("0.02")
"""Tolerance of "near", as a share of the claimed figure."""

HEDGED_SHARE = Decimal("0.1")
"""The same for a figure that was hedged on both sides."""

WIDEST_SHARE = Decimal("0.1")
"""Most by which the written precision of a figure widens "near", as a share of the figure."""

FLAT_SHARE = Decimal("0.5")
"""Largest change, in percent, that counts as none: it rounds to 0 %."""

HALF_WAY_SHARE = Decimal("0.05")
"""Most that half a written step may be of a figure, as a share, for a published figure half way to round down to it."""
