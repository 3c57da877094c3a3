"""The ages that a claim's figure is about: "unemployment of 25- to 34-year-olds", "among the over-50s", "children under five".

Offices count by their own age groups. The figure of one group is not that of another, nor of everybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.core.claim import Mention, Qualifier, Sort
from workbench.core.document import Span
from workbench.extract.words.small_numbers import small_number
from workbench.extract.words.word_patterns import phrases_in

_OLDEST = 120


def ages_of_figures(text: str, sentence: Span, claim: Span, room: Span, language: str) -> Iterator[Mention[Qualifier]]:
    """Yield the ages that a claim's figure is about, worded as in series titles: "aged 25 to 34".

    Ages in the claim's clause come first. If a sentence has only one age group, all its figures are of that group.

    Args:
        text: The text.
        sentence: The sentence of the claim.
        claim: The span of the claim's figure; the figure itself is no age group.
        room: The clause of the claim.
        language: One with a word file; for any other nothing is found.
    """
    found = phrases_in(text, (sentence.start, sentence.end), "qualifiers", "aged", language)
    said = [(Span(*each.span()), words) for each in found if (words := _words(each, language))]
    free = [each for each in said if not each[0].start <= claim.start < each[0].end]
    near = [each for each in free if room.overlaps(each[0])]
    if near or len({words for _, words in free}) == 1:
        span, words = min(near or free, key=lambda each: abs(each[0].start - claim.start))
        yield Mention(span, Qualifier(sort=Sort.AGED, what=words), Sort.AGED.value)


def _words(found: re.Match[str], language: str) -> str:
    """Word the ages as in series titles; empty where the figures are no ages."""
    said = {name.partition("_")[0]: figure for name, figure in found.groupdict().items() if figure}
    figures = {name: small_number(figure.casefold(), language) for name, figure in said.items()}
    if not figures or max(figures.values()) > _OLDEST or 0 in figures.values():
        return ""
    if "low" in figures:
        return f"aged {figures['low']} to {figures['high']}" if figures["low"] < figures["high"] else ""
    return f"aged {figures['over']} and over" if "over" in figures else f"under {figures['under']} years"
