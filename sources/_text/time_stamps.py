"""Read the day of a publisher's time stamp, in the forms of statistics services.

The stamp shows the vintage of a figure. Known forms: ISO 8601 with and without a colon in its offset, or without a
time, milliseconds since 1970, day first, and the form of mail headers; others are ignored.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, date, datetime
from email.utils import parsedate

from sources._text.printable_text import clean

_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_DAY_FIRST = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)")
_MILLISECONDS = 10**11


def read_day(stamp: object) -> date | None:
    """Return the day of a stamp in the publisher's own time zone; None for an unknown form.

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
