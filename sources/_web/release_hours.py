"""Release hours of services: an answer from before the last release is not served any more.

On the day of a release, a figure fetched in the morning is last month's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo


def released_between(hours: Sequence[str], zone: str, fetched: datetime, now: datetime) -> bool:
    """Check whether new figures may have been released since an answer was fetched.

    Args:
        hours: Hours of the day as ``HH:MM``; empty for a service without release hours.
        zone: The time zone of the hours, by its IANA name.
        fetched: When the answer was fetched; with a time zone.
        now: When it would be served; with a time zone.

    >>> from datetime import UTC
    >>> morning, noon = datetime(2026, 11, 2, 8, tzinfo=UTC), datetime(2026, 11, 2, 12, tzinfo=UTC)
    >>> released_between(["11:00"], "Europe/Brussels", morning, noon), released_between(["23:00"], "Europe/Brussels", morning, noon)
    (True, False)
    """
    return any(fetched < moment <= now for moment in _moments(hours, zone, fetched, now))


def _moments(hours: Sequence[str], zone: str, fetched: datetime, now: datetime) -> Iterator[datetime]:
    if not hours or now <= fetched:
        return
    there = ZoneInfo(zone)
    day, last = fetched.astimezone(there).date(), now.astimezone(there).date()
    for _ in range(min((last - day).days, 1) + 1):  # two days contain every hour of the day
        for hour in hours:
            yield datetime.combine(day, time.fromisoformat(hour), there)
        day += timedelta(days=1)
