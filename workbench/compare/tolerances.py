"""How far a figure may lie from the claimed one and still bear it out: the tolerances that the words of an agreement hang on."""

from __future__ import annotations

from decimal import Decimal

NEAR_SHARE = Decimal("0.02")
"""Tolerance of "near", as a share of the claimed figure."""

HEDGED_SHARE = Decimal("0.1")
"""The same of a figure that was hedged on both sides."""

WIDEST_SHARE = Decimal("0.1")
"""The most that the written precision of a figure widens "near" by, as a share of the figure."""

FLAT_SHARE = Decimal("0.5")
"""Largest change, in percent, that counts as none: it rounds to 0 %."""
