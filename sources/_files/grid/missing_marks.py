"""What people write in a cell of a table for a missing or a suppressed figure."""

from __future__ import annotations

MISSING = frozenset(
    {"", ".", "..", "...", "…", ":", "-", "–", "—", "n/a", "na", "n.a.", "n.a", "#n/a", "nan", "null", "none", "x", "z", "[x]", "[z]", "[low]", "not available", "no data"}
)  # fmt: skip
SUPPRESSED = frozenset({"[c]", "c", ":c", ": c"})


def is_missing(cell: str) -> bool:
    """Check whether a cell marks a missing figure.

    >>> is_missing("[z]"), is_missing(".."), is_missing("0")
    (True, True, False)
    """
    low = cell.strip().lower()
    return low in MISSING or low in SUPPRESSED
