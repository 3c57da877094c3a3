"""The changes that a sentence tells of: which way, by how much, and from when.

Why this room exists: "fell by 36.5 percent" and "fell to 36.5 percent" are two claims, and percent is not points. The link
between a figure and the word of change beside it decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from workbench.core.claim import Change, ChangeMode, Direction, Mention
from workbench.core.period import Period
from workbench.core.quantity import Amount, Dimension, Relation, Unit
from workbench.core.text import Span
from workbench.extract.change_words import multiples, ways
from workbench.extract.hedges import hedge_before
from workbench.extract.lexer import Kind, Tokens, lex, word_at

_MODES = {Dimension.SHARE: ChangeMode.RELATIVE, Dimension.POINTS: ChangeMode.POINTS}
_NEAR = 8
_FACTOR = Unit(Dimension.UNKNOWN, "")
_BASES = frozenset({"than", "from", "on", "over", "with", "to", "against", "versus", "vs", "regards", "since", "of", "in"})


@dataclass(frozen=True, slots=True)
class Link:
    """A word of change and how a figure hangs on it."""

    direction: Direction
    word: int
    by: str


def find_changes(
    text: str, amounts: Sequence[Mention[Amount]], periods: Sequence[Mention[Period]], said: date | None
) -> list[Mention[Change]]:
    """Gives the changes that a text tells of, in order.

    Args:
        text: The sentence.
        amounts: What `find_amounts` read in it.
        periods: What `find_periods` read in it.
        said: The day the words were said.

    >>> from workbench.extract.amounts import find_amounts
    >>> t = "Exports grew by 7.2 percent."
    >>> [(m.noun.direction.value, m.noun.mode.value) for m in find_changes(t, find_amounts(t), [], None)]
    [('up', 'relative')]
    """
    del said
    tokens = lex(text)
    if not _speaks_of_change(tokens):
        return []
    reader = _Reader(tokens, tuple(amounts), tuple(periods))
    return reader.read()


def _speaks_of_change(tokens: Tokens) -> bool:
    words = {token.low for token in tokens}
    return any(not words.isdisjoint(table) for table in (ways("verbs"), ways("nouns"), ways("behind"), multiples()))


class _Reader:
    """One sentence with its tokens, amounts and periods."""

    def __init__(
        self, tokens: Tokens, amounts: tuple[Mention[Amount], ...], periods: tuple[Mention[Period], ...]
    ) -> None:
        self.tokens, self.amounts, self.periods = tokens, amounts, periods
        self.starts = {token.start: i for i, token in enumerate(tokens)}
        self.ends = {token.end: i + 1 for i, token in enumerate(tokens)}

    def read(self) -> list[Mention[Change]]:
        found: list[Mention[Change]] = []
        origins: dict[int, Mention[Amount]] = {}
        targets: dict[int, Mention[Amount]] = {}
        ways_: dict[int, Direction] = {}
        used: set[int] = set()
        for amount in self.amounts:
            link = self.link(amount)
            if link is None:
                continue
            if link.by in {"from", "to"}:
                (origins if link.by == "from" else targets)[link.word] = amount
                ways_[link.word] = link.direction
                continue
            used.add(link.word)
            found.append(self.by_amount(amount, link))
        found += self.from_to(origins, targets, ways_, used)
        found += self.multiplied()
        return sorted(found, key=lambda m: m.span)

    def link(self, amount: Mention[Amount]) -> Link | None:
        if amount.noun.unit.dimension is Dimension.DURATION:
            return None
        i, j = self.starts[amount.span.start], self.ends[amount.span.end]
        return self.behind(amount, i, j) or self.before(i)

    def behind(self, amount: Mention[Amount], i: int, j: int) -> Link | None:
        """A 36.5 % reduction; 1,500 fewer thefts; 10 percent lower."""
        for k in range(i, j):
            if word_at(self.tokens, k) in {"more", "fewer", "less"} and k > i:
                return Link(ways("behind")[self.tokens[k].low], k, "by") if self._compares(j) else None
        for k in range(j, min(j + 3, len(self.tokens))):
            word = self.tokens[k].low
            if word in ways("nouns") and (k == j or self.tokens[k - 1].kind is Kind.WORD) and self._is_noun(k, i):
                return Link(ways("nouns")[word], k, "by")
            if k == j and word in ways("behind"):
                return Link(ways("behind")[word], k, "by")
            if self.tokens[k].kind is not Kind.WORD or word in {"of", "in", "to", "and", "from", "by", "on", "as", "the"}:
                break
        del amount
        return None

    def _is_noun(self, k: int, i: int) -> bool:
        """"A 5 % rise" and "5 % growth", not "5 % of workers fell"."""
        return k == self.ends_at(i) or word_at(self.tokens, k - 1) not in {"will", "to", "would"}

    def ends_at(self, i: int) -> int:
        return i + 1

    def _compares(self, j: int) -> bool:
        return word_at(self.tokens, j) in {"than", "compared", "in", "on", "", ".", ",", "were", "was", "from", "over"}

    def before(self, i: int) -> Link | None:
        """Fell by 5 %; a drop of almost 50 percent; up 7 %; fell to 16 %."""
        hedge = hedge_before(self.tokens, i)
        k = (hedge[1] if hedge else i) - 1
        by = word_at(self.tokens, k)
        if by in {"by", "of", "from", "to"}:
            k -= 1
        else:
            by = ""
        for back in range(k, max(-1, k - _NEAR), -1):
            token = self.tokens[back]
            if token.low in {";", ":", ".", "?", "!"}:
                return None
            direction = ways("verbs").get(token.low) or ways("nouns").get(token.low)
            if direction is not None:
                near = k - back
                if by == "of" and near > 5:  # noqa: PLR2004
                    return None
                if not by and near > 1:
                    return None
                return Link(direction, back, "by" if by in {"", "of"} else by)
            if token.kind is Kind.NUMBER and not by:
                return None
        return None

    def by_amount(self, amount: Mention[Amount], link: Link) -> Mention[Change]:
        mode = _MODES.get(amount.noun.unit.dimension, ChangeMode.ABSOLUTE)
        i, j = self.starts[amount.span.start], self.ends[amount.span.end]
        first, end = min(i, link.word), max(j, link.word + 1)
        span = Span(self.tokens[first].start, self.tokens[end - 1].end)
        change = Change(link.direction, mode, amount, self.base(end))
        return Mention(span, change, "change-before" if link.word < i else "change-behind")

    def base(self, end: int) -> Period | None:
        """The period behind "than", "compared with", "in regards to", "from"."""
        edge = self.tokens[end - 1].end
        for mention in self.periods:
            if mention.span.start < edge:
                continue
            i = self.starts[mention.span.start]
            between = [word_at(self.tokens, k) for k in range(end, i)]
            if len(between) > 10:  # noqa: PLR2004
                return None
            if _is_base(between, mention.rule):
                return mention.noun
        return None

    def from_to(
        self,
        origins: dict[int, Mention[Amount]],
        targets: dict[int, Mention[Amount]],
        ways_: dict[int, Direction],
        used: set[int],
    ) -> list[Mention[Change]]:
        """Fell from 27.3 % in 2015 to 16.6 % in 2020."""
        found = []
        for word, direction in ways_.items():
            if word in used or word not in origins:
                continue
            origin, target = origins[word], targets.get(word)
            last = max(m.span.end for m in (origin, target) if m is not None)
            span = Span(min(self.tokens[word].start, origin.span.start), last)
            found.append(
                Mention(span, Change(direction, ChangeMode.ABSOLUTE, None, self._period_of(origin), origin, target), "from-to")
            )
        return found

    def _period_of(self, amount: Mention[Amount]) -> Period | None:
        j = self.ends[amount.span.end]
        for mention in self.periods:
            i = self.starts[mention.span.start]
            if j <= i <= j + 2 and all(word_at(self.tokens, k) in {"in", "the", "of"} for k in range(j, i)):
                return mention.noun
        return None

    def multiplied(self) -> list[Mention[Change]]:
        """Doubled, tripled, halved."""
        found = []
        for i, token in enumerate(self.tokens):
            factor = multiples().get(token.low)
            if factor is None or (token.low in {"double", "doubles"} and not self._is_verb(i)):
                continue
            value = Decimal(factor)
            amount = Amount(Relation.IS, value, None, Decimal(1) if value >= 1 else Decimal("0.1"), _FACTOR)
            span = Span(token.start, token.end)
            direction = Direction.UP if value > 1 else Direction.DOWN
            change = Change(direction, ChangeMode.MULTIPLE, Mention(span, amount, "multiple"), self.base(i + 1))
            found.append(Mention(span, change, "multiple"))
        return found

    def _is_verb(self, i: int) -> bool:
        return word_at(self.tokens, i - 1) in {"to", "will", "would", "nearly", "almost", "than"}


def _is_base(between: list[str], rule: str) -> bool:
    leaning = rule in {"same-period", "earlier", "ago"}
    if not between:
        return leaning
    link = between[-1] if between[-1] not in {"the", "a", "that"} else (between[-2] if len(between) > 1 else "")
    if link in {"than", "regards", "with", "against", "versus", "vs", "compared"}:
        return True
    if link in {"from", "on", "over", "to"}:
        return link != "to" or "compared" in between or "relation" in between or "regards" in between or "relative" in between
    return leaning and link in {"in", "of", "during", "for"} and any(w in {"than", "compared", "from"} for w in between)
