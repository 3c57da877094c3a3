"""Claims: one checkable thing that somebody said, with every slot that was read and the rule that read it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from workbench.core.errors import Problem
from workbench.core.period import Period
from workbench.core.quantity import Amount
from workbench.core.score import ScorePart, total
from workbench.core.text import Attribution, Span

T = TypeVar("T")


class ClaimKind(StrEnum):
    """What sort of thing a claim says."""

    LEVEL = "level"
    CHANGE = "change"
    COMPARISON = "comparison"
    SHARE = "share"
    RANK = "rank"
    PROMISE = "promise"
    STATEMENT = "statement"


class Direction(StrEnum):
    """Which way a change goes."""

    UP = "up"
    DOWN = "down"
    FLAT = "flat"


class ChangeMode(StrEnum):
    """How a change is measured. Percent (`RELATIVE`) is not percentage points (`POINTS`)."""

    ABSOLUTE = "absolute"
    RELATIVE = "relative"
    POINTS = "points"
    MULTIPLE = "multiple"


@dataclass(frozen=True, slots=True)
class Mention(Generic[T]):
    """A noun that was read at a place in a text.

    Attributes:
        span: Where it stands, in the text that was read.
        noun: What was read there, the likeliest reading.
        rule: The name of the rule that read it.
        alternatives: Other readings, likeliest first; empty where there is no doubt.
    """

    span: Span
    noun: T
    rule: str
    alternatives: tuple[T, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A change as said.

    Attributes:
        direction: Up, down or flat.
        mode: Relative (percent), points, absolute, or multiple ("doubled" is 2).
        amount: By how much, positive, where said.
        base: The period it is measured from, where said.
        origin: The value it is said to start from ("from 27.3 %").
        target: The value it is said to reach ("to 16.6 %").
        denied: The way that is said not to have been gone ("has not fallen"), where the direction is flat for that alone.
    """

    direction: Direction
    mode: ChangeMode
    amount: Mention[Amount] | None = None
    base: Period | None = None
    origin: Mention[Amount] | None = None
    target: Mention[Amount] | None = None
    denied: Direction | None = None


class Sort(StrEnum):
    """What a word may say of the sort of figure that a claim gives."""

    PER = "per"
    IN_ALL = "in all"
    SHARE_OF = "share of"
    BESIDE = "beside"
    DEFICIT = "deficit"
    SURPLUS = "surplus"
    GROWTH = "growth"


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualifier:
    """What a claim says of the sort of its figure, which the figure of a series must be too before the two are compared.

    Attributes:
        sort: What is said: counted against something, a sum over a stretch, a share of a whole, set beside another figure,
            a deficit or surplus, growth as the thing that is measured.
        what: Against what ("inhabitant"), of which whole ("those in work"), or beside what ("the general one").
        place: The place that the figure is set beside; None where it is no known place.
        period: The period that it is set beside; None where it is none.
        way: Which way the words put the claim's own figure, beside the other; None where they do not say.
    """

    sort: Sort
    what: str = ""
    place: str | None = None
    period: Period | None = None
    way: Direction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One checkable thing that was said.

    Attributes:
        id: Twelve hex digits, the same for the same words at the same place of the same document.
        document: The id of its document.
        span: The words that make the claim, in `Document.text`.
        quote: Exactly those words.
        sentence: The sentence that they stand in.
        context: That sentence's words.
        kind: Level, change, comparison, share, rank, promise or statement.
        measure: The words for what is measured ("attempts of illegal migration"), without the figure.
        amount: The figure that is claimed; None where none is.
        change: The change that is claimed; None where none is.
        period: The period that it speaks of; None where unknown.
        place: ISO 3166 alpha-3 or a group's code; None where unknown.
        attribution: Who says it.
        amounts: All amounts of the claim (not of the whole sentence, where the sentence makes several claims).
        periods: All periods likewise.
        places: All places named likewise, as codes.
        changes: All changes likewise.
        said: The day the words were said.
        language: Two letters.
        worth: Why it is worth checking, as parts.
        notes: What was assumed ("the period is that of the sentence before") or is doubtful.
        qualifiers: What its words say of the sort of its figure ("per inhabitant", "in all", "than in France").
    """

    id: str
    document: str
    span: Span
    quote: str
    sentence: Span
    context: str
    kind: ClaimKind
    measure: str = ""
    amount: Mention[Amount] | None = None
    change: Mention[Change] | None = None
    period: Mention[Period] | None = None
    place: str | None = None
    attribution: Attribution | None = None
    amounts: tuple[Mention[Amount], ...] = ()
    periods: tuple[Mention[Period], ...] = ()
    places: tuple[Mention[str], ...] = ()
    changes: tuple[Mention[Change], ...] = ()
    said: date | None = None
    language: str = "en"
    worth: tuple[ScorePart, ...] = ()
    notes: tuple[Problem, ...] = ()
    qualifiers: tuple[Mention[Qualifier], ...] = ()

    def qualified(self, sort: Sort) -> Mention[Qualifier] | None:
        """What its words say of one sort; None where they say nothing of it."""
        return next((each for each in self.qualifiers if each.noun.sort is sort), None)

    @property
    def worth_score(self) -> float:
        """How much a check of it is worth, 0 to 1: the sum of its parts."""
        return total(self.worth)


def claim_id(document: str, span: Span, quote: str) -> str:
    """The id of a claim: the same words at the same place of the same document are the same claim."""
    words = f"{document}\x1f{span.start}\x1f{span.end}\x1f{quote}"
    return hashlib.sha256(words.encode(errors="surrogatepass")).hexdigest()[:12]  # a record's id may be any JSON text


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a text holds, whether or not it became a claim.

    Attributes:
        claims: In the order of the text.
        amounts: Every amount.
        periods: Every period.
        places: Every place, as codes.
        changes: Every change.
        attributions: Who says what.
        sentences: The sentences of the text.
        worth: The worth of its best sentence, 0 to 1.
        kind: The kind of that sentence.
        problems: What is doubtful.
    """

    claims: tuple[Claim, ...]
    amounts: tuple[Mention[Amount], ...]
    periods: tuple[Mention[Period], ...]
    places: tuple[Mention[str], ...]
    changes: tuple[Mention[Change], ...]
    attributions: tuple[Attribution, ...]
    sentences: tuple[Span, ...]
    worth: float
    kind: ClaimKind
    problems: tuple[Problem, ...] = ()
