"""Groups of countries: their members in a year, and their figures made from those of the members.

Only a series without the group's own figure needs this. Counts and money of the members add up to the group's, with the
members of that very year (the European Union of 2015 includes the United Kingdom). Rates do not: the mean of 27
unemployment rates is the rate of no union, so none is computed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from workbench.core.finding import Caveat
from workbench.core.period import Period
from workbench.core.place import Place, known_place, place_name, places
from workbench.core.quantity import Dimension
from workbench.core.series import Additivity, Observation, Series, Status
from workbench.core.trace import apply_operation

_ADDED = {Dimension.COUNT, Dimension.MONEY, Dimension.PHYSICAL}
_WORST = (Status.FORECAST, Status.ESTIMATED, Status.PROVISIONAL, Status.BREAK)


@dataclass(frozen=True, slots=True)
class Made:
    """A group's figures, made from those of its members.

    Attributes:
        rows: One per period in which every member has a figure; they have no evidence of their own.
        parts: For each of those periods the members' observations.
        caveats: Caveats about them.
    """

    rows: tuple[Observation, ...] = ()
    parts: Mapping[Period, tuple[Observation, ...]] = field(default_factory=dict)
    caveats: tuple[Caveat, ...] = ()


def group(code: str | None) -> Place | None:
    """Look up the group of countries with this code; None for a country or an unknown code.

    >>> group("G7").name, group("FRA")
    ('G7', None)
    """
    place = known_place(code)
    return place if place is not None and place.members else None


def is_country(code: str) -> bool:
    """Check whether a code is that of a country or territory, and not of an aggregate or the whole world.

    >>> is_country("FRA"), is_country("EU27"), is_country("WLD")
    (True, False, False)
    """
    place = places().get(code)
    return place is not None and bool(place.iso2) and not place.members and code != "WLD"


def made_of_members(series: Series, whole: Place, by_place: Mapping[str, Sequence[Observation]]) -> Made:
    """Compute a group's figures for each period in which all members of that time have one."""
    there = {code for code, _, _ in whole.members} & set(by_place)
    if not there:
        return Made()
    averaged = (
        series.adds is Additivity.MEAN and series.unit.dimension is not Dimension.COUNT
    )  # employed people are a count and add up, unlike a rate
    if series.unit.dimension not in _ADDED or averaged:
        text = (
            f"The series has no figure of {whole.name} itself, and those of its members are rates, which do not add up."
        )
        return Made(caveats=(Caveat("group-of-rates", text),))
    by_period = _by_period(by_place, there)
    if not by_period:
        return Made()
    parts = {period: rows for period in sorted(by_period) if (rows := _whole(whole, period, by_period[period]))}
    if not parts:
        return Made(caveats=(_incomplete(whole, by_period),))
    message = f"The series has no figure of {whole.name} itself: its members' were added, those of each year."
    rows = tuple(_sum(series, whole.code, period, each) for period, each in parts.items())
    return Made(rows, parts, (Caveat("made-of-members", message),))


def _by_period(by_place: Mapping[str, Sequence[Observation]], there: set[str]) -> dict[Period, dict[str, Observation]]:
    found: dict[Period, dict[str, Observation]] = {}
    for code in sorted(there):
        for row in by_place[code]:
            if row.value is not None:
                found.setdefault(row.period, {})[code] = row
    return found


def _members(whole: Place, period: Period) -> tuple[str, ...]:
    """List the members on the last day of a period, that is for most of the year, as the table of places counts it."""
    return whole.members_in((period.end - timedelta(days=1)).year)


def _whole(whole: Place, period: Period, there: Mapping[str, Observation]) -> tuple[Observation, ...]:
    """Collect the members' observations; empty where one of them has none."""
    wanted = _members(whole, period)
    return tuple(there[code] for code in wanted) if wanted and all(code in there for code in wanted) else ()


def _incomplete(whole: Place, by_period: Mapping[Period, Mapping[str, Observation]]) -> Caveat:
    best = max(by_period, key=lambda period: (len(by_period[period]), period))
    missing = [place_name(code) for code in _members(whole, best) if code not in by_period[best]]
    named = ", ".join(missing[:5]) + (f" and {len(missing) - 5} more" if len(missing) > 5 else "")
    text = f"The series has no figure of {whole.name} itself, and none of {named} in {best.label} to make one of."
    return Caveat("members-missing", text)


def _sum(series: Series, code: str, period: Period, parts: Sequence[Observation]) -> Observation:
    value = apply_operation("sum", *(row.value for row in parts if row.value is not None))
    status = next((flag for flag in _WORST if any(row.status is flag for row in parts)), Status.FINAL)
    step = max(row.step for row in parts)
    return Observation(ref=series.ref, place=code, period=period, value=value, step=step, status=status)
