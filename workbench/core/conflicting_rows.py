"""One figure for each series, place, period and vintage: where rows give different ones, none of them is used.

A table that lists a place and time twice counts two different things, and does not say which is which. Taking the first would be a
guess. A row that repeats the same figure does no harm.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from workbench.core.errors import Problem
from workbench.core.period import Period
from workbench.core.place import place_name
from workbench.core.series import Observation, SeriesRef, Status

_Key = tuple[SeriesRef, str, Period, date | None]
_MOST_NAMED, _MOST_VALUES = 4, 3


@dataclass(frozen=True, slots=True)
class ConflictingFigures:
    """Different figures for the same series, place and period.

    Attributes:
        ref: The series.
        place: Their place.
        period: Their period.
        values: The different figures, each once, in the order of the rows.
    """

    ref: SeriesRef
    place: str
    period: Period
    values: tuple[Decimal, ...]

    @property
    def figures(self) -> str:
        """The figures in words: ``14, 21 and 30``."""
        some = [f"{value:,f}" for value in self.values[:_MOST_VALUES]]
        more = len(self.values) - _MOST_VALUES
        *first, last = [*some, f"{more:,} more"] if more > 0 else some
        return f"{', '.join(first)} and {last}"

    def __str__(self) -> str:
        return f"{place_name(self.place)}, {self.period.label} ({self.figures})"


class ConflictFilter:
    """Takes observations one by one, and keeps one for each series, place, period and vintage.

    A row without a figure does not conflict with one that has it. Figures that differ are withdrawn: the observation stays, without a
    value, and a note says why.

    >>> from workbench.core.period import year
    >>> rows = [Observation(ref=SeriesRef("own", "x"), place="AUS", period=year(2015), value=Decimal(n)) for n in (14, 14, 21)]
    >>> kept = ConflictFilter()
    >>> for row in rows:
    ...     kept.take(row)
    >>> [(one.value, one.note) for one in kept.observations], [str(one) for one in kept.withdrawn]
    ([(None, 'Rows give 14 and 21 for it; none was taken.')], ['Australia, 2015 (14 and 21)'])
    """

    def __init__(self, observations: Iterable[Observation] = ()) -> None:
        self._found: dict[_Key, Observation] = {}
        self._rivals: dict[_Key, tuple[Decimal, ...]] = {}
        for one in observations:
            self.take(one)

    def take(self, one: Observation) -> None:
        """Add an observation."""
        key = (one.ref, one.place, one.period, one.vintage)
        there = self._found.get(key)
        if there is None:
            self._found[key] = one
        elif key in self._rivals:
            self._differ(key, one, self._rivals[key])
        elif there.value is None:
            self._found[key] = one if one.value is not None else there
        elif one.value != there.value:
            self._differ(key, one, (there.value,))

    def _differ(self, key: _Key, one: Observation, before: tuple[Decimal, ...]) -> None:
        if one.value is None or one.value in before:
            return
        self._rivals[key] = (*before, one.value)
        note = f"Rows give {self._of(key).figures} for it; none was taken."
        self._found[key] = replace(
            self._found[key], value=None, step=Decimal(1), status=Status.MISSING, evidence=None, note=note
        )

    def _of(self, key: _Key) -> ConflictingFigures:
        ref, place, period, _ = key
        return ConflictingFigures(ref, place, period, self._rivals[key])

    @property
    def observations(self) -> tuple[Observation, ...]:
        """One observation for each series, place, period and vintage, in the order of their first rows."""
        return tuple(self._found.values())

    @property
    def withdrawn(self) -> tuple[ConflictingFigures, ...]:
        """The figures that were withdrawn, in the order in which the conflicts were found."""
        return tuple(self._of(key) for key in self._rivals)


def withdrawn_problems(where: str, withdrawn: Iterable[ConflictingFigures]) -> tuple[Problem, ...]:
    """Report the withdrawn figures with their places and times, as one Problem; empty where none was withdrawn.

    Args:
        where: The source or file, as readers know it.
        withdrawn: The withdrawn figures.
    """
    found = tuple(withdrawn)
    if not found:
        return ()
    named = "; ".join(str(one) for one in found[:_MOST_NAMED])
    more = f"; and {len(found) - _MOST_NAMED:,} more" if len(found) > _MOST_NAMED else ""
    message = f"different figures stand in it for one place and time, and none of them was taken: {named}{more}."
    return (Problem(where, message, "Say more closely which series is meant, or mend the file.", "figure-twice"),)
