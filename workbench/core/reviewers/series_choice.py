"""Reviewers' choices: the series that measures a phrase, and those that do not. Choices are only added.

A checker should have to find out only once that, for example, "crossings" here means the border police's table. A choice does not
say whether a figure agrees with a claim, and contains no figure.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from workbench.core.quantity import Dimension
from workbench.core.series import SeriesRef


class ChoiceKind(StrEnum):
    """What the reviewer said about a series."""

    PICKED = "picked"
    BARRED = "barred"
    FORGOTTEN = "forgotten"

    @property
    def label(self) -> str:
        """The word that readers see. The stored word for an excluded series is ``barred``."""
        return "excluded" if self is ChoiceKind.BARRED else self.value


class ChoiceOrigin(StrEnum):
    """How the choice was made: the reviewer named the series, or gave a verdict that rests on it."""

    NAMED = "named"
    RATED = "rated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A reviewer's choice about a series as the measure of some words. It is never changed and never deleted.

    Attributes:
        kind: It measures them, it does not, or an earlier choice no longer counts.
        words: The words of the claim that say what is measured.
        series: The series.
        title: Its title at that moment, for readers, and for a catalogue that no longer lists it.
        dimension: What kind of figure was claimed; unknown where there was none.
        place: The place that the claim is about; None where it named none.
        claim: The claim's id; empty where it is not known.
        reviewer: Who.
        at: When, in UTC.
        through: How it was said.
        undoes: For FORGOTTEN, the id of the choice that no longer counts.
    """

    kind: ChoiceKind
    words: str
    series: SeriesRef
    reviewer: str
    at: datetime
    title: str = ""
    dimension: Dimension = Dimension.UNKNOWN
    place: str | None = None
    claim: str = ""
    through: ChoiceOrigin = ChoiceOrigin.NAMED
    undoes: str | None = None

    @property
    def id(self) -> str:
        """Twelve hex digits, a hash of all fields: the same choice, made twice, has one id."""
        text = repr(
            (self.kind.value, self.words, str(self.series), self.title, self.dimension.value, self.place, self.claim,
             self.reviewer, self.at.astimezone(UTC).isoformat(), self.through.value, self.undoes)
        )  # fmt: skip
        return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:12]


def standing_choices(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """Select the choices in force, oldest first. The order of the input does not matter, so that two desks with the same choices agree.

    Forgotten choices do not count. Where one reviewer made several choices about one series for one claim, the last counts.

    >>> given = {"words": "crossings", "series": SeriesRef("own", "A"), "reviewer": "ana", "claim": "c1"}
    >>> one = Choice(kind=ChoiceKind.PICKED, at=datetime(2026, 11, 2, tzinfo=UTC), **given)
    >>> two = Choice(kind=ChoiceKind.BARRED, at=datetime(2026, 11, 3, tzinfo=UTC), **given)
    >>> [choice.kind.value for choice in standing_choices([two, one])]
    ['barred']
    """
    given = tuple(choices)
    gone = {choice.undoes for choice in given if choice.kind is ChoiceKind.FORGOTTEN}
    left = {c.id: c for c in given if c.kind is not ChoiceKind.FORGOTTEN and c.id not in gone}
    last: dict[tuple[str, ...], Choice] = {}
    for key, choice in sorted(left.items(), key=lambda pair: (pair[1].at, pair[0])):
        about = (choice.claim, str(choice.series), choice.reviewer) if choice.claim else (key,)
        last.pop(about, None)
        last[about] = choice
    return tuple(last.values())


@dataclass(frozen=True, slots=True)
class LearntChoice:
    """The sum of the choices about one series for one phrase.

    Attributes:
        words: The phrase, as it was first written.
        series: The series.
        title: As it was last called.
        picked: Who said that it measures the phrase, oldest first.
        barred: Who said that it does not.
    """

    words: str
    series: SeriesRef
    title: str
    picked: tuple[Choice, ...]
    barred: tuple[Choice, ...]

    @property
    def net(self) -> int:
        """Picks minus bars. From 2 the series leads for these words, from -2 it is barred for them."""
        return len(self.picked) - len(self.barred)


def learnt_choices(choices: Iterable[Choice]) -> tuple[LearntChoice, ...]:
    """Sum up the choices in force by phrase, the series with the most support first."""
    groups: dict[tuple[str, SeriesRef], list[Choice]] = {}
    for choice in sorted(choices, key=lambda each: (each.at, each.id)):
        groups.setdefault((choice.words.casefold(), choice.series), []).append(choice)
    found = [_learnt(series, group) for (_, series), group in groups.items()]
    return tuple(sorted(found, key=lambda each: (each.words.casefold(), -each.net, each.series)))


def _learnt(series: SeriesRef, group: list[Choice]) -> LearntChoice:
    title = next((choice.title for choice in reversed(group) if choice.title), "")
    picked = tuple(choice for choice in group if choice.kind is ChoiceKind.PICKED)
    barred = tuple(choice for choice in group if choice.kind is ChoiceKind.BARRED)
    return LearntChoice(group[0].words, series, title, picked, barred)
