"""Find the dateline: place and day at the beginning of a dispatch ("Skopje, 2 December 2021 - …")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from workbench.core.dates.written_days import WRITTEN_DAY, read_day
from workbench.readers._dateline_country import country_of, country_of_region

_WORD = r"[^\W\d_][\w.'’-]*"
_PLACE = rf"{_WORD}(?:\ {_WORD}){{0,4}}"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\ )?"
_AGENCY = r"(?:\s*\([^()\n]{1,30}\))?"
_DATED = re.compile(
    rf"(?P<place>{_PLACE}(?:,\ {_PLACE}){{0,2}}){_AGENCY},?\ {_WEEKDAY}(?P<day>{WRITTEN_DAY}){_AGENCY}\s*(?:[-–—:/]|\.\s*[-–—])",
    re.IGNORECASE,
)
_UNDATED = re.compile(rf"(?P<place>{_PLACE}(?:,\ {_PLACE})?)(?:\s*\([^()\n]{{1,30}}\)\s*[-–—]+|\s+[-–—]{{1,2}})\s")
_PARAGRAPHS = 4


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place and day; the day is None where the dateline has only a place.

    Attributes:
        name: The place as written.
        place: Its country's code; None where unknown.
        day: The day.
    """

    name: str
    place: str | None
    day: date | None


def find_dateline(text: str) -> Dateline | None:
    """Find a dateline at the beginning of one of the first paragraphs; None without one."""
    lines = [line for line in text.split("\n") if line][:_PARAGRAPHS]
    return next((found for line in lines if (found := _dated(line) or _undated(line))), None)


def _dated(line: str) -> Dateline | None:
    found = _DATED.match(line[:300])
    if not found or not found["place"][0].isupper():
        return None
    try:
        day = read_day(found["day"])
    except ValueError:
        return None
    return Dateline(*_where(found["place"]), day)


def _undated(line: str) -> Dateline | None:
    """Find a place in capitals or with an agency's name, and a dash; only a known place is accepted."""
    found = _UNDATED.match(line[:200])
    if not found or not ("(" in found[0] or found["place"].split(",")[0].isupper()):
        return None
    name, place = _where(found["place"])
    return Dateline(name, place, None) if place else None


def _where(written: str) -> tuple[str, str | None]:
    """Return the place's name and its country, from ``Skopje``, ``SKOPJE, North Macedonia``, ``MIA, Skopje`` or ``BUFFALO, N.Y.``."""
    parts = [part.strip() for part in written.split(",")]
    for city, region in pairwise(parts):
        if code := country_of_region(region):
            return city, code
    known = [(part, code) for part in parts if (code := country_of(part))]
    if not known:
        return parts[-1], None
    return known[0][0], known[-1][1]
