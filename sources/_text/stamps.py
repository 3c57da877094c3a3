"""The day of a publisher's stamp, in each way that statistics services spell it.

The stamp says of which vintage a figure is. ISO 8601 with and without a colon in its offset, the time
alone left out, milliseconds since 1970, a day first, or as mail spells it: a stamp that is none of these says nothing.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, date, datetime
from email.utils import parsedate

from sources._text.cleaning import clean

_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_DAY_FIRST = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)")
_MILLISECONDS = 10**11


def read_day(stamp: object) -> date | None:
    """Return the day that a stamp names, by the publisher's own clock; None for a stamp that names none.

    >>> read_day("2026-09-11T11:00:00+0200").isoformat(), read_day(1446764400000).isoformat(), read_day("14.07.2023").isoformat()
    ('2026-09-11', '2015-11-05', '2023-07-14')
    >>> read_day("Fri, 11 Sep 2026 11:00:00 GMT").isoformat(), read_day("soon")
    ('2026-09-11', None)
    """
    with suppress(ValueError, OverflowError, OSError):
        if isinstance(stamp, int) and not isinstance(stamp, bool):
            seconds = stamp // 1000 if abs(stamp) >= _MILLISECONDS else stamp
            return datetime.fromtimestamp(seconds, UTC).date()
        text = clean(stamp, 60)
        if found := _ISO.match(text):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _DAY_FIRST.match(text):
            return date(int(found[3]), int(found[2]), int(found[1]))
        if mail := parsedate(text):
            return date(*mail[:3])
    return None
