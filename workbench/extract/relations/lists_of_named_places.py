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

_LEAD = 120
"""Most characters of the words before a list."""


class NamedRow(NamedTuple):
    """The places among which a rank is counted.

    Attributes:
        members: Their codes, each once, in order.
        spans: The spans of the lists; a place named nowhere else is only a member of the group.
        ahead: How many of them rank before the claim's own place; None where the text does not say.
        highest: Whether the words about the others say that the claim's own place is the highest ("the others below
            it") or the lowest; None where they do not say.
    """

    members: tuple[str, ...]
    spans: tuple[Span, ...] = ()
    ahead: int | None = None
    highest: bool | None = None


class PlacesSaid(NamedTuple):
    """A sentence of a text with the places that the text names."""

    text: str
    sentence: Span
    places: Sequence[Mention[str]]
    language: str = "en"

    @property
    def countries(self) -> list[Mention[str]]:
        """The countries that the sentence names."""
        return [m for m in self.places if self.sentence.covers(m.span) and _is_country(m.value)]


def named_row(text: str, sentence: Span, places: Sequence[Mention[str]], language: str = "en") -> NamedRow | None:
    """Find the group of places that a sentence names; None where it names none.

    >>> from workbench.extract.place.places import find_places
    >>> said = "Of Kenya, Rwanda and Ethiopia it was Rwanda that had the largest share."
    >>> named_row(said, Span(0, len(said)), find_places(said)).members
    ('KEN', 'RWA', 'ETH')
    >>> said = "Rwanda had the lowest share, Kenya and Ethiopia above it."
    >>> named_row(said, Span(0, len(said)), find_places(said))[2:]
    (0, False)
    """
    said = PlacesSaid(text, sentence, places, language)
    countries = said.countries
    lists = _lists(text, countries, language)
    several = [each for each in lists if len(each) > 1]
    among = [each for each in several if led(said, each, "row_of") or _closed(said, each, "row_closed")]
    among += [each for each in several if not among and (_is_corrected(said, each) or _holds_its_own(said, each))]
    if among:
        longest = max(among, key=len)
        return _row([longest])
    before = [each for each in lists if led(said, each, "row_behind")]
    behind = [each for each in lists if led(said, each, "row_ahead") or _closed(said, each, "row_following")]
    if sum(map(len, (*before, *behind))) > 1:
        row = _row([*before, *behind])._replace(ahead=sum(map(len, before)))
        return row._replace(highest=_told_highest(said, behind))
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
    """Group countries into lists, with only commas and "and" between them; one "in" which it was stands for itself.

    The place behind "and" is the last: in "next to Italy and Spain, Malta …" the list has two.
    """
    joined, within, last = (
        word_pattern("relations", key, file_for(language)) for key in ("row_joined", "row_within", "row_and")
    )
    if joined is None or within is None or last is None:
        return [[mention] for mention in countries]
    found: list[list[Mention[str]]] = []
    ended = False
    for mention in countries:
        between = text[found[-1][-1].span.end : mention.span.start] if found else ""
        again = found and mention.value in {each.value for each in found[-1]}
        alike = found and (not within.search(between) or within.search(text[: found[-1][0].span.start]))
        ends = last.search(between) is not None
        if found and alike and not again and (ends or not ended) and joined.fullmatch(between):
            found[-1].append(mention)
            ended = ended or ends
        else:
            found.append([mention])
            ended = False
    return found


def led(said: PlacesSaid, listed: Sequence[Mention[str]], key: str) -> re.Match[str] | None:
    """Find words of one class right before a list.

    >>> from workbench.extract.place.places import find_places
    >>> text = "We compared Italy and Spain."
    >>> led(PlacesSaid(text, Span(0, len(text)), find_places(text)), find_places(text), "row_of")[0]
    'compared '
    """
    pattern = numbered_pattern("relations", key, file_for(said.language))
    start = listed[0].span.start
    lead = said.text[max(said.sentence.start, start - _LEAD) : start]
    whole = start - said.sentence.start <= _LEAD
    return None if pattern is None else pattern.search(lead if whole else f"…{lead}")


def _closed(said: PlacesSaid, listed: Sequence[Mention[str]], key: str) -> re.Match[str] | None:
    """Find words of one class right behind a list."""
    pattern = numbered_pattern("relations", key, file_for(said.language))
    return (
        None
        if pattern is None
        else pattern.match(said.sentence.cut(said.text), listed[-1].span.end - said.sentence.start)
    )


def _told_highest(said: PlacesSaid, behind: Sequence[Sequence[Mention[str]]]) -> bool | None:
    """Tell whether the words about the places that follow say which end is first: "the others | above it"."""
    found = [led(said, each, "row_ahead") or _closed(said, each, "row_following") for each in behind]
    ways = {group(each, "top") is not None for each in found if each and (group(each, "top") or group(each, "bottom"))}
    return ways.pop() if len(ways) == 1 else None


def _is_corrected(said: PlacesSaid, listed: Sequence[Mention[str]]) -> bool:
    """Check whether a list names those that it was not, beside the one that it was: "not Italy or Spain but | Malta"."""
    before_list, start, end = led(said, listed, "row_not"), listed[0].span.start, listed[-1].span.end
    if before_list is None:
        return False
    before = max((m.span.end for m in said.countries if m.span.end <= start), default=None)
    if before is not None and said.text[before : start - len(before_list[0])] == ", ":
        return True
    but = word_pattern("relations", "row_but", file_for(said.language))
    behind = min((m.span.start for m in said.countries if m.span.start >= end), default=None)
    return but is not None and behind is not None and but.fullmatch(said.text, end, behind) is not None


def _holds_its_own(said: PlacesSaid, listed: Sequence[Mention[str]]) -> bool:
    """Check whether a list is ranked of which one is named again: "A, B and C | : the highest was that of A"."""
    if len(said.countries) != len(listed) + 1:
        return False
    heads = not re.search(r"\w", said.text[said.sentence.start : listed[0].span.start])
    headed = heads and re.match(r":|\s[–—]\s", said.text[listed[-1].span.end : said.sentence.end])
    return bool(headed) or led(said, listed, "row_ranked") is not None


def _row(lists: Sequence[Sequence[Mention[str]]]) -> NamedRow:
    members = dict.fromkeys(mention.value for each in lists for mention in each)
    return NamedRow(tuple(members), tuple(Span(each[0].span.start, each[-1].span.end) for each in lists))


def _counted(text: str, sentence: Span, countries: Sequence[Mention[str]], language: str) -> NamedRow | None:
    """Find all countries of a sentence, where it states their number: "of these four", "lowest of the three"."""
    members = tuple(dict.fromkeys(mention.value for mention in countries))
    more = re.search(r"\bplus\b", sentence.cut(text)) is not None
    counted = len(members) > 1 and not more and counted_places(sentence.cut(text), language) == len(members)
    return NamedRow(members) if counted else None


def counted_places(sentence: str, language: str) -> int:
    """Read the number of places that a sentence counts a rank among; 0 where it says none.

    >>> counted_places("It was the lowest of the three.", "en"), counted_places("It was the lowest in Europe.", "en")
    (3, 0)
    """
    pattern = numbered_pattern("relations", "row_counted", file_for(language))
    found = None if pattern is None else pattern.search(sentence)
    return 0 if found is None else small_number(group(found, "count") or "", file_for(language))
