"""Comparators: the place, the time or the thing behind "than", "compared with", "below that of", "while".

In "2.9 percent, far below that of France" France is the comparator. If the claim were compared with France's figure, it
would be contradicted by a figure that nobody claimed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from workbench.core.claim import Direction, Mention
from workbench.core.document import Span
from workbench.core.period import Period
from workbench.core.quantity import Amount, Relation
from workbench.extract.words.word_patterns import numbered_pattern, prefiltered, word_pattern

_PAUSE = re.compile(r"[,;:()–—!?\"“”„](?:(?=\s|\Z)|(?<=[()\"“”„]))|\.(?=\s|\Z)")
_LISTED = re.compile(r"(?:,\s|\s)?(?P<last>(?:and|or|und|oder|и|или)\s)?(?:(?:in|во|the|in\sthe)\s)?")
_REACH = 60
"""Most letters between the link and the comparator's name: "than the average of the European Union"."""

_MOST = 60
"""Most links read in a sentence. A sentence with more is a pasted page."""

_AT_ONCE = 16
_FIGURE_REACH = 40
"""Most letters between a place and its figure: "France has an unemployment rate of 7.9 percent"."""

_BEFORE = 60
BESIDE, PART, CONTRAST = "beside", "part", "contrast"
_DIGIT = re.compile(r"\d")


class ComparedWords(NamedTuple):
    """A sentence and its mentions, with all offsets into the whole text."""

    text: str
    span: Span
    places: tuple[Mention[str], ...] = ()
    periods: tuple[Mention[Period], ...] = ()
    amounts: tuple[Mention[Amount], ...] = ()
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Comparator:
    """A comparator: what something is compared with.

    Attributes:
        link: The words of comparison ("than", "compared with").
        span: From the link to the end of the comparator's words.
        places: The comparator's places; empty where it is no known place.
        alone: Whether one place is meant as a whole, and not some of several or the rest of it.
        period: The comparator's period; None where it is none.
        what: The comparator's words.
        way: The direction of the comparison; None where the words do not say.
        kind: The kind of comparison: ``beside`` ("than"), ``part`` ("half the EU average"), or ``contrast`` ("while
            France …"), where another place is only mentioned and the claim is not measured by it.
    """

    link: Span
    span: Span
    places: tuple[Mention[str], ...]
    alone: bool
    period: Period | None
    what: str
    way: Direction | None
    kind: str

    @property
    def contrast(self) -> bool:
        """Whether the comparator is only mentioned in contrast."""
        return self.kind == CONTRAST


def find_comparators(said: ComparedWords) -> tuple[Comparator, ...]:
    """Find the comparators of a sentence, in order of the text.

    >>> from workbench.extract.place.places import find_places
    >>> text = "Our rate is lower than in France, while Spain has 14 percent."
    >>> found = find_comparators(ComparedWords(text, Span(0, len(text)), tuple(find_places(text))))
    >>> [([m.value for m in one.places], one.way and one.way.value, one.contrast) for one in found]
    [(['FRA'], 'down', False), (['ESP'], None, True)]
    """
    links = sorted((link, kind) for kind in (BESIDE, PART, CONTRAST) for link in _links(said, kind))
    return tuple(one for link, kind in links if (one := _behind(said, link, kind)) is not None)


def _links(said: ComparedWords, kind: str) -> Iterator[Span]:
    phrases = prefiltered("qualifiers", kind, said.language)
    pattern = None if phrases is None else phrases.on(said.span.cut(said.text))
    if pattern is not None:
        found = islice(pattern.finditer(said.text, said.span.start, said.span.end), _MOST)
        yield from (Span(*each.span()) for each in found)


def _behind(said: ComparedWords, link: Span, kind: str) -> Comparator | None:
    """Read the comparator behind a link, up to the next pause; None where the words are no figure of another."""
    pause = _PAUSE.search(said.text, link.end, min(said.span.end, link.end + 3 * _REACH))
    end = pause.start() if pause else said.span.end
    if _has_phrase(said, "no_other", said.text[link.end : end]):
        return None
    places = _places(said, link.end, end, reach=end if kind == CONTRAST else link.end + _REACH)
    first = places[0].span.start if places else end
    if kind != CONTRAST and _is_hedge(said, link.end, first):
        return None
    if kind == PART and (not _has_whole(said, link) or _compares_between(said, link.end, first)):
        return None
    between, way = said.text[link.end : first], _way(said, link)
    if kind == BESIDE and way is None and places and _has_phrase(said, "of_economy", between):
        return None  # "relative to the size of the economy in Denmark" is a share, and Denmark its place
    period = next((m for m in said.periods if link.end <= m.span.start <= min(link.end + _AT_ONCE, first)), None)
    until = max([m.span.end for m in places], default=period.span.start if period else end)
    return Comparator(
        link,
        Span(link.start, max(until, link.end)),
        places,
        alone=len(places) == 1 and not _DIGIT.search(between) and not _has_phrase(said, "not_alone", between),
        period=None if places or period is None else period.value,
        what=said.text[link.end : until].strip(),
        way=way,
        kind=kind,
    )


def _has_whole(said: ComparedWords, link: Span) -> bool:
    """Check whether a share is one of another's figure: it is one of a rate or average, or a place stands before it.

    "36 % of Ireland's people" is a figure of Ireland itself, "half the rate of Ireland" is not.
    """
    before, behind = said.text[said.span.start : link.start], said.text[link.end : link.end + _REACH]
    named = any(m.span.end <= link.start for m in said.places) or speaks_of_own(before, said.language)
    return named or _has_phrase(said, "figure_of", behind)


def _compares_between(said: ComparedWords, start: int, place: int) -> bool:
    """Check whether a place behind a share is one compared with: "98 percent of infants, more | than | in India"."""
    pattern = word_pattern("qualifiers", BESIDE, said.language)
    return pattern is not None and pattern.search(said.text, start, place) is not None


def _places(said: ComparedWords, start: int, end: int, reach: int) -> tuple[Mention[str], ...]:
    """Find the first place behind a link, with those listed beside it: "and" joins the last."""
    behind = [m for m in said.places if start <= m.span.start]
    if not behind or behind[0].span.start >= min(end, reach):
        return ()
    found, ended = behind[:1], False
    for mention in behind[1:]:
        listed = _LISTED.fullmatch(said.text, found[-1].span.end, mention.span.start)
        if listed is None or (ended and listed["last"] is None):
            break  # "compared with Italy and Spain, | Malta had"
        ended = ended or listed["last"] is not None
        found.append(mention)
    return tuple(found)


def _is_hedge(said: ComparedWords, start: int, place: int) -> bool:
    """Check whether the link is a hedge: a figure stands right behind it, and is not that of another place.

    "more than 450" is one, "against 7.9 in France" is not.
    """
    figure = next((m for m in said.amounts if start <= m.span.start <= start + _AT_ONCE), None)
    if figure is None:
        return False
    hedged = figure.value.relation is not Relation.IS and not said.text[start : figure.span.start].strip()
    return hedged or not 0 <= place - figure.span.end <= _AT_ONCE


def _has_phrase(said: ComparedWords, key: str, words: str) -> bool:
    pattern = word_pattern("qualifiers", key, said.language)
    return pattern is not None and pattern.search(words) is not None


def _way(said: ComparedWords, link: Span) -> Direction | None:
    """Find the direction of the comparative before the link, or of the link itself; the nearest one counts."""
    begin = max(said.span.start, link.start - _BEFORE)
    found: list[tuple[int, Direction]] = []
    for key, way in (("alike", Direction.FLAT), ("more", Direction.UP), ("fewer", Direction.DOWN)):
        pattern = word_pattern("qualifiers", key, said.language)
        matches = pattern.finditer(said.text, begin, link.end) if pattern is not None else ()
        found += [(match.end(), way) for match in matches]
    if not found:
        return None
    last, way = max(found, key=lambda one: one[0])
    return None if _PAUSE.search(said.text, last, link.start) else way


def others_places(comparators: Sequence[Comparator], text: str, claim: Span, language: str) -> frozenset[Span]:
    """Find the spans of places that belong to a claim's comparator and are not the claim's own.

    >>> from workbench.extract.place.places import find_places
    >>> text = "We have 2.9 percent, less than France with 7.9 percent."
    >>> found = find_comparators(ComparedWords(text, Span(0, len(text)), tuple(find_places(text))))
    >>> [bool(others_places(found, text, Span(*at), "en")) for at in ((8, 19), (43, 54))]
    [True, False]

    Args:
        comparators: The comparators of the sentence.
        text: The whole text.
        claim: The words of the claim.
        language: The language whose word file the text is read by.
    """
    return frozenset(m.span for one in comparators if _is_other(one, text, claim, language) for m in one.places)


def _is_other(one: Comparator, text: str, claim: Span, language: str) -> bool:
    """Check whether the claim's figure is not that of the places behind a link."""
    if not one.places or claim.start <= one.link.start:
        return bool(one.places)
    if claim.start < one.places[-1].span.end:
        return False
    begin = one.places[-1].span.end
    if _goes_on(text[begin : claim.start], language):
        return False
    pause = _PAUSE.search(text, begin, claim.start)
    own = speaks_of_own(text[pause.end() if pause else begin : claim.end], language)
    return own or (pause is not None and not one.contrast)


def places_with_own_figure(said: ComparedWords, claim: Span) -> frozenset[Span]:
    """Find the places with a figure of their own before a claim that is about the speaker's country.

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> from workbench.extract.place.places import find_places
    >>> text = "France has 7.9 percent, we have 2.9 percent."
    >>> said = ComparedWords(text, Span(0, len(text)), tuple(find_places(text)), (), tuple(find_amounts(text)))
    >>> [bool(places_with_own_figure(said, Span(*at))) for at in ((11, 22), (32, 43))]
    [False, True]

    Args:
        said: The sentence.
        claim: The words of the claim.
    """
    figures = [m.span for m in said.amounts if m.span.end <= claim.start]
    return frozenset(m.span for m in said.places if any(_turns_to_own(said, m.span, each, claim) for each in figures))


def _turns_to_own(said: ComparedWords, place: Span, figure: Span, claim: Span) -> bool:
    """Check whether the words turn from a place with its figure to the speaker's country.

    Example: "France has 7.9 percent, we have".
    """
    if not 0 <= figure.start - place.end <= _FIGURE_REACH or _PAUSE.search(said.text, place.end, figure.start):
        return False
    pause = _PAUSE.search(said.text, figure.end, claim.start)
    if pause is not None:
        return speaks_of_own(said.text[pause.end() : claim.end], said.language)
    turn = numbered_pattern("relations", "breaks", said.language)
    found = None if turn is None else turn.search(said.text, figure.end, claim.start)
    own = word_pattern("qualifiers", "own", said.language)
    return found is not None and own is not None and own.match(said.text, found.end()) is not None


def _goes_on(words: str, language: str) -> bool:
    pattern = word_pattern("qualifiers", "goes_on", language)
    return pattern is not None and pattern.search(words) is not None


def speaks_of_own(words: str, language: str) -> bool:
    """Check whether words mean the speaker's country: "we", "our".

    >>> speaks_of_own("our rate", "en"), speaks_of_own("unsere Quote", "de"), speaks_of_own("the hourly rate", "en")
    (True, True, False)
    """
    pattern = word_pattern("qualifiers", "own", language)
    return pattern is not None and pattern.search(words) is not None
