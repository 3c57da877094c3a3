"""A figure that is announced and told of in the sentence behind it: "Our number of the day: 31 percent. | That was the share in Malta in 2009".

The two are read as one sentence, like "31 percent – that was the share in Malta in 2009".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from workbench.core.document import Sentence, Span
from workbench.extract.words.word_files import file_for
from workbench.extract.words.word_patterns import word_pattern

_ANNOUNCED = re.compile(
    r"(?:[^:.!?\d]*[:–—]\s)?(?:[^\W\d_]+\s)?[€$£]?(?!(?:19|20)\d\d\b)\d[\d.,]*(?<![.,])(?:\s?[%€]|\s[\w.,-]*\w){0,7}\s?[.!]"
)
"""A sentence that is a figure with its unit, behind a colon or alone; no year."""

_MOST = 120
"""Most characters of an announcement."""


def joined_to_their_figure(sentences: Iterable[Sentence], text: str, language: str) -> Iterator[Sentence]:
    """Join each sentence that tells of the figure before it to that figure's own.

    >>> from workbench.extract.segment.sentences import split_sentences
    >>> said = "Our number of the day: 31 percent. That was the share of forest in Malta in 2009. It grew."
    >>> [sentence.span.cut(said)[-15:] for sentence in split_sentences(said)]
    [' Malta in 2009.', 'It grew.']
    """
    told = word_pattern("sentences", "told_after", file_for(language))
    before: Sentence | None = None
    for each in sentences:
        start, end = each.span.start, each.span.end
        if before is None or told is None or told.match(text, start, end) is None or not _announces(text, before, each):
            if before is not None:
                yield before
            before = each
        else:
            before = replace(before, span=Span(before.span.start, end))
    if before is not None:
        yield before


def _announces(text: str, before: Sentence, told: Sentence) -> bool:
    said = before.span.cut(text)
    return before.paragraph == told.paragraph and len(said) <= _MOST and _ANNOUNCED.fullmatch(said) is not None
