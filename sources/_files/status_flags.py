"""Letters and words by which the user's own files mark figures: provisional, estimated, forecast, suppressed, missing."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from workbench.core.series import Status

FLAGS: Mapping[str, Status] = MappingProxyType(
    {
        "p": Status.PROVISIONAL, "P": Status.PROVISIONAL, "e": Status.ESTIMATED, "E": Status.ESTIMATED, "i": Status.ESTIMATED,
        "s": Status.ESTIMATED, "f": Status.FORECAST, "F": Status.FORECAST, "b": Status.BREAK, "B": Status.BREAK,
        "c": Status.SUPPRESSED, "C": Status.SUPPRESSED, "m": Status.MISSING, "M": Status.MISSING,
    }
)  # fmt: skip
"""Letters beside figures in tables as people lay them out."""

STATUS_WORDS = {
    "": Status.FINAL, "final": Status.FINAL, "a": Status.FINAL,
    "p": Status.PROVISIONAL, "provisional": Status.PROVISIONAL,
    "e": Status.ESTIMATED, "estimated": Status.ESTIMATED, "estimate": Status.ESTIMATED,
    "f": Status.FORECAST, "forecast": Status.FORECAST,
    "b": Status.BREAK, "break": Status.BREAK,
    "c": Status.SUPPRESSED, "suppressed": Status.SUPPRESSED, "confidential": Status.SUPPRESSED,
    "m": Status.MISSING, "missing": Status.MISSING,
}  # fmt: skip
"""What the column ``status`` of tidy data may say."""

SUPPRESSED = frozenset({"[c]", "c", ":c"})
NO_FIGURE = frozenset({"", "..", "...", ":", "-", "–", "n/a", "na", "[x]", "[z]", "x", "z"}) | SUPPRESSED
"""What tidy data may have in place of a figure."""
