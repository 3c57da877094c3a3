"""A text told anew in pieces of another, and the way back from its offsets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from workbench.core.document import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a retold text.

    Attributes:
        words: The words.
        said: Where the text that is retold begins to say them; None for words that only join others.
    """

    words: str
    said: int | None = None


Passage = tuple[int, int, Sequence[Piece]]
"""Where a passage begins and ends, and the pieces of the sentence that says the same."""

Back = Callable[[Span], Span]
"""Finds where the words of a span of a retold text were said."""


class RetoldText:
    """A text made of pieces of another.

    >>> told = RetoldText([Piece("It was "), Piece("5", 0), Piece(" in "), Piece("2012", 12), Piece(".", 1)])
    >>> told.text, told.back(Span(7, 8)), told.back(Span(0, 17))
    ('It was 5 in 2012.', Span(start=0, end=1), Span(start=0, end=16))
    """

    __slots__ = ("_pieces", "_starts", "text")

    def __init__(self, pieces: Iterable[Piece]) -> None:
        """Join the pieces; one of them at least was said."""
        self._pieces = [piece for piece in pieces if piece.words]
        self._starts = [0, *accumulate(len(piece.words) for piece in self._pieces)]
        self.text = "".join(piece.words for piece in self._pieces)

    def back(self, span: Span) -> Span:
        """Find where the retold text says the words of a span: from the first to the last of them, or else of those nearest to them."""
        first, last = bisect_right(self._starts, span.start) - 1, bisect_right(self._starts, span.end - 1) - 1
        said = [one for place in range(first, last + 1) if (one := self._said(place, span)) is not None]
        if not said:
            return self._nearest(first)
        return Span(min(one.start for one in said), max(one.end for one in said))

    def _said(self, place: int, span: Span) -> Span | None:
        """Find where the part of a span that lies in a piece was said."""
        piece, begins = self._pieces[place], self._starts[place]
        if piece.said is None:
            return None
        start, end = max(span.start, begins) - begins, min(span.end - begins, len(piece.words))
        return Span(piece.said + start, piece.said + end) if start < end else None

    def _nearest(self, place: int) -> Span:
        """Find where the piece was said that is nearest to one of joining words."""
        there = sorted(range(len(self._pieces)), key=lambda other: abs(other - place))
        near = next(piece for piece in (self._pieces[other] for other in there) if piece.said is not None)
        return Span(near.said or 0, (near.said or 0) + len(near.words))
