"""Fit of a series' unit to the unit of the claimed figure.

Incompatible units bar a series; they do not merely lower its score.
"""

from __future__ import annotations

from workbench.core.claim import ChangeMode
from workbench.core.quantity import Dimension, Unit, is_bare_point
from workbench.core.series import Series
from workbench.core.units import UnitMeasure, measured_in
from workbench.match.fit.slot_fit import SlotFit
from workbench.match.query.query import Query
from workbench.match.titles.title_units import unit_of
from workbench.match.words.english_stems import stem
from workbench.match.words.normalisation import words

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
