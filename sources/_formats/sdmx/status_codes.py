"""Codes of SDMX for the status and the confidentiality of a figure, and their meaning in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from sources._text.printable_text import clean
from workbench.core.series import Status

FLAGS: Mapping[str, Status] = MappingProxyType(
    # SDMX code list CL_OBS_STATUS 2.2
    dict.fromkeys("HLMO", Status.MISSING)
    | dict.fromkeys("EI", Status.ESTIMATED)
    | dict.fromkeys("PV", Status.PROVISIONAL)
    | {"A": Status.FINAL, "B": Status.BREAK, "F": Status.FORECAST, "Q": Status.SUPPRESSED}
    # Eurostat's letters, in lower case
    | dict.fromkeys("esi", Status.ESTIMATED)
    | {"b": Status.BREAK, "c": Status.SUPPRESSED, "f": Status.FORECAST, "p": Status.PROVISIONAL, "z": Status.MISSING}
)
SUPPRESSED = "Q"
MEANT: Mapping[str, str] = MappingProxyType(
    {
        "D": "Its definition differs from the series' own.",
        "G": "An experimental figure.",
        "K": "It is counted in another category.",
        "N": "Not significant.",
        "S": "A strike or another special event fell into the period.",
        "U": "Of low reliability.",
        "W": "It includes figures of another category.",
        "d": "Its definition differs from the series' own.",
        "n": "Not significant.",
        "u": "Of low reliability.",
    }
)
"""Footnotes for marks that are not observation statuses."""

GONE = frozenset({"", "nan", ":", ": ", "..", "...", "na", "n/a", "null", "-"})
_HIDDEN = frozenset({"C", "D", "N", "S", "A", "P", "T", "G", "M", "E"})
_MOST_LETTERS = 4
_PARTS = re.compile(r"[;,|\s]+")


def text_of(value: str) -> str:
    """Return the digits of a value; empty for the services' ways to write a missing one.

    >>> text_of("12.40"), text_of("NaN"), text_of(":")
    ('12.40', '', '')
    """
    return "" if value.strip().lower() in GONE else value


def flag_of(text: str, status: str, secret: str = "", horizon: str = "", time: str = "") -> str:
    """Return the mark of a figure, from its status, its confidentiality and the last year without projections.

    A status in words is not of a code list; it goes into the footnote (see `note_of`).

    >>> flag_of("", "A", "C"), flag_of("2.1", "A", "F", "2024", "2026"), flag_of("2.1", "B"), flag_of("2.1", "Normal")
    ('Q', 'F', 'B', '')
    """
    if not text and secret.strip().upper() in _HIDDEN:
        return SUPPRESSED
    year, last = time[:4], horizon.strip()[:4]
    if last.isdecimal() and year.isdecimal() and year > last and status.strip() in {"", "A"}:
        return "F"
    return "" if in_words(status) else status.strip()


def in_words(status: str) -> bool:
    """Check whether a status is written in words, not as one or several letters of a code list.

    >>> in_words("Official figure"), in_words("E;P"), in_words("bdep")
    (True, False, False)
    """
    return any(len(part) > _MOST_LETTERS for part in _PARTS.split(status))


def note_of(flag: str, note: str = "", status: str = "") -> str:
    """Return a footnote: the publisher's, and the meaning of the mark where that is no `Status`.

    >>> note_of("U", "Survey of 2019."), note_of("", "", "Official figure")
    ('Survey of 2019. Of low reliability.', 'Status: Official figure.')
    """
    said = [MEANT[letter] for letter in dict.fromkeys(flag) if letter in MEANT]
    words = [f"Status: {clean(status, 60).rstrip('.')}."] if in_words(status) else []
    return " ".join(filter(None, (note, *said, *words)))
