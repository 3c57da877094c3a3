"""Floods: texts with more than a speech has, such as a table column on lines or one word a thousand times.

Their sentences are so short that a text of ordinary size would have tens of thousands. Only the first thousands are
read, and a problem says so, so that no text takes long. The densest real text known, a statistical bulletin, has one
claim in some 80 characters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from workbench.core.document import Sentence
from workbench.extract.segment.sentences import sentences_of

LIMITS: Final = (
    ("claims", 1_000, 30),
    ("claims", 5_000, 60),
    ("figures", 2_000, 15),
    ("sentences", 5_000, 20),
)
"""For each thing counted: the smallest number that may be a flood, and the characters per item below which it is one,
counted from the beginning of the text.
"""

_LOOKED_AT = 10_000
"""Sentences of a flood that are looked at: more than are read, since sentences of signs alone are not read."""


@dataclass(slots=True)
class TextCounts:
    """How much of a text has been read.

    Attributes:
        claims: Its claims.
        figures: Its amounts and phrases of time.
        sentences: Its sentences.
    """

    claims: int = 0
    figures: int = 0
    sentences: int = 0

    def flood(self, characters: int) -> str | None:
        """Find what a text has too much of, with its count; None in any ordinary text.

        >>> TextCounts(sentences=5_000).flood(20_000), TextCounts(sentences=5_000).flood(400_000)
        ('5,000 sentences', None)

        Args:
            characters: How many characters of the text have been read.
        """
        for what, many, dense in LIMITS:
            count: int = getattr(self, what)
            if count >= many and characters < count * dense:
                return f"{count:,} {what}"
        return None


def within_size_limits(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """Yield the sentences of a text that are looked at: the first 10,000 where they stand too close together, else all.

    >>> from workbench.core.document import Span
    >>> lines = [Sentence(Span(3 * k, 3 * k + 2), 0) for k in range(20_000)]
    >>> len(list(within_size_limits(lines))), len(list(within_size_limits(lines[:9_999])))
    (10000, 9999)
    """
    for count, sentence in enumerate(sentences):
        if count >= _LOOKED_AT and TextCounts(sentences=count).flood(sentence.span.start) is not None:
            return
        yield sentence


@lru_cache(maxsize=2)  # a text is looked through for what can be retold, and then read
def sentences_looked_at(text: str, language: str) -> tuple[Sentence, ...]:
    """Split a text into the sentences that are looked at; arguments as for `workbench.extract.split_sentences`.

    >>> len(sentences_looked_at("Wages fell. Prices rose.", "en"))
    2
    """
    return tuple(within_size_limits(sentences_of(text, language)))
