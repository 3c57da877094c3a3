"""Groups of places that a sentence names one by one: "of Kenya, Rwanda and Ethiopia", "behind Serbia and Slovenia"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from workbench.core.claim import Mention
from workbench.core.document import Span
from workbench.core.place import places as known_places
from workbench.extract.words.small_numbers import small_number
from workbench.extract.words.word_files import file_for
from workbench.extract.words.word_patterns import group, numbered_pattern, word_pattern

_LEAD = 60
"""Most characters of the words before a list."""


class NamedRow(NamedTuple):
    """The places among which a rank is counted.

    Attributes:
        members: Their codes, each once, in order.
        spans: The spans of the lists; a place named nowhere else is only a member of the group.
        ahead: How many of them rank before the claim's own place; None where the text does not say.
    """

    members: tuple[str, ...]
    spans: tuple[Span, ...] = ()
    ahead: int | None = None


def named_row(text: str, sentence: Span, places: Sequence[Mention[str]], language: str = "en") -> NamedRow | None:
    """Find the group of places that a sentence names; None where it names none.

    >>> from workbench.extract.place.places import find_places
    >>> said = "Of Kenya, Rwanda and Ethiopia it was Rwanda that had the largest share."
    >>> named_row(said, Span(0, len(said)), find_places(said)).members
    ('KEN', 'RWA', 'ETH')
    """
    countries = [m for m in places if sentence.covers(m.span) and _is_country(m.value)]
    lists = _lists(text, countries, language)
    among = [each for each in lists if len(each) > 1 and _led(text, sentence, each, "row_of", language)]
    if among:
        longest = max(among, key=len)
        return _row([longest])
    before = [each for each in lists if _led(text, sentence, each, "row_behind", language)]
    behind = [each for each in lists if _led(text, sentence, each, "row_ahead", language)]
    if sum(map(len, (*before, *behind))) > 1:
        return _row([*before, *behind])._replace(ahead=sum(map(len, before)))
    return _counted(text, sentence, countries, language)


def _is_country(code: str) -> bool:
    place = known_places().get(code)
    return place is not None and not place.members and code != "WLD"


def lists_of_countries(text: str, places: Sequence[Mention[str]], language: str) -> list[list[Mention[str]]]:
    """Group the countries of a text into lists: those with only commas and "and" between them.

    A single one is a list too.
    """
    return _lists(text, [mention for mention in places if _is_country(mention.value)], language)


def _lists(text: str, countries: Sequence[Mention[str]], language: str) -> list[list[Mention[str]]]:
    """Group countries into lists, with only commas and "and" between them."""
    joined = word_pattern("relations", "row_joined", file_for(language))
    found: list[list[Mention[str]]] = []
    for mention in countries:
        between = text[found[-1][-1].span.end : mention.span.start] if found else ""
        again = found and mention.value in {each.value for each in found[-1]}
        if found and not again and joined is not None and joined.fullmatch(between):
            found[-1].append(mention)
        else:
            found.append([mention])
    return found


def _led(text: str, sentence: Span, listed: Sequence[Mention[str]], key: str, language: str) -> bool:
    """Check whether words of one class stand right before a list."""
    pattern = word_pattern("relations", key, file_for(language))
    start = listed[0].span.start
    lead = text[max(sentence.start, start - _LEAD) : start]
    whole = start - sentence.start <= _LEAD
    return pattern is not None and pattern.search(lead if whole else f"…{lead}") is not None


def _row(lists: Sequence[Sequence[Mention[str]]]) -> NamedRow:
    members = dict.fromkeys(mention.value for each in lists for mention in each)
    return NamedRow(tuple(members), tuple(Span(each[0].span.start, each[-1].span.end) for each in lists))


def _counted(text: str, sentence: Span, countries: Sequence[Mention[str]], language: str) -> NamedRow | None:
    """Find all countries of a sentence, where it states their number: "of these four", "lowest of the three"."""
    pattern = numbered_pattern("relations", "row_counted", file_for(language))
    found = None if pattern is None else pattern.search(sentence.cut(text))
    members = tuple(dict.fromkeys(mention.value for mention in countries))
    counted = found is not None and small_number(group(found, "count") or "", file_for(language)) == len(members)
    more = re.search(r"\bplus\b", sentence.cut(text)) is not None
    return NamedRow(members) if counted and not more and len(members) > 1 else None
