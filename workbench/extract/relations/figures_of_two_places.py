"""Which of two places with a figure each is said to have more: "7.5 percent in Poland, but only 4.6 in Germany".

Both figures may be right and what is said of them wrong: "only 7.5 in Poland, but 4.6 in Germany". So the claim of one
figure is compared with the other place too, as for "4.6 percent in Germany, less than in Poland".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from workbench.core.changed_copy import changed_copy
from workbench.core.claim import UNREAD_STANDING, Claim, Mention, Qualifier, Sort
from workbench.core.direction import Direction
from workbench.core.document import Span
from workbench.core.errors import Problem
from workbench.core.relations import PlaceComparison
from workbench.extract.words.word_files import file_for
from workbench.extract.words.word_patterns import phrases_in, word_pattern

_TWO, _STEM, _LEAD, _BEHIND = 2, 5, 24, 40
_PAUSE = re.compile(r"[,;:.!?–—](?:\s|\Z)")


class TwoPlaces(NamedTuple):
    """Two levels of one measure in different places, in order of the text, and what else their sentence names."""

    text: str
    sentence: Span
    one: Claim
    other: Claim
    places: Sequence[Mention[str]]
    aside: Sequence[Span]
    """Spans of changes and times: words of more or less in them or about them compare no places."""
    language: str


class _Comparative(NamedTuple):
    """A word for more or less: its span, its way, whether it is definite ("the lower") and whether it is denied."""

    span: Span
    way: Direction
    definite: bool
    denied: bool


class _Said(NamedTuple):
    """Which claim's figure is said to be higher or lower, and by which words."""

    claim: Claim
    way: Direction
    words: Span


def with_places_compared(
    claims: Sequence[Claim], text: str, places: Sequence[Mention[str]], aside: Sequence[Span]
) -> list[Claim]:
    """Give one of two levels in two places the comparison that their sentence makes of them.

    >>> from workbench.extract import read_text
    >>> for said in ("Rents were 9 euros in Malta, but only 7 euros in Spain.", "Rents: lower in Malta (7 euros) than in Spain (9 euros)"):
    ...     print([(c.place, c.comparison.place, c.comparison.way.value) for c in read_text(said).claims if c.comparison])
    [('ESP', 'MLT', 'down')]
    [('MLT', 'ESP', 'down')]

    Args:
        claims: The claims of a sentence, in order of the text.
        text: The whole text.
        places: The places that the sentence names.
        aside: The spans of its changes and times.
    """
    levels = [each for each in claims if each.amount is not None and each.change is None and each.rank is None]
    if len(levels) != _TWO:
        return list(claims)
    one, other = levels
    pair = TwoPlaces(text, one.sentence, one, other, places, aside, file_for(one.language))
    found = _said_of(pair) if _are_alike(pair) else None
    if found is None:
        return list(claims)
    if isinstance(found, Problem):
        return [changed_copy(each, notes=(*each.notes, found)) if each in levels else each for each in claims]
    return [_compared(each, found, pair) if each is found.claim else each for each in claims]


def _are_alike(pair: TwoPlaces) -> bool:
    """Check whether two levels are of one measure, unit and time in different places, and not compared already."""
    one, other = pair.one, pair.other
    if one.amount is None or other.amount is None or None in {one.place, other.place} or one.place == other.place:
        return False
    units = one.amount.value.unit, other.amount.value.unit
    times = [None if each.period is None else each.period.value for each in (one, other)]
    words = [{word[:_STEM] for word in each.measure.casefold().split()} for each in (one, other)]
    alike = other.measure_from_before or words[0] <= words[1] or words[1] <= words[0] or _are_joined(pair)
    compared = one.comparison is not None or other.comparison is not None
    return alike and not compared and times[0] == times[1] and units[0].dimension is units[1].dimension


def _are_joined(pair: TwoPlaces) -> bool:
    """Check whether nothing but places and small words stands between two figures: "5 percent in Malta and | 7 percent"."""
    joined = word_pattern("relations", "two_joined", pair.language)
    start, end = _figure(pair.one).end, _figure(pair.other).start
    between = "".join(
        " " if any(m.span.start <= at < m.span.end for m in pair.places) else pair.text[at] for at in range(start, end)
    )
    return joined is not None and joined.fullmatch(between) is not None


def _compared(claim: Claim, said: _Said, pair: TwoPlaces) -> Claim:
    other = pair.other if said.claim is pair.one else pair.one
    words = said.words.cut(pair.text)
    beside = Qualifier(sort=Sort.BESIDE, what=words, place=other.place, way=said.way)
    compared = PlaceComparison(place=str(other.place), way=said.way, part=False, comparative=False, apart=False)
    return changed_copy(
        claim, qualifiers=(*claim.qualifiers, Mention(said.words, beside, "two-places")), comparison=compared
    )


def _said_of(pair: TwoPlaces) -> _Said | Problem | None:
    """Read which place is said to have more; a problem where that is denied, None where nothing is said."""
    words = list(_comparatives(pair))
    if (denied := next((each for each in words if each.denied), None)) is not None:
        message = f"The sentence also says “{denied.span.cut(pair.text)}” of two places, and it was not read."
        return Problem("rank", message, "Look whether that holds too.", UNREAD_STANDING)
    one, other = _figure(pair.one), _figure(pair.other)
    before = [each for each in words if each.span.end <= one.start]
    between = [each for each in words if one.end <= each.span.start and each.span.end <= other.start]
    behind = [each for each in words if each.span.start >= other.end]
    if (than := _by_than(pair, before + between)) is not None:
        return than
    if between:
        own = len(between) == 1 and _leads_to(pair, between[0])
        contrary = len(before) == 1 and before[0].way is not between[0].way
        return _Said(pair.other, between[0].way, between[0].span) if own and (contrary or not before) else None
    if behind and not before:
        return _at_the_end(pair, behind)
    if len(before) == 1 and before[0].definite and not behind:
        return _of_named(pair, before[0], [m for m in pair.places if m.span.end <= before[0].span.start])
    return None if words else _only(pair)


def _figure(claim: Claim) -> Span:
    return claim.span if claim.amount is None else claim.amount.span


def _comparatives(pair: TwoPlaces) -> Iterator[_Comparative]:
    """Yield the words for more or less of a sentence, without those inside a figure, a change or a time."""
    whole = pair.sentence.start, pair.sentence.end
    taken = (*pair.aside, *(mention.span for each in (pair.one, pair.other) for mention in each.amounts))
    denial = word_pattern("relations", "two_denied", pair.language)
    for key, way in (("two_up", Direction.UP), ("two_down", Direction.DOWN)):
        for found in phrases_in(pair.text, whole, "relations", key, pair.language):
            span = Span(*found.span())
            before = pair.text[max(whole[0], span.start - _LEAD) : span.start]
            if not any(span.overlaps(each) for each in taken):
                denied = denial is not None and denial.search(before) is not None
                yield _Comparative(span, way, found["the"] is not None, denied)


def _by_than(pair: TwoPlaces, words: Sequence[_Comparative]) -> _Said | None:
    """Read "lower in Malta (7 euros) than in Spain (9 euros)": the place behind "than" is that of the second figure."""
    than = word_pattern("relations", "two_than", pair.language)
    if than is None or len(words) != 1:
        return None
    start, figure = words[0].span.end, _figure(pair.other)
    for mention in pair.places:
        link = than.search(pair.text, start, mention.span.start) if mention.span.start > start else None
        if link is not None and mention.value == pair.other.place and mention.span.start <= figure.end + _BEHIND:
            return _Said(pair.one, words[0].way, Span(words[0].span.start, mention.span.end))
    return None


def _leads_to(pair: TwoPlaces, word: _Comparative) -> bool:
    """Check whether a comparative is said of the second figure: "…, | lower in Spain (7 euros)", "… and in Spain less: 7"."""
    figure = _figure(pair.other)
    near = [m for m in pair.places if m.value == pair.other.place and _figure(pair.one).end <= m.span.start]
    close = next((m.span for m in near if m.span.end <= figure.start), None)
    ends = (word.span.end, close.start) if close is not None and close.start > word.span.end else None
    ends = ends or ((close.end, word.span.start) if close is not None else (word.span.end, figure.start))
    parts = word_pattern("relations", "two_parts", pair.language)
    told = pair.text[word.span.end : figure.start]
    than = word_pattern("relations", "two_than", pair.language)
    apart = parts is not None and parts.search(pair.text, *ends) is not None
    return not apart and (than is None or than.search(told) is None)


def _at_the_end(pair: TwoPlaces, words: Sequence[_Comparative]) -> _Said | None:
    """Read a conclusion behind both figures: "7 euros in Malta and 9 in Spain, so | Malta had the lower figure"."""
    figure = _figure(pair.other)
    near = (m.span for m in pair.places if m.value == pair.other.place and m.span.start >= figure.end)
    own = next((each.end for each in near if not _PAUSE.search(pair.text, figure.end, each.start)), figure.end)
    ends = word_pattern("relations", "two_ends", pair.language)
    if len(words) != 1 or ends is None or ends.match(pair.text, words[0].span.end, pair.sentence.end) is None:
        return None
    if any(own <= each.start < pair.sentence.end for each in pair.aside):
        return None
    start = own if own <= words[0].span.start else figure.end
    return _of_named(pair, words[0], [m for m in pair.places if m.span.start >= start])


def _of_named(pair: TwoPlaces, word: _Comparative, named: Sequence[Mention[str]]) -> _Said | None:
    """Take a comparative as said of the one place of two that is named beside it."""
    codes = {mention.value for mention in named}
    claim = next((each for each in (pair.one, pair.other) if codes == {each.place}), None)
    return None if claim is None else _Said(claim, word.way, word.span)


def _only(pair: TwoPlaces) -> _Said | None:
    """Read "only" at one of two figures as less than the other: "7 euros in Malta, but | only | 5 in Spain"."""
    pattern = word_pattern("relations", "two_only", pair.language)
    if pattern is None:
        return None
    found = []
    for claim in (pair.one, pair.other):
        start = _figure(claim).start
        only = pattern.search(pair.text, max(pair.sentence.start, start - _LEAD), start)
        found += [] if only is None else [_Said(claim, Direction.DOWN, Span(*only.span()))]
    return found[0] if len(found) == 1 else None
