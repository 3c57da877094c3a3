"""Claims: one checkable thing that somebody said, with every slot and the rule that read it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from workbench.core.change import AS_MANY, AS_MUCH, IN_NUMBER, MULTIPLES, THE_SAME, Change, ChangeMode
from workbench.core.claim_notes import (
    EDGE_OF_YEAR,
    MEASURE_FROM_BEFORE,
    MEDIAN_AGE,
    MODIFIED,
    NO_BASE,
    NOT_SAID,
    NOT_SAID_SO,
    ONLY_ASKED,
    PREDICATE,
    SPENDER,
    SPOKEN_OF,
    SUM_UNTIL,
    TODAY,
    UNIT_FROM_BEFORE,
    UNREAD_PERIOD,
    UNREAD_STANDING,
    unread_period,
)
from workbench.core.claims_by_hand import ByHand
from workbench.core.direction import Direction
from workbench.core.document import Attribution, Span
from workbench.core.errors import Problem
from workbench.core.mention import Mention
from workbench.core.period import Period
from workbench.core.qualifier import LEFT_OUT, NARROWED, TAKEN_IN, Account, Qualifier, Sort
from workbench.core.quantity import Amount
from workbench.core.relations import Adjustment, ChangeStep, FirstTime, PlaceComparison, Prices, Rank, Trend
from workbench.core.report_text import NO_WORDS, ReportWords
from workbench.core.score import ScorePart, total

__all__ = [
    "AS_MANY",
    "AS_MUCH",
    "EDGE_OF_YEAR",
    "IN_NUMBER",
    "LEFT_OUT",
    "MEASURE_FROM_BEFORE",
    "MEDIAN_AGE",
    "MODIFIED",
    "MULTIPLES",
    "NARROWED",
    "NOT_SAID",
    "NOT_SAID_SO",
    "NO_BASE",
    "ONLY_ASKED",
    "PREDICATE",
    "RELATIONS",
    "SPENDER",
    "SPOKEN_OF",
    "SUM_UNTIL",
    "TAKEN_IN",
    "THE_SAME",
    "TODAY",
    "UNIT_FROM_BEFORE",
    "UNREAD_PERIOD",
    "UNREAD_STANDING",
    "Account",
    "Change",
    "ChangeMode",
    "Claim",
    "ClaimKind",
    "Direction",
    "Mention",
    "Qualifier",
    "Reading",
    "Sort",
    "claim_id",
    "unread_period",
]

_WORD = re.compile(r"\w+")
_SHORTEST_NAME = 4

RELATIONS = 6
"""Version of the relation slots. A claim stored with a lower one is read again before it is compared."""


class ClaimKind(StrEnum):
    """What sort of thing a claim says."""

    LEVEL = "level"
    CHANGE = "change"
    COMPARISON = "comparison"
    SHARE = "share"
    RANK = "rank"
    PROMISE = "promise"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One checkable thing that was said.

    Attributes:
        id: Twelve hex digits, the same for the same words at the same place of the same document.
        document: The id of its document.
        span: The words that make the claim, in `Document.text`.
        quote: Exactly those words.
        sentence: The sentence that contains them.
        context: That sentence's words.
        kind: Level, change, comparison, share, rank, promise or statement.
        measure: What is measured, without the figure; where official statistics have a name for it, that name ("homicides").
        amount: The figure that is claimed; None where none is.
        change: The change that is claimed; None where none is.
        period: The period it is about; None where unknown.
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
        qualifiers: What its words say about the kind of figure it is ("per inhabitant", "in all", "than in France").
        rank: The rank that it claims ("the highest since 1990"); None where it claims none.
        trends: What it says about a stretch of time as a whole, the words nearest to the figure first.
        step: The step between its figure and the one it is compared with ("on the month"); None where that is not said.
        per_many: Whether its sentence counts for each hundred or thousand of something ("15 for every 1,000 people").
        denied: Whether its words deny the figure ("was not 7 percent"). A denied verb ("has not fallen") is in `change` instead.
        of_rate: Whether its sentence or measure is about a share or a rate, whatever unit its figure has.
        all_of: The place where its sentence says that things of every kind are meant ("all | industries").
        first_time: The words that it is so for the first time; None where that is not said.
        comparison: The other place that its own place is compared with; None where there is none.
        prices: Whether its figure is said to be at constant or current prices; None where that is not said.
        adjustment: Whether its figure is said to be seasonally adjusted; None where that is not said.
        index_base: The year that it sets to 100; None where it sets none.
        per_person: Whether its sentence counts something per inhabitant, even if that is another figure than the claim's.
        of_change: Whether what is measured is itself a change ("the increase in prices").
        named_before: Whether its figure counts a group that the text named before ("106 of these deaths"), and not all.
        by_hand: Who made it and when; None for a claim that the machine read.
        unread: The words near its figure that no slot holds: they may say that only a part, or another thing, was counted.
        relations: The version of its relation slots: `RELATIONS`, or 0 for a claim stored by an earlier version.
        report_words: What a person wrote for the readers of its report.
        own_words: The text's own words for its measure ("murders"), where the measure is an official name.
        own_words_for: That name ("homicides"): the words hold only while it is the measure.
    """

    kept_in_bulk: ClassVar[bool] = True

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
    rank: Rank | None = None
    trends: tuple[Trend, ...] = ()
    first_time: FirstTime | None = None
    comparison: PlaceComparison | None = None
    prices: Prices | None = None
    adjustment: Adjustment | None = None
    index_base: int | None = None
    per_person: bool = False
    of_change: bool = False
    named_before: bool = False
    step: ChangeStep | None = None
    per_many: bool = False
    denied: bool = False
    of_rate: bool = False
    all_of: tuple[Span, ...] = ()
    unread: tuple[Mention[str], ...] = ()
    relations: int = 0
    by_hand: ByHand | None = None
    report_words: ReportWords = NO_WORDS
    own_words: str = ""
    own_words_for: str = ""

    @property
    def measure_said(self) -> str:
        """What is measured in the text's own words ("murders"), by which people know it again."""
        return self.own_words if self.own_words and self.own_words_for == self.measure else self.measure

    def qualified(self, sort: Sort) -> Mention[Qualifier] | None:
        """Find the qualifier of one sort; None where the claim has none."""
        return next((each for each in self.qualifiers if each.value.sort is sort), None)

    @property
    def measure_from_before(self) -> bool:
        """Whether its measure is taken from words before it."""
        return any(note.kind == MEASURE_FROM_BEFORE for note in self.notes)

    def named(self, names: Iterable[str]) -> frozenset[str]:
        """Select those of the given names that occur in its sentence outside the comparator, ignoring case."""
        text = self._own_words().casefold()
        return frozenset(name for name in names if len(name) >= _SHORTEST_NAME and _has_words(text, name.casefold()))

    def names_part_of(self, country: str) -> bool:
        """Check whether its place is a part of a country and the words read as that country are inside the part's name: "East Germany"."""
        if self.place is None or self.place == country:
            return False
        at = (mention.span.shift(-self.sentence.start) for mention in self.places if mention.value == country)
        return any(span.start >= 0 and span.cut(self.context) in self.place for span in at)

    def _own_words(self) -> str:
        """Blank out the words of the comparator in the sentence."""
        text, offset = self.context, self.sentence.start
        for mention in (each for each in self.qualifiers if each.value.sort is Sort.BESIDE):
            start, end = mention.span.start - offset, mention.span.end - offset
            text = f"{text[:start]}{' ' * (end - start)}{text[end:]}" if 0 <= start < end <= len(text) else text
        return text

    @property
    def figure(self) -> Mention[Amount] | None:
        """The figure that it claims: the size of the change, else the amount; None for a claim without one."""
        return (self.change.value.amount if self.change else None) or self.amount

    @property
    def words(self) -> frozenset[str]:
        """The words for what is measured, in small letters."""
        return frozenset(_WORD.findall(self.measure.lower()))

    @property
    def worth_score(self) -> float:
        """Check-worthiness, 0 to 1: the sum of its parts."""
        return total(self.worth)


def _has_words(text: str, words: str) -> bool:
    """Check whether a text contains some words as whole words: "Niger" is not in "Nigeria"."""
    at = text.find(words)
    if at < 0:
        return False
    before, behind = text[:at], text[at + len(words) :]
    return not before[-1:].isalnum() and not behind[:1].isalnum()


def claim_id(document: str, span: Span, quote: str) -> str:
    """Compute the id of a claim: the same words at the same place of the same document are the same claim."""
    words = f"{document}\x1f{span.start}\x1f{span.end}\x1f{quote}"
    return hashlib.sha256(words.encode(errors="surrogatepass")).hexdigest()[:12]  # imported ids may be any JSON text


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was read in a text, whether or not it became part of a claim.

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
        denied: Whether its words deny anything.
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
    denied: bool = False
