"""The levels of one sentence, in order, with the words between them, which distinguish a part from its whole.

The words around a figure ("of the 35 cases, 40 …", "… or 40 per cent") say how it relates to its neighbour. Claims split a sentence;
here it is joined again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.consistency.figure_pairs import level_amount, same_sentence
from workbench.core.claim import Claim, Mention
from workbench.core.quantity import Amount, Dimension

MOST_CLAIMS = 60
"""Maximum number of claims of a sentence. One with more is a table that lost its line breaks."""

_OF_THESE = re.compile(r"\W*(?:out\s+)?(?:of|among)\s+(?:these|those|them|whom|which)\b", re.IGNORECASE)
NEXT = 5
"""Maximum number of characters between a sentence and the next one that refers to it."""

_CLAUSE = re.compile(r"[;.!?]\s|:\s")


@dataclass(frozen=True, slots=True)
class Level:
    """A figure that is claimed as a level, with its claim."""

    mention: Mention[Amount]
    owner: Claim

    @property
    def amount(self) -> Amount:
        """The amount as said."""
        return self.mention.value

    @property
    def dimension(self) -> Dimension:
        """What kind of thing it measures."""
        return self.mention.value.unit.dimension


@dataclass(frozen=True, slots=True)
class SpokenLevels:
    """One sentence with its levels.

    Attributes:
        words: The sentence.
        start: Where it begins in its document.
        levels: Its levels, in order of the text.
        claims: Its claims, in order of the text.
        these: What "of these" at its beginning refers to: the last thing counted in the sentence before; None without such words.
    """

    words: str
    start: int
    levels: tuple[Level, ...]
    claims: tuple[Claim, ...]
    these: Level | None = None

    def before(self, level: Level) -> str:
        """Cut out the words from the beginning of the sentence to a level."""
        return self.words[: max(0, level.mention.span.start - self.start)]

    def between(self, first: Level, second: Level) -> str:
        """Cut out the words from the end of one level to the beginning of another."""
        start, end = first.mention.span.end - self.start, second.mention.span.start - self.start
        return self.words[max(0, start) : max(0, end)]

    def after(self, level: Level) -> str:
        """Cut out the words after a level, to the end of the sentence."""
        return self.words[max(0, level.mention.span.end - self.start) :]

    def following(self, level: Level) -> Iterator[Level]:
        """Yield the levels after one, up to the next clause."""
        for other in self.levels[self.levels.index(level) + 1 :]:
            if _CLAUSE.search(self.between(level, other)):
                return
            yield other


def sentence_levels(claim: Claim, siblings: Sequence[Claim]) -> SpokenLevels:
    """Join the sentence of a claim: its own levels and its siblings'; without levels where it is a table and no sentence."""
    claims = same_sentence(claim, siblings)
    if len(claims) > MOST_CLAIMS:
        return SpokenLevels(claim.context, claim.sentence.start, (), claims)
    sizes = [c.change.value.amount.span for c in claims if c.change is not None and c.change.value.amount is not None]
    found = {
        m.span: Level(m, owner)
        for owner in claims
        for m in level_amount(owner)
        if not any(m.span.overlaps(s) for s in sizes)
    }
    levels = tuple(sorted(found.values(), key=lambda level: level.mention.span.start))
    return SpokenLevels(claim.context, claim.sentence.start, levels, claims, _these(claim, siblings))


def _these(claim: Claim, siblings: Sequence[Claim]) -> Level | None:
    if not _OF_THESE.match(claim.context):
        return None
    earlier = [c for c in siblings if c.document == claim.document and c.sentence.end <= claim.sentence.start]
    end = max((c.sentence.end for c in earlier), default=-NEXT)
    if claim.sentence.start - end > NEXT:
        return None
    there = [
        Level(m, c)
        for c in earlier
        if c.sentence.end == end
        for m in level_amount(c)
        if m.value.unit.dimension is Dimension.COUNT
    ]
    return max(there, key=lambda level: level.mention.span.start, default=None)
