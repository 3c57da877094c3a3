"""The row of a rank: the figures of other times ("since 1974", "in 20 years"), or those of other places."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from workbench.core.claim import Claim
from workbench.core.place import places
from workbench.core.relations import RankRow
from workbench.extract.relations.nearby import NearbyWords, has_phrase, phrases, stands
from workbench.extract.words.small_numbers import small_number
from workbench.extract.words.word_files import file_for, raw_tables
from workbench.extract.words.word_patterns import group

FAR, CLOSE, POSSESSIVE, AROUND = 90, 30, 4, 60
"""``FAR`` and ``CLOSE`` are the characters behind and before a superlative in which its row may be named.

``POSSESSIVE`` is the distance of a possessive, ``AROUND`` the characters in which a part of the world is looked for.
"""

_LENGTHS = {"fifty": 50, "ten": 10, "hundred": 100, "thirty": 30}
"""Half a century, a decade, a century, and a generation as demographers count it, in years."""


class RowSaid(NamedTuple):
    """The row as stated: None where the words name none; and where its words end in the sentence."""

    row: RankRow | None
    end: int
    since: bool = False
    years: int | None = None
    begins: int | None = None


def row_of(claim: Claim, at: NearbyWords) -> RowSaid:
    """Find the row that the words around a superlative name.

    >>> from workbench.core.claim import ClaimKind
    >>> from workbench.core.document import Span
    >>> from workbench.extract.relations.nearby import near
    >>> said = "It is the lowest in 20 years."
    >>> claim = Claim(id="c", document="d", span=Span(0, 28), quote="", sentence=Span(0, 29), context=said, kind=ClaimKind.RANK)
    >>> found = row_of(claim, next(near(claim, "rank")))
    >>> found.row.value, found.years, said[: found.end]
    ('times', 20, 'It is the lowest in 20 years')
    """
    text, start, end = claim.context, at.found.start(), at.found.end()
    tail = text[end : end + FAR].split(";")[0]
    if at.group("began") is not None:
        return RowSaid(RankRow.TIMES, end, since=True)
    if (years := at.group("years")) is not None:
        return RowSaid(RankRow.TIMES, end, years=small_number(years, file_for(claim.language)))
    if (over := _in(claim, "in_years", tail)) is not None:
        return RowSaid(RankRow.TIMES, end + over.end(), years=how_long(over, claim.language))
    if (since := _in(claim, "since", tail)) is not None:
        return RowSaid(RankRow.TIMES, end + since.end(), since=True)
    if (unheard := _in(claim, "unheard_since", text[:start])) is not None:
        return RowSaid(RankRow.TIMES, end, since=True, begins=int(group(unheard, "began") or 0))
    if at.group("ever") or stands(claim, "ever", start, min(len(text), end + FAR)):
        return RowSaid(RankRow.TIMES, end)
    if _names_places(claim, at):
        return RowSaid(RankRow.PLACES, end)
    own = stands(claim, "own_history", start - CLOSE, start)
    return RowSaid(RankRow.TIMES if own else None, end)


def _in(claim: Claim, key: str, text: str) -> re.Match[str] | None:
    pattern = phrases(claim, key)
    return None if pattern is None else pattern.search(text)


def how_long(found: re.Match[str], language: str) -> int:
    """Convert a span of time to years: "20 years", "two decades", "a generation".

    >>> from workbench.extract.words.word_patterns import numbered_pattern
    >>> pattern = numbered_pattern("relations", "in_years", "en")
    >>> [how_long(pattern.search(said), "en") for said in ("in two decades", "for half a century", "in ten years")]
    [20, 50, 10]
    """
    years, decades = group(found, "years"), group(found, "decades")
    if years or decades:
        return small_number(years or decades or "", file_for(language)) * (10 if decades else 1)
    return next((length for name, length in _LENGTHS.items() if group(found, name)), 0)


def _names_places(claim: Claim, at: NearbyWords) -> bool:
    """Check whether the words around a superlative name its places; an ordinal rank does so by itself."""
    if at.group("place") is not None:
        return True
    text, start, end = claim.context, at.found.start(), at.found.end()
    around = text[max(0, start - CLOSE) : end + FAR]
    others = [m.span for m in claim.places if m.value != claim.place or _is_group(m.value)]
    behind = any(0 <= span.start - at.span.end <= FAR or 0 <= at.span.start - span.end <= POSSESSIVE for span in others)
    before = text[max(0, start - CLOSE) : start]
    named = behind or bool(region_in(around, claim.language))
    return named or has_phrase(claim, "countries", around) or has_phrase(claim, "countries", before)


def _is_group(code: str) -> bool:
    place = places().get(code)
    return place is not None and bool(place.members)


@cache
def _named(key: str, language: str) -> tuple[tuple[re.Pattern[str], str | int], ...]:
    """List phrases with what they name, in the order of the word file."""
    table: dict[str, str | int] = raw_tables(language)["relations"][key]
    return tuple((re.compile(phrase, re.IGNORECASE), named) for phrase, named in table.items())


def region_in(text: str, language: str) -> str:
    """Find the part of the world that a text names, the narrowest first; empty where it names none.

    >>> region_in("the highest in Eastern Europe", "en"), region_in("Africa's largest", "en"), region_in("the European Union", "en")
    ('Eastern Europe', 'Africa', '')
    """
    return next((str(name) for phrase, name in _named("regions", file_for(language)) if phrase.search(text)), "")


def year_behind(claim: Claim, at: int) -> int | None:
    """Find the year named right at an offset of the claim's sentence, by its number or an event; None for none.

    >>> from workbench.core.claim import ClaimKind
    >>> from workbench.core.document import Span
    >>> said = "the lowest since World War II"
    >>> claim = Claim(id="c", document="d", span=Span(0, 16), quote="", sentence=Span(0, 29), context=said, kind=ClaimKind.RANK)
    >>> year_behind(claim, 16)
    1945
    """
    pattern = phrases(claim, "year_behind")
    found = None if pattern is None else pattern.match(claim.context, at)
    if found is not None:
        return int(group(found, "year") or 0)
    events = _named("events", file_for(claim.language))
    return next((int(year) for phrase, year in events if phrase.match(claim.context, at)), None)
