"""Marking words of a text: a cursor that goes by words and sentences, and the place where the mark began. Pure.

The marked words are whole words without the punctuation around them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.core.text import Span

_WORD = re.compile(r"\S+")
_AROUND = "“”„\"'‘’«»()[]"
_BEHIND = f"{_AROUND},;:.!?…"


@dataclass(frozen=True, slots=True)
class Marking:
    """A mark under way.

    Attributes:
        text: The text.
        words: Its words, white space apart.
        sentences: Where its sentences begin, as numbers of words.
        at: The word where the cursor stands.
        anchor: The word where the mark began; None while it is one word.
    """

    text: str
    words: tuple[Span, ...]
    sentences: tuple[int, ...]
    at: int = 0
    anchor: int | None = None

    @classmethod
    def begin(cls, text: str, sentences: Sequence[Span], near: int) -> Marking | None:
        """Return a mark at the sentence of an offset; None in a text without words."""
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
        """The marked words; the word at the cursor where no mark was begun."""
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

    def move(self, by: int) -> Marking:
        """Return the cursor some words on or back."""
        return replace(self, at=max(0, min(len(self.words) - 1, self.at + by)))

    def move_sentence(self, by: int) -> Marking:
        """Return the cursor at the next or an earlier sentence: at its last word where a mark goes on, else at its first."""
        here = bisect_right(self.sentences, self.at) - 1
        to = max(0, min(len(self.sentences) - 1, here + by))
        if self.anchor is not None and self.at >= self.anchor and by > 0:
            ends = self._last(here)
            return replace(self, at=ends if self.at < ends else self._last(to))
        return replace(self, at=self.sentences[to])

    def drop(self) -> Marking:
        """Return the mark begins at the cursor; where it began already, it ends there and begins anew."""
        return replace(self, anchor=self.at)

    def whole(self) -> Marking:
        """Return the sentence of the cursor, marked whole."""
        here = bisect_right(self.sentences, self.at) - 1
        return replace(self, anchor=self.sentences[here], at=self._last(here))

    def over(self, start: int, end: int) -> Marking:
        """Return the words that a stretch of the text touches, from where it was begun to where it ends."""
        starts = [word.start for word in self.words]
        first, last = (max(0, bisect_right(starts, each) - 1) for each in (start, end))
        return replace(self, anchor=first, at=last)

    def _head(self, word: int) -> int:
        return self.sentences[bisect_right(self.sentences, word) - 1]

    def _last(self, sentence: int) -> int:
        """Return the last word of a sentence, by its number."""
        following = self.sentences[sentence + 1] if sentence + 1 < len(self.sentences) else len(self.words)
        return following - 1
