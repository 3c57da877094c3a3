"""The hours at which a service puts out new figures: an answer from before the last of them serves no more.

On the day of a release a figure that was fetched in the morning is last month's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo


def released_between(hours: Sequence[str], zone: str, fetched: datetime, now: datetime) -> bool:
    """Return whether new figures may have come out since an answer was fetched.

    Args:
        hours: Hours of the day as ``HH:MM``; none for a service that keeps none.
        zone: The time zone of the hours, by its IANA name.
        fetched: When the answer came; with a time zone.
        now: The moment at which it would serve; with a time zone.

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
    for _ in range(min((last - day).days, 1) + 1):  # two days hold every hour of the day
        for hour in hours:
            yield datetime.combine(day, time.fromisoformat(hour), there)
        day += timedelta(days=1)
