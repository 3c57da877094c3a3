"""The ages that a claim's figure is about: "unemployment of 25- to 34-year-olds", "among the over-50s", "children under five".

Offices count by age groups of their own. A figure of one group is none of another, nor of all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.core.claim import Mention, Qualifier, Sort
from workbench.core.text import Span
from workbench.extract.words.small_numbers import small_number
from workbench.extract.words.word_patterns import phrases_in

_OLDEST = 120


def ages_of_figures(text: str, sentence: Span, claim: Span, room: Span, language: str) -> Iterator[Mention[Qualifier]]:
    """Yield the ages that a claim's figure is about, in the words of titles: "aged 25 to 34".

    Those of its own clause come first. A group that is the only one of its sentence is told of all its figures.

    Args:
        text: The text.
        sentence: The sentence of the claim.
        claim: Where the claim's figure stands; a figure is no age group of itself.
        room: The clause that the claim reaches.
        language: One with a word file; of any other none are read.
    """
    found = phrases_in(text, (sentence.start, sentence.end), "qualifiers", "aged", language)
    said = [(Span(*each.span()), words) for each in found if (words := _words(each, language))]
    free = [each for each in said if not each[0].start <= claim.start < each[0].end]
    near = [each for each in free if room.overlaps(each[0])]
    if near or len({words for _, words in free}) == 1:
        span, words = min(near or free, key=lambda each: abs(each[0].start - claim.start))
        yield Mention(span, Qualifier(sort=Sort.AGED, what=words), Sort.AGED.value)


def _words(found: re.Match[str], language: str) -> str:
    """Return the ages in the words of titles; empty where the figures are none."""
    said = {name.partition("_")[0]: figure for name, figure in found.groupdict().items() if figure}
    figures = {name: small_number(figure.casefold(), language) for name, figure in said.items()}
    if not figures or max(figures.values()) > _OLDEST or 0 in figures.values():
        return ""
    if "low" in figures:
        return f"aged {figures['low']} to {figures['high']}" if figures["low"] < figures["high"] else ""
    return f"aged {figures['over']} and over" if "over" in figures else f"under {figures['under']} years"
