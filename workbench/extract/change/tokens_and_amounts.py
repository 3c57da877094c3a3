"""The input of all readers of change: the tokens, amounts and periods of a sentence, each findable from the other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.core.claim import Mention
from workbench.core.document import Span
from workbench.core.period import Period
from workbench.core.quantity import Amount
from workbench.extract.words.lexer import Tokens

PAUSES = frozenset({".", ",", ";", ":", "!", "?", "–", "—", "(", ")"})
"""Signs at which a clause may end."""


@dataclass(frozen=True, slots=True)
class SentenceTokens:
    """One sentence with what was read in it."""

    tokens: Tokens
    amounts: tuple[Mention[Amount], ...]
    periods: tuple[Mention[Period], ...]
    starts: tuple[int, ...]
    period_starts: tuple[int, ...]

    @classmethod
    def of(
        cls, tokens: Tokens, amounts: Sequence[Mention[Amount]], periods: Sequence[Mention[Period]]
    ) -> SentenceTokens:
        """Index a sentence by its tokens and periods."""
        starts, times = [t.start for t in tokens], [m.span.start for m in periods]
        return cls(tokens, tuple(amounts), tuple(periods), tuple(starts), tuple(times))

    def tokens_of(self, span: Span) -> tuple[int, int]:
        """Find the index of the first token of a span, and the index behind its last."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)

    def periods_from(self, i: int, furthest: int) -> Iterator[tuple[int, Mention[Period]]]:
        """Yield the periods that begin at a token or at most so many tokens behind it, each with its first index."""
        if i >= len(self.tokens):
            return
        for k in range(bisect_left(self.period_starts, self.tokens[i].start), len(self.periods)):
            at = self.tokens_of(self.periods[k].span)[0]
            if at > i + furthest:
                return
            yield at, self.periods[k]

    def end_of(self, offset: int) -> int:
        """Find the index of the first token at or behind an offset."""
        return bisect_left(self.starts, offset)

    def span(self, first: int, end: int) -> Span:
        """Find the span of text that some tokens cover."""
        return Span(self.tokens[first].start, self.tokens[end - 1].end)
