"""Lengths of time as they are typed on the command line: ``90d``, ``6 weeks``, ``2y``."""

from __future__ import annotations

import re
from datetime import timedelta

from workbench.core.errors import UsageError, printable

_SPAN = re.compile(r"(\d{1,5}) ?(d|w|y)(?:ays?|eeks?|ears?)?\Z")
LONGEST = timedelta(days=36_500)
"""Longest age that can be given: a hundred years, which no calendar overflows."""

_DAYS = {"d": 1, "w": 7, "y": 365}


def read_span(written: str) -> timedelta:
    """Read a length of time from the command line: days, weeks or years.

    Raises:
        UsageError: It is none.

    >>> read_span("90d"), read_span("2 weeks")
    (datetime.timedelta(days=90), datetime.timedelta(days=14))
    """
    found = _SPAN.match(written.strip().lower())
    if not found:
        raise UsageError(f"{printable(written, 40)} is no length of time.", "Write it as 90d, 12w or 1y.")
    return min(timedelta(days=int(found[1]) * _DAYS[found[2]]), LONGEST)
