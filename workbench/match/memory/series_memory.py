"""Memory of the series that reviewers picked and excluded, and its effect on the ranking for the next claim.

A newsroom should have to find out only once which table measures "crossings". Each choice is a vote on one series for one phrase.
The votes are added, and the sum is one more part of a candidate's score, with its reason. Figures, and whether they agreed with a
claim, are not used.

The rule is simple enough to compute by hand. A pick for the same phrase counts 1, a bar -1; less for a similar phrase, for
another place and for another kind of figure (`SLOT`). The odds that the series is meant begin at 1 to 4; each full pick
multiplies them by 4, each bar divides them by 4. `WEIGHT` is chosen so that two picks rank a series before every usable one that
nobody picked, whatever their titles; one pick does so where the titles' scores are close. Two bars for a phrase bar the series. A
unit, a place or a group that does not fit bars a series however often it was picked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from workbench.core.candidate import Candidate
from workbench.core.claim import ChangeMode, Claim, Reading
from workbench.core.conventions.own_office_bonus import OFFICE
from workbench.core.quantity import Dimension
from workbench.core.reviewers.series_choice import Choice, ChoiceKind, standing_choices
from workbench.core.score import MEMORY_PART, ScorePart
from workbench.core.series import SeriesRef
from workbench.match.memory.memory_phrase import MEANT, ONE_WAY, likeness, roots
from workbench.match.memory.memory_reasons import RememberedWords, not_meant, reason
from workbench.match.words.word_vectors import cosines, meanings

WEIGHT = 0.64
FIRST_ODDS, PICK = 0.25, 4.0
NEUTRAL = round(FIRST_ODDS / (1 + FIRST_ODDS), 4)
"""Probability that a series is meant if no choice is recorded."""

SLOT = 0.5
"""Weight of a choice for another place, and for another kind of figure."""

NEAR_AT_MOST = 0.05
"""Largest score of near phrases together: many picks of "youth unemployment" do not make it mean "unemployment".

Measured on phrases that name one of 5,400 series, half of them picked once: with 0.5 a tenth of the other half lost its first place,
with 0.05 none did.
"""

LIFTS = 0.3
"""Sum from which a series is a candidate even if no search finds it, and is not excluded for its words."""

BARS = -1.5
_MOST = 12
_CLEAREST = 6.0
_NOBODY = "nobody here picked or excluded it for such words"


@dataclass(frozen=True, slots=True)
class Sought:
    """A query to the memory: the measure's words, the kind of figure, the place, the claim's id."""

    words: str
    dimension: Dimension = Dimension.UNKNOWN
    place: str | None = None
    claim: str = ""


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the memory knows about one series for a query.

    Attributes:
        series: The series.
        title: As it was last called.
        net: Picks minus bars, each weighted by how far it holds for the query.
        because: A sentence: who picked and barred it, for which words, and when last.
        barred: Why it is barred; None where it is not.
        own: Whether it was chosen for this very claim.
        reach: The same sum with similar phrases counted in full: it decides whether the series is considered at all.
    """

    series: SeriesRef
    title: str
    net: float
    because: str
    barred: str | None = None
    own: bool = False
    reach: float = 0.0

    @property
    def value(self) -> float:
        """The probability that it is meant, 0 to 1."""
        odds = float(FIRST_ODDS * PICK ** max(-_CLEAREST, min(_CLEAREST, self.net)))
        return odds / (1 + odds)


@dataclass(frozen=True, slots=True)
class Recalled:
    """Result of the memory: every series that was chosen for such words."""

    remembered: Mapping[SeriesRef, Remembered]

    @property
    def listed(self) -> tuple[Remembered, ...]:
        """Series to add to the candidates: picked for such words, the most certain first, or chosen for this claim."""
        wanted = [
            each for each in self.remembered.values() if each.own or (each.reach >= LIFTS and each.barred is None)
        ]
        return tuple(sorted(wanted, key=lambda each: (not each.own, -each.net, -each.reach))[:_MOST])

    def ranked(self, candidates: Sequence[Candidate], limit: int) -> tuple[Candidate, ...]:
        """Sort candidates with the memory's part of the score; unchanged where it knows nothing about the query.

        Series that were chosen for this very claim stay in the list, so that a choice can be seen and taken back.
        """
        if not self.remembered:
            return tuple(candidates[:limit])
        judged = sorted((self._judged(each) for each in candidates), key=lambda pair: pair[0])
        own = [n for n, (_, each) in enumerate(judged) if self._own(each)][:limit]
        others = [n for n, (_, each) in enumerate(judged) if not self._own(each)][: limit - len(own)]
        return tuple(judged[n][1] for n in sorted((*own, *others)))

    def _own(self, candidate: Candidate) -> bool:
        remembered = self.remembered.get(candidate.series.ref)
        return remembered is not None and remembered.own

    def _judged(self, candidate: Candidate) -> tuple[tuple[int, int, int, float], Candidate]:
        """Add the memory's part to a candidate, and return it with its sort key, which uses the unrounded score.

        The user's own files come first here too, but after a series that was picked for this very claim.
        """
        remembered = self.remembered.get(candidate.series.ref)
        value, because = (remembered.value, remembered.because) if remembered else (NEUTRAL, _NOBODY)
        rest = 1 - WEIGHT
        parts = tuple(replace(part, weight=round(part.weight * rest, 6)) for part in candidate.parts)
        barred = (remembered.barred if remembered else None) or candidate.barred
        made = replace(
            candidate, parts=(ScorePart(MEMORY_PART, round(value, 4), WEIGHT, because), *parts), barred=barred
        )
        (class_, behind), front = made.rung, 1 if made.first else 2
        if self._own(candidate):  # who picked it for this very claim knows its frequency
            behind, front = 0, min(front, 0 if made.usable else 2)
        ahead = OFFICE * candidate.office
        return (class_, behind, front, -((candidate.score + ahead) * rest + value * WEIGHT)), made


def spoken_of(candidate: Candidate) -> bool:
    """Check whether the memory added a part to a candidate's score."""
    return any(part.name == MEMORY_PART and part.because != _NOBODY for part in candidate.parts)


def without_memory(candidate: Candidate) -> Candidate:
    """Remove the neutral part that the memory added to a candidate it knows nothing about."""
    if all(part.name != MEMORY_PART for part in candidate.parts):
        return candidate
    rest = (part for part in candidate.parts if part.name != MEMORY_PART)
    return replace(candidate, parts=tuple(replace(p, weight=round(p.weight / (1 - WEIGHT), 4)) for p in rest))


NOTHING = Recalled({})
"""Result of an empty or unused memory."""


class Memory:
    """The choices of a desk, looked up by phrase."""

    def __init__(self, choices: Iterable[Choice] = ()) -> None:
        self.standing = standing_choices(choices)
        self._by_words: dict[str, list[Choice]] = defaultdict(list)
        for choice in self.standing:
            self._by_words[choice.words].append(choice)

    def recall(self, sought: Sought) -> Recalled:
        """Find the earlier choices that hold for a query."""
        found: dict[SeriesRef, list[RememberedWords]] = defaultdict(list)
        for words, like in self._like(sought):
            for choice in self._by_words[words]:
                own = bool(choice.claim) and choice.claim == sought.claim
                holds = 1.0 if own else like * _slots(choice, sought)
                if holds:
                    found[choice.series].append(RememberedWords(choice, holds, near=like < ONE_WAY and not own))
        return Recalled({ref: _remembered(ref, given, sought) for ref, given in found.items()})

    def _like(self, sought: Sought) -> Iterable[tuple[str, float]]:
        """Yield the phrases with choices, and how far these hold for the query."""
        near = cosines(sought.words, self._meanings)
        wanted = {n for root in roots(sought.words) for n in self._by_root.get(root, ())}
        wanted.update(map(int, np.flatnonzero(near >= MEANT)))
        wanted.update(self._of_claim.get(sought.claim, ()))
        for n in sorted(wanted):
            yield self._phrases[n], likeness(self._phrases[n], sought.words, float(near[n]))

    @cached_property
    def _phrases(self) -> Sequence[str]:
        return tuple(self._by_words)

    @cached_property
    def _by_root(self) -> Mapping[str, list[int]]:
        """Index the phrases by the beginnings of their words. Phrases that share none can only be near in meaning."""
        found: dict[str, list[int]] = defaultdict(list)
        for n, words in enumerate(self._phrases):
            for root in roots(words):
                found[root].append(n)
        return found

    @cached_property
    def _of_claim(self) -> Mapping[str, set[int]]:
        found: dict[str, set[int]] = defaultdict(set)
        for n, words in enumerate(self._phrases):
            for choice in self._by_words[words]:
                found[choice.claim].add(n)
        found.pop("", None)
        return found

    @cached_property
    def _meanings(self) -> np.ndarray:
        return meanings().packed(self._phrases)


def words_for(claim: Claim) -> str:
    """Take the words of a claim that say what is measured, in one line, as a choice stores them."""
    return " ".join((claim.measure or claim.quote).split())[:LONGEST_WORDS]


LONGEST_WORDS = 300


def sought_for(claim: Claim) -> Sought:
    """Make the query of a claim."""
    return Sought(words_for(claim), dimension_of(claim), claim.place, claim.id)


def sought_in(text: str, reading: Reading) -> Sought:
    """Make the query of a record: from its first claim, or from its words where it has none."""
    if reading.claims:
        return replace(sought_for(reading.claims[0]), claim="")
    place = reading.places[0].value if reading.places else None
    return Sought(" ".join(text.split())[:LONGEST_WORDS], place=place)


def dimension_of(claim: Claim) -> Dimension:
    """Find the dimension that a claim needs; unknown for a change in percent, which any series can show."""
    change = claim.change.value if claim.change else None
    if change is not None and change.mode in {ChangeMode.RELATIVE, ChangeMode.MULTIPLE}:
        return Dimension.UNKNOWN
    figure = claim.amount or (change.amount if change else None)
    dimension = figure.value.unit.dimension if figure else Dimension.UNKNOWN
    return Dimension.SHARE if dimension is Dimension.POINTS else dimension


def _slots(choice: Choice, sought: Sought) -> float:
    """Compute how far a choice holds for another place and another kind of figure. What is unknown on one side does not differ."""
    elsewhere = bool(choice.place and sought.place) and choice.place != sought.place
    both_known = Dimension.UNKNOWN not in {choice.dimension, sought.dimension}
    other = both_known and choice.dimension is not sought.dimension
    return (SLOT if elsewhere else 1.0) * (SLOT if other else 1.0)


def _remembered(ref: SeriesRef, given: Sequence[RememberedWords], sought: Sought) -> Remembered:
    ordered = sorted(given, key=lambda held: (held.choice.at, held.choice.id))
    choices = [held.choice for held in ordered]
    own = [choice for choice in choices if choice.claim and choice.claim == sought.claim]
    title = next((choice.title for choice in reversed(choices) if choice.title), "")
    net, reach = _net(ordered, NEAR_AT_MOST), _net(ordered, len(ordered))
    return Remembered(ref, title, net, reason(ordered), _why_barred(net, own, choices), bool(own), reach)


def _net(given: Sequence[RememberedWords], most: float) -> float:
    """Compute picks minus bars; similar phrases together count only up to a bound."""
    same = sum(held.signed for held in given if not held.near)
    near = sum(held.signed for held in given if held.near)
    return round(same + max(-most, min(most, near)), 4)


def _why_barred(net: float, own: Sequence[Choice], choices: Sequence[Choice]) -> str | None:
    """Give the reason for barring: the last choice for this very claim decides, else enough bars for its words."""
    if own:
        return not_meant(own[-1:]) if own[-1].kind is ChoiceKind.BARRED else None
    if net > BARS:
        return None
    return not_meant([choice for choice in choices if choice.kind is ChoiceKind.BARRED], of_words=True)
