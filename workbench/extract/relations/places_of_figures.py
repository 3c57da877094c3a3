"""The place of a figure, by the words right beside it: "we had 28 lines in 2018, | the Germans | 41", "76 | here"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from workbench.core.document import Span
from workbench.core.mention import Mention
from workbench.extract.words.word_files import file_for
from workbench.extract.words.word_patterns import holds_phrase, may_hold_phrase, numbered_pattern, word_pattern

_MARKS = " ,.;:!?)–—"
_LABELLED = re.compile(r":\s(?:\w+\s){0,2}")
"""What may stand between a place and the figure that it labels. A place at the head of a sentence is a dateline."""

_OPENED = re.compile(r"\s\((?:[^\W\d_]+\s)?")
"""What stands between a place and its figure in brackets, with at most one word before the figure."""

_FIGURE = re.compile(r"(?<![\w.,])(?!(?:1[89]|20)\d\d(?![\d.,]))\d")
"""The beginning of a figure that is no year."""

_LEAD = 16
"""Characters before a figure in which its bracket opens."""

_LED = 40
"""Characters before a figure in which a word of comparison may stand, and behind it in which its place may stand."""

_PAUSE = re.compile(r"[,;–—]\s|\s[–—-]\s")


class LocatedFigure(NamedTuple):
    """A figure in its sentence: the whole text, the span of the sentence, that of the figure, and the language."""

    text: str
    sentence: Span
    span: Span
    language: str = "en"


def without_figures_of_others(at: LocatedFigure, named: Sequence[Mention[str]]) -> list[Mention[str]]:
    """Leave out places behind the figure and a pause that have their own figure right behind them.

    >>> from workbench.extract.place.places import find_places
    >>> for said in ("We had 28 lines, the Germans 41.", "We had 28 lines, like Germany in 2018."):
    ...     at = LocatedFigure(said, Span(0, len(said)), Span(7, 15))
    ...     print([mention.value for mention in without_figures_of_others(at, find_places(said))])
    []
    ['DEU']

    Args:
        at: The claim's figure.
        named: Places of its sentence.
    """
    return [mention for mention in named if not _has_its_own(at, mention.span)]


def _has_its_own(at: LocatedFigure, place: Span) -> bool:
    if place.start < at.span.end or _PAUSE.search(at.text, at.span.end, place.start) is None:
        return False
    pattern = numbered_pattern("relations", "later_figure", file_for(at.language))
    return pattern is not None and pattern.match(at.text, place.end, at.sentence.end) is not None


def pointed_place(at: LocatedFigure, places: Sequence[Mention[str]], own: str | None) -> str | None:
    """Find the place that the words beside a figure name: "76 | here, | 80 there", "Greece: | 17.7"; None for none.

    Args:
        at: The claim's figure.
        places: The places that the sentence names.
        own: The text's own place; None where it is not known.

    >>> from workbench.extract.place.places import find_places
    >>> said = "Austria is behind Germany: 76 here, 80 there."
    >>> figures = [LocatedFigure(said, Span(0, len(said)), Span(i, i + 2)) for i in (27, 36)]
    >>> [pointed_place(at, find_places(said), "AUT") for at in figures]
    ['AUT', 'DEU']
    """
    if own is not None and _is_behind(at, "own_alone"):
        return own
    if own is not None and _is_behind(at, "there_alone"):
        others = {mention.value for mention in places} - {own}
        return others.pop() if len(others) == 1 else None
    beside = _in_brackets(at, places) or _turned_to(at, places) or _set_against(at, places) or _framed(at, places)
    if beside is not None:
        return beside
    labels = (m for m in reversed(places) if at.sentence.start < m.span.start < at.span.start)
    return next((m.value for m in labels if _LABELLED.fullmatch(at.text, m.span.end, at.span.start)), None)


def _in_brackets(at: LocatedFigure, places: Sequence[Mention[str]]) -> str | None:
    """Find the place right before a figure in brackets: "lower in Spain (7 euros) than in Malta | (9 euros)"."""
    place = _last_before(at, places) if "(" in at.text[max(0, at.span.start - _LEAD) : at.span.start] else None
    if place is None or _OPENED.fullmatch(at.text, place.span.end, at.span.start) is None:
        return None
    closed = at.text.find(")", at.span.end, at.sentence.end)
    inside = any(at.span.end <= m.span.start < closed for m in places)
    return None if closed < 0 or inside else place.value


def _last_before(at: LocatedFigure, places: Sequence[Mention[str]]) -> Mention[str] | None:
    return next((m for m in reversed(places) if at.sentence.start <= m.span.start < at.span.start), None)


def _turned_to(at: LocatedFigure, places: Sequence[Mention[str]]) -> str | None:
    """Find the place that a sentence turns to behind a figure of another: "7 euros in Malta, but | in Spain | less: 5"."""
    if len(places) == 1 or (place := _last_before(at, places)) is None or place is places[0]:
        return None
    turns, label = (word_pattern("relations", key, file_for(at.language)) for key in ("two_turns", "two_label"))
    if turns is None or label is None:
        return None
    turn = turns.search(at.text, at.sentence.start, place.span.start)
    told = label.match(at.text, place.span.end, at.span.start) if turn is not None else None
    if turn is None or told is None or _FIGURE.search(at.text, at.sentence.start, turn.start()) is None:
        return None
    return place.value


def _set_against(at: LocatedFigure, places: Sequence[Mention[str]]) -> str | None:
    """Find the place right behind a comparator's figure: "3.4 percent in Germany against | 15.3 | in Spain"."""
    pattern = word_pattern("tenses", "set_against", file_for(at.language))
    led = at.text[max(at.sentence.start, at.span.start - _LED) : at.span.start]
    if pattern is None or pattern.search(led) is None:
        return None
    behind = (m for m in places if at.span.end <= m.span.start <= at.span.end + _LED)
    first = next(behind, None)
    between = "." if first is None else at.text[at.span.end : first.span.start]
    return None if first is None or re.search(r"[\d,.;:!?–—]", between) else first.value


def _framed(at: LocatedFigure, places: Sequence[Mention[str]]) -> str | None:
    """Find the one place that a sentence announces: "Look at Sweden: the state puts in | 7 percent"."""
    inside = [m for m in places if at.sentence.start <= m.span.start < at.sentence.end]
    if len(inside) != 1 or inside[0].span.end > at.span.start:
        return None
    if not may_hold_phrase(at.sentence.cut(at.text), "tenses", "frame", at.language):
        return None
    led = at.text[at.sentence.start : inside[0].span.start]
    return inside[0].value if holds_phrase(led, "tenses", "frame", at.language) else None


def _is_behind(at: LocatedFigure, key: str) -> bool:
    """Check whether words of one class stand right behind a figure, and nothing more up to the next pause."""
    pattern = word_pattern("qualifiers", key, file_for(at.language))
    found = None if pattern is None else pattern.match(at.text, at.span.end + 1, at.sentence.end)
    if found is None:
        return False
    end = found.start() + len(found[0].rstrip(_MARKS))
    return end >= at.sentence.end or at.text[end] in _MARKS.strip()
