"""Fit of a series to the slots of a claim: unit, place, period, group, and whether it is itself a change.

Each rule returns a `SlotFit`: how well, 0 to 1, the reason in a reader's words, and whether it bars the series. Incompatible units
bar a series; they do not merely lower its score. No rule ever sees a figure of the series.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.core.claim import ChangeMode, ClaimKind
from workbench.core.period import Period
from workbench.core.place import country_named, place_name, places
from workbench.core.quantity import Dimension, Unit, is_bare_point
from workbench.core.series import Series
from workbench.core.source_coverage import covers, is_national
from workbench.core.units import UnitMeasure, measured_in
from workbench.match.query.query import Query
from workbench.match.titles.title_units import unit_of
from workbench.match.words.english_stems import stem
from workbench.match.words.normalisation import words


@dataclass(frozen=True, slots=True)
class SlotFit:
    """How well one slot fits, why, whether it bars the series, and whether its observations are too long for the claim's period."""

    value: float
    because: str
    bars: bool = False
    coarse: bool = False


_NAMES = {
    Dimension.COUNT: "a count", Dimension.MONEY: "money", Dimension.SHARE: "percent", Dimension.POINTS: "percentage points",
    Dimension.INDEX: "an index", Dimension.DURATION: "a length of time", Dimension.RATE: "a rate",
    Dimension.PHYSICAL: "a physical quantity", Dimension.UNKNOWN: "an unknown unit",
}  # fmt: skip

_NEAR = {
    frozenset({Dimension.SHARE, Dimension.POINTS}): "percent and percentage points are told apart in the comparison",
    frozenset(
        {Dimension.SHARE, Dimension.RATE}
    ): "a share and a rate convert into one another where they count the same",
    frozenset({Dimension.COUNT, Dimension.PHYSICAL}): "the claim's unit may be the thing that is counted",
}
_POINTS_OF = {Dimension.SHARE, Dimension.POINTS, Dimension.RATE, Dimension.INDEX}


def fit_unit(query: Query, series: Series) -> SlotFit:
    """Compare the unit of the claimed figure with that of the series."""
    unit = unit_of(series)
    has = unit.dimension
    if query.change is ChangeMode.RELATIVE and unit.prices == "current":
        return SlotFit(0.3, "at the prices of each year: its change holds that of prices too")
    if query.change in {ChangeMode.RELATIVE, ChangeMode.MULTIPLE}:
        if has is Dimension.COUNT and unit.name and not query.stems & {stem(w) for w in words(unit.name)}:
            return SlotFit(0.9, f"a change in percent can be worked out from a count of {_plural(unit)}")
        return SlotFit(1.0, f"a change in percent can be worked out from {_NAMES[has]}")
    bare = query.change is ChangeMode.ABSOLUTE and query.unit is not None and is_bare_point(query.unit)
    if query.change is ChangeMode.POINTS or bare:
        if has is Dimension.UNKNOWN or has in _POINTS_OF:
            return SlotFit(1.0, f"a change in points can be read off {_NAMES[has]}")
        return SlotFit(0.0, f"the claim speaks of points, the series is {_NAMES[has]}", bars=True)
    if query.unit is None:
        return SlotFit(0.5, "no figure is claimed, so no unit is asked for")
    return _same_kind(query.unit, unit)


def _same_kind(said: Unit, has: Unit) -> SlotFit:
    if Dimension.UNKNOWN in {said.dimension, has.dimension}:
        return SlotFit(0.5, "the unit is not known on one side" if str(has) or str(said) else "no unit is known")
    if said.dimension is Dimension.DURATION and has.dimension in {Dimension.COUNT, Dimension.SHARE, Dimension.RATE}:
        return SlotFit(
            0.2, f"the claim is in {_name(said)}, the series in {_name(has)}, unless that says who is counted"
        )
    if said.dimension is not has.dimension:
        near = _NEAR.get(frozenset({said.dimension, has.dimension}))
        if near or (said.name and has.name and _alike(said.name, has.name)):
            return SlotFit(0.4, near or f"both speak of {_plural(has)}")
        return SlotFit(0.0, f"the claim is in {_name(said)}, the series in {_name(has)}", bars=True)
    return _nearness(said, has)


def _nearness(said: Unit, has: Unit) -> SlotFit:
    """Compare two units of one dimension."""
    if has.dimension is Dimension.MONEY and bool(said.per) != bool(has.per):
        return SlotFit(0.3, f"the claim is in {said}, the series in {has}")
    if said.dimension is Dimension.RATE and said.per and has.per and not _alike(said.per, has.per):
        return SlotFit(0.3, f"the claim counts per {said.per}, the series per {has.per}")
    if (one := measured_in(said)) and (other := measured_in(has)):
        return _measured(said, has, one.measure, other.measure)
    if said.code and has.code and said.code != has.code:
        return SlotFit(0.3, f"the claim is in {said}, the series in {has}: it must be converted")
    if said.dimension is Dimension.PHYSICAL and said.name and has.name and not _alike(said.name, has.name):
        return SlotFit(0.2, f"the claim is in {_plural(said)}, the series in {_plural(has)}")
    if said.dimension is Dimension.COUNT and said.name and has.name and not _alike(said.name, has.name):
        return SlotFit(0.6, f"the claim counts {_plural(said)}, the series {_plural(has)}")
    return SlotFit(1.0, f"both are in {_name(has)}")


def _measured(said: Unit, has: Unit, one: UnitMeasure, other: UnitMeasure) -> SlotFit:
    """Compare two units of the registry: they convert exactly, or measure different kinds of things."""
    if one.kind == other.kind:
        same = one == other
        return (
            SlotFit(1.0, f"both are in {_name(has)}")
            if same
            else SlotFit(0.9, f"{_plural(has)} convert to {_plural(said)}")
        )
    bars = one.dimension is not Dimension.DURATION
    return SlotFit(0.0 if bars else 0.2, f"the claim is in {_plural(said)}, the series in {_plural(has)}", bars=bars)


def _name(unit: Unit) -> str:
    if unit.dimension is Dimension.COUNT and unit.name:
        return f"a count ({_plural(unit)})"
    return "percent" if unit.dimension is Dimension.SHARE else (str(unit) or _NAMES[unit.dimension])


def _plural(unit: Unit) -> str:
    """Return the plural of an English name; one in another script stays as it is."""
    name = unit.name
    if not name.isascii():
        return name
    if name.endswith("y") and name[-2:-1] not in {"a", "e", "o"}:
        return f"{name[:-1]}ies"
    return name if name.endswith("s") else f"{name}s"


def _alike(one: str, other: str) -> bool:
    mine, theirs = ({stem(word) for word in words(text) if not word[0].isdigit()} for text in (one, other))
    return bool(mine & theirs) or not mine or not theirs


def fit_place(query: Query, series: Series) -> SlotFit:
    """Check whether the series has figures for the places of the claim."""
    if not query.places:
        return SlotFit(0.5, "the claim names no place")
    if (elsewhere := other_country(series.title, query)) is not None:
        return SlotFit(0.0, f"is of {place_name(elsewhere)}, the claim of {place_name(query.places[0])}", bars=True)
    has = covers(series)
    if has is None:
        return SlotFit(0.6, f"whether it covers {place_name(query.places[0])} shows when it is asked")
    missing = [code for code in query.places if not _covered(code, has)]
    if not missing:
        named = ", ".join(place_name(code) for code in query.places[:3])
        return SlotFit(1.0, f"is of {named} alone") if is_national(series) else SlotFit(0.9, f"covers {named}")
    if len(missing) < len(query.places):
        return SlotFit(0.5, f"does not cover {', '.join(place_name(code) for code in missing[:3])}")
    return SlotFit(0.0, f"does not cover {place_name(missing[0])}", bars=True)


def other_country(title: str, query: Query) -> str | None:
    """Find the single country that a title names, where the claim is about others and does not name it."""
    named = country_named(title)
    if (
        named is None
        or named in query.places
        or any(places()[code].members for code in query.places if code in places())
    ):
        return None
    return named


def _covered(code: str, covers: frozenset[str]) -> bool:
    place = places().get(code)
    members = {member for member, _, last in place.members if last is None} if place else set()
    return code in covers or (bool(members) and members <= covers)


_YEAR = 12
_EACH = {1: "monthly", 3: "quarterly", 6: "half-yearly", _YEAR: "yearly"}
_STEP_BY_STEP = re.compile(r"\bover the (?:month|quarter) before\b", re.IGNORECASE)
_PERIOD_NAMES = {1: "one month", 3: "one quarter", 6: "half a year", _YEAR: "one year"}


def fit_period(query: Query, series: Series) -> SlotFit:
    """Check whether the observations have the length, and cover the years, of the claim's period."""
    period = query.period
    if period is None:
        return _step(query.months, series)
    if series.last is not None and period.start.year > series.last:
        return SlotFit(0.0, f"ends in {series.last}, before {period.label}")
    if series.first is not None and period.start.year < series.first:
        return SlotFit(0.0, f"begins in {series.first}, after {period.label}")
    if (step := _STEP_BY_STEP.search(series.title)) and (period.months or 0) >= _YEAR and query.months is None:
        return SlotFit(0.3, f"tells what became of it {step[0].lower()}, and the claim speaks of {period.label}")
    return _length(period, series)


def _length(period: Period, series: Series) -> SlotFit:
    lasts = series.frequency.months if series.frequency else None
    if lasts is None or period.months is None:
        return SlotFit(0.6, "how long its observations last is not known")
    each, shorter = _EACH[lasts], period.months < _YEAR
    if period.months % lasts == 0 and (period.start.month - 1) % lasts == 0:
        return SlotFit(1.0, f"{each} figures make up {period.label}")
    if lasts > period.months:
        return SlotFit(0.1, f"a {each} series has no figure for {period.label} alone", coarse=shorter)
    return SlotFit(0.3, f"{each} figures do not add up to {period.label}", coarse=shorter)


def _step(months: int | None, series: Series) -> SlotFit:
    """Check whether a series has a figure for each month or quarter, so that it shows the change from one to the next."""
    lasts = series.frequency.months if series.frequency else None
    if months is None or lasts is None or lasts <= months:
        return SlotFit(0.5, "the claim names no period")
    stretch = _PERIOD_NAMES.get(months, f"{months} months")
    return SlotFit(0.1, f"a {_EACH[lasts]} series has no figure for {stretch} alone", coarse=months < _YEAR)


_ITSELF_A_CHANGE = re.compile(r"\b(?:growth|annual % change|percentage change|year-on-year)\b", re.IGNORECASE)


def grows(title: str) -> bool:
    """Check whether a title is of a growth."""
    return _ITSELF_A_CHANGE.search(title) is not None


def growth_only_in_title(query: Query, series: Series) -> bool:
    """Check whether a title is of a growth and the claim does not mention growth."""
    said = query.change is not None or {"growth", "grew"} & query.said
    return not said and grows(series.title)


def fit_kind(query: Query, series: Series) -> SlotFit:
    """Check whether a claimed level meets a series of levels, and a claimed change a series that can show one."""
    if query.kind is ClaimKind.PROMISE:
        return SlotFit(0.2, "a promise speaks of what no series has yet")
    if growth_only_in_title(query, series):
        return SlotFit(0.4, "the series is itself a change, the claim speaks of a level")
    return SlotFit(1.0, "shows the change that is claimed" if grows(series.title) else "shows what is claimed")
