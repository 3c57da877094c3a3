"""Places that are meant but not named: "in neighbouring countries", "our trading partners", "prices abroad".

Such a figure is not that of the text's own country, which is assumed where no place is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from workbench.core.document import Span
from workbench.extract.words.word_patterns import phrases_in

UNNAMED = ("unnamed_in", "unnamed_who")
"""Classes of phrases that mean such places."""

_BEFORE_SUBJECT = re.compile(
    r"\W*(?:(?:and|but|in|(?<=['’])s|the|year|und|aber|im|in|jahr|и|а|но|во|година(?:та)?)\b\W*)*", re.IGNORECASE
)
"""What may stand before the subject of a clause, without the times: "And in | 2020 | our neighbours had"."""


def unnamed_place(text: str, sentence: Span, room: Span, times: Iterable[Span], language: str) -> Span | None:
    """Find a clause's words for a place that is not named; None where it has none.

    A place that is only mentioned in passing does not count: "we trade with our neighbours".

    >>> said = "Our neighbours had 8 percent, we trade with our neighbours."
    >>> whole = Span(0, len(said))
    >>> unnamed_place(said, whole, Span(0, 28), (), "en"), unnamed_place(said, whole, Span(29, len(said)), (), "en")
    (Span(start=0, end=14), None)

    Args:
        text: The whole text.
        sentence: The sentence in it.
        room: The clause of the claim in it.
        times: The words for times in the sentence, and the names of places whose neighbours are meant.
        language: The language whose word file the text is read by.
    """
    for key in UNNAMED:
        for found in phrases_in(text, (sentence.start, sentence.end), "qualifiers", key, language):
            span = Span(*found.span())
            if room.covers(span) and (key == "unnamed_in" or _opens(text, room.start, span.start, times)):
                return span
    return None


def _opens(text: str, start: int, end: int, times: Iterable[Span]) -> bool:
    """Check whether only times stand before the words, at the start of the clause."""
    words = text[start:end]
    for time in sorted((each for each in times if start <= each.start and each.end <= end), reverse=True):
        words = words[: time.start - start] + words[time.end - start :]
    return _BEFORE_SUBJECT.fullmatch(words) is not None
