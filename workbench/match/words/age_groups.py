"""Ages in words: "aged 25 to 34", "65 and over", "under five"."""

from __future__ import annotations

import re
from functools import lru_cache

Ages = tuple[int, int]
"""First and last age, both included."""

OLDEST = 199
_TO = r"(\d{1,2})(?:\s?(?:-|–|to|and)\s?|-to-)(\d{1,2})"
_AGED_FROM_TO = rf"\b(?:ages?|aged)(?: from)? {_TO}\b"
_FROM_TO_YEARS = rf"\b{_TO}(?:[ -]years?\b|[ -]year-olds?\b)"
_PLUS = r"\b(\d{1,2})(?:\+|[ -]plus\b)"
_AND_OVER = r"\b(\d{1,2})(?: years?)?(?: of age)?,? (?:(?:and|or) (?:over|older|above|more)|(?:(?:and|or) )?up(?:wards?)?|onwards?)\b"
_NO_AGE = r"(?![.,]?\d)(?! ?(?:%|per|[a-z]*dollar|euro|\$|point))"
_UNDER = (
    r"\b(?:under|below|younger than)(?:-| )(?:age |the age of )?(\d{1,2})"
    rf"(?: years?\b| year-olds?\b|\b{_NO_AGE})"
)
_RANGES = re.compile(rf"{_AGED_FROM_TO}|{_FROM_TO_YEARS}|{_PLUS}|{_AND_OVER}|{_UNDER}", re.IGNORECASE)
_IN_WORDS = re.compile(r"\b(under)[ -]five\b", re.IGNORECASE)
"""The only age group that titles write in words: "Under-five mortality rate"."""

_GROWN, _WIDE = 25, 30


@lru_cache(maxsize=20_000)
def ages(text: str) -> frozenset[Ages]:
    """Read the ages that some words name.

    >>> sorted(ages("people aged 25 to 54 years, 65 years or over, under-5 mortality"))
    [(0, 4), (25, 54), (65, 199)]
    >>> sorted(ages("15-to-24-year-olds"))
    [(15, 24)]
    >>> [sorted(ages(said)) for said in ("aged 16-plus", "of 16 plus", "from 16 up", "16 and upwards")]
    [[(16, 199)], [(16, 199)], [(16, 199)], [(16, 199)]]
    """
    figures = _IN_WORDS.sub(r"\1 5", text)
    if not any(sign.isdigit() for sign in figures):
        return frozenset()
    return frozenset(_range(*found.groups()) for found in _RANGES.finditer(figures))


def _range(*found: str | None) -> Ages:
    low, high, other_low, other_high, plus, over, under = (int(age) if age else 0 for age in found)
    if under:
        return 0, under - 1
    return (low or other_low or plus or over), (high or other_high or OLDEST)


def narrow(between: Ages) -> bool:
    """Check whether an age range is a group of its own; all adults, or all of working age, are simply the people that a measure is about.

    >>> narrow((15, 24)), narrow((65, OLDEST)), narrow((15, OLDEST)), narrow((15, 64))
    (True, True, False, False)
    """
    low, high = between
    return low > _GROWN or high - low < _WIDE


def same_ages(one: Ages, other: Ages) -> bool:
    """Check whether two age groups are the same: for work and youth, "under 25" begins at the age from which statistics count.

    >>> same_ages((0, 24), (15, 24)), same_ages((0, 4), (0, 14)), same_ages((25, 34), (15, 199))
    (True, False, False)
    """
    lows = {one[0], other[0]}
    return one[1] == other[1] and (len(lows) == 1 or (0 in lows and max(lows) in _OF_WORK and one[1] > max(_OF_WORK)))


_OF_WORK = frozenset({15, 16})
"""Ages from which labour force surveys ask people."""

_OR_OVER = r"(?:\+|[ -]plus\b|,? (?:and|or) (?:over|older|above))"
_OF_WHOM = re.compile(
    r",? (?:(?:persons|people|population) )?(?:ages?|aged) "
    rf"(?:{_TO}|(\d{{1,2}})(?: years?)?{_OR_OVER})(?: years?\b)?",
    re.IGNORECASE,
)


def without_wide_ages(title: str) -> str:
    """Remove the wide age ranges from a title.

    >>> without_wide_ages("Employed persons aged 15 to 64, total"), without_wide_ages("Deaths of persons aged 65 and over")
    ('Employed, total', 'Deaths of persons aged 65 and over')
    """
    line = " ".join(title.split())
    return _OF_WHOM.sub(lambda found: found[0] if any(map(narrow, ages(found[0]))) else "", line)
