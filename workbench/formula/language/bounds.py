"""How large a formula may be: beyond these it is refused in a sentence, so that no text keeps the desk waiting."""

from __future__ import annotations

LONGEST = 2_000
"""Characters of a formula's text."""

DEEPEST = 40
"""Parentheses, functions and signs within one another."""

MOST_PARTS = 200
"""Numbers, series, functions and signs in all."""

MOST_CELLS = 3_000
"""Figures that one formula may read."""

MOST_YEARS = 400
"""Years that one stretch may span, and that a period may be moved by."""
