"""Limits of a formula's size. A larger one is refused with a message, so that no text blocks the desk."""

from __future__ import annotations

LONGEST = 2_000
"""Maximum number of characters of a formula."""

DEEPEST = 40
"""Maximum nesting of parentheses, functions and signs."""

MOST_PARTS = 200
"""Maximum number of numbers, series, functions and signs together."""

MOST_CELLS = 3_000
"""Maximum number of figures that one formula reads."""

MOST_YEARS = 400
"""Maximum number of years of a stretch, and by which a period is moved."""
