"""Places that belong to another figure than the claim's: "we had 28 lines in 2018, | the Germans | 41"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.core.mention import Mention
from workbench.core.text import Span
from workbench.extract.words.word_files import file_for
from workbench.extract.words.word_patterns import numbered_pattern, word_pattern

_MARKS = " ,.;:!?)–—"
_LABELLED = re.compile(r":\s(?:\w+\s){0,2}")
"""What stands between a place and a figure that it labels. At the head of a sentence a place is a dateline."""

_PAUSE = re.compile(r"[,;–—]\s|\s[–—-]\s")


def is_of_later_figure(text: str, sentence: Span, figure: Span, place: Span, language: str) -> bool:
    """Whether a place behind a figure and a pause has a figure of its own at once behind it.

    Args:
        text: The whole text.
        sentence: The stretch of the sentence.
        figure: Where the claim's figure stands.
        place: Where the place stands.
        language: The language of the text.

    >>> said = "We had 28 lines, the Germans 41."
    >>> is_of_later_figure(said, Span(0, len(said)), Span(7, 15), Span(21, 28), "en")
    True
    >>> said = "We had 28 lines, like Germany in 2018."
    >>> is_of_later_figure(said, Span(0, len(said)), Span(7, 15), Span(22, 29), "en")
    False
    """
    if place.start < figure.end or _PAUSE.search(text, figure.end, place.start) is None:
        return False
    pattern = numbered_pattern("relations", "later_figure", file_for(language))
    return pattern is not None and pattern.match(text, place.end, sentence.end) is not None


def without_later(
    named: Sequence[Mention[str]], text: str, sentence: Span, figure: Span, language: str
) -> list[Mention[str]]:
    """Gives the places without those behind a figure that have one of their own, as `is_of_later_figure` tells."""
    return [m for m in named if not is_of_later_figure(text, sentence, figure, m.span, language)]


def pointed_place(
    places: Sequence[Mention[str]], text: str, sentence: Span, figure: Span, own: str | None, language: str
) -> str | None:
    """Gives the place that the words at a figure point at: "76 | here, | 80 there", "Greece: | 17.7"; None where they point at none.

    Args:
        places: The places that the sentence names.
        text: The whole text.
        sentence: The stretch of the sentence.
        figure: Where the claim's figure stands.
        own: The text's own place; None where it is not known.
        language: The language of the text.

    >>> from workbench.extract.place.places import find_places
    >>> said = "Austria is behind Germany: 76 here, 80 there."
    >>> at = find_places(said), said, Span(0, len(said))
    >>> [pointed_place(*at, Span(i, i + 2), "AUT", "en") for i in (27, 36)]
    ['AUT', 'DEU']
    """
    if own is not None and _is_behind(text, sentence, figure, "own_alone", language):
        return own
    if own is not None and _is_behind(text, sentence, figure, "there_alone", language):
        others = {mention.value for mention in places} - {own}
        return others.pop() if len(others) == 1 else None
    labels = (m for m in reversed(places) if sentence.start < m.span.start < figure.start)
    return next((m.value for m in labels if _LABELLED.fullmatch(text, m.span.end, figure.start)), None)


def _is_behind(text: str, sentence: Span, figure: Span, key: str, language: str) -> bool:
    """Whether words of one class stand right behind a figure, and nothing more up to the next pause."""
    pattern = word_pattern("qualifiers", key, file_for(language))
    found = None if pattern is None else pattern.match(text, figure.end + 1, sentence.end)
    if found is None:
        return False
    end = found.start() + len(found[0].rstrip(_MARKS))
    return end >= sentence.end or text[end] in _MARKS.strip()
