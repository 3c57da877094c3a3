"""Mark words of a text: a cursor that moves by words and sentences, and the word where the mark began.

Only whole words are marked, without the punctuation around them. The functions are pure.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.core.document import Span

_WORD = re.compile(r"\S+")
_AROUND = "“”„\"'‘’«»()[]"
_BEHIND = f"{_AROUND},;:.!?…"


@dataclass(frozen=True, slots=True)
class WordMarking:
    """The state while words are being marked.

    Attributes:
        text: The text.
        words: Its words, white space apart.
        sentences: The first word of each sentence, by its number.
        at: The word at the cursor.
        anchor: The word where the mark began; None while it is one word.
    """

    text: str
    words: tuple[Span, ...]
    sentences: tuple[int, ...]
    at: int = 0
    anchor: int | None = None

    @classmethod
    def begin(cls, text: str, sentences: Sequence[Span], near: int) -> WordMarking | None:
        """Begin at the sentence of an offset; None in a text without words."""
        words = tuple(Span(*found.span()) for found in _WORD.finditer(text))
        if not words:
            return None
        starts = [word.start for word in words]
        heads = sorted({min(bisect_left(starts, each.start), len(words) - 1) for each in sentences} | {0})
        at = max(0, bisect_right(starts, near) - 1)
        mark = cls(text, words, tuple(heads), at)
        return replace(mark, at=mark._head(at))

    @property
    def span(self) -> Span:
        """The span of the marked words; of the word at the cursor where no mark was begun."""
        first, last = sorted((self.at, self.at if self.anchor is None else self.anchor))
        start, end = self.words[first].start, self.words[last].end
        words = self.text[start:end]
        bare = words.rstrip(_BEHIND)
        lead = len(bare) - len(bare.lstrip(_AROUND))
        return Span(start + lead, start + len(bare)) if bare[lead:] else Span(start, end)

    @property
    def quote(self) -> str:
        """The marked words in one line."""
        return " ".join(self.span.cut(self.text).split())

    def move(self, by: int) -> WordMarking:
        """Move the cursor forward or back by some words."""
        return replace(self, at=max(0, min(len(self.words) - 1, self.at + by)))

    def move_sentence(self, by: int) -> WordMarking:
        """Move the cursor by sentences: to the last word of one while a mark is open, else to the first."""
        here = bisect_right(self.sentences, self.at) - 1
        to = max(0, min(len(self.sentences) - 1, here + by))
        if self.anchor is not None and self.at >= self.anchor and by > 0:
            ends = self._last(here)
            return replace(self, at=ends if self.at < ends else self._last(to))
        return replace(self, at=self.sentences[to])

    def drop(self) -> WordMarking:
        """Begin the mark at the cursor; where one was begun already, replace it."""
        return replace(self, anchor=self.at)

    def whole(self) -> WordMarking:
        """Mark the whole sentence at the cursor."""
        here = bisect_right(self.sentences, self.at) - 1
        return replace(self, anchor=self.sentences[here], at=self._last(here))

    def over(self, start: int, end: int) -> WordMarking:
        """Mark the words that a range of the text touches, from its beginning to its end."""
        starts = [word.start for word in self.words]
        first, last = (max(0, bisect_right(starts, each) - 1) for each in (start, end))
        return replace(self, anchor=first, at=last)

    def _head(self, word: int) -> int:
        return self.sentences[bisect_right(self.sentences, word) - 1]

    def _last(self, sentence: int) -> int:
        """Return the last word of a sentence, by its number."""
        following = self.sentences[sentence + 1] if sentence + 1 < len(self.sentences) else len(self.words)
        return following - 1
