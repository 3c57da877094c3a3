"""Eurostat's flags on figures: the status of each, and its meaning in words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from workbench.core.series import Status

FLAGS: Mapping[str, Status] = MappingProxyType(
    {
        "b": Status.BREAK,
        "c": Status.SUPPRESSED,
        "C": Status.SUPPRESSED,
        "|C": Status.SUPPRESSED,
        "e": Status.ESTIMATED,
        "f": Status.FORECAST,
        "i": Status.ESTIMATED,
        "m": Status.MISSING,
        "p": Status.PROVISIONAL,
        "s": Status.ESTIMATED,
        "z": Status.MISSING,
        ":": Status.MISSING,
    }
)
"""Status of a figure for each flag; d (definition differs), n (not significant), r (revised) and u (low reliability)
do not change the status, and are described in a note."""

FLAG_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "b": "break in time series",
        "c": "confidential",
        "C": "confidential",
        "d": "definition differs, see the table's metadata",
        "e": "estimated",
        "f": "forecast",
        "i": "imputed by Eurostat",
        "m": "missing",
        "n": "not significant",
        "p": "provisional",
        "r": "revised",
        "s": "Eurostat estimate",
        "u": "low reliability",
        "z": "not applicable",
    }
)


def flag_words(flag: str, labels: Mapping[str, str]) -> str:
    """Return the meaning of a flag in words, from the answer's own legend or else from its letters.

    >>> flag_words("bp", {}), flag_words("|C", {"|C": "|confidential"})
    ('break in time series; provisional', 'confidential')
    """
    if said := labels.get(flag, "").strip("| "):
        return said
    return "; ".join(FLAG_WORDS[letter] for letter in flag if letter in FLAG_WORDS)
