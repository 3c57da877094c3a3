"""Decides whether the units of a claim and a series can be compared, and by what factor they differ.

Figures are converted exactly, by the factors of the registry of units, or they are not compared. A percentage is never
compared with a count, dollars never with denars, litres never with tonnes. Where a unit is not known, or counted things
have different names, the figures are compared and a caveat says so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from workbench.compare.series_words.price_basis import is_real
from workbench.compare.series_words.unit_names import (
    counted_kinds,
    counted_per,
    counts_deaths,
    names_thing,
    same_name,
    tells_age,
)
from workbench.core.finding import Caveat
from workbench.core.number import EXACT
from workbench.core.quantity import PERCENTAGES, UNKNOWN_UNIT, Dimension, Unit
from workbench.core.units import Measured, are_newborn, coin, counts, measure_of_words, measured_in, ratio

_MEASURED = {Dimension.PHYSICAL, Dimension.DURATION}
_POINT_SIZES = {"bp": Decimal("0.01")}
"""Size in percentage points of units that are not one point."""

_ONE = Decimal(1)
UNSURE_UNIT = "unit-unsure"
"""Kind of caveat for two units that are assumed to be the same."""
WHO_DIED = "people-for-deaths"
"""Kind of caveat for people beside a series that counts deaths: one who died is one death, if the words are those of the series."""
UNTOLD = "unit-untold"
"""Kind of caveat for a series without a unit, beside a claim in percent."""


@dataclass(frozen=True, slots=True)
class UnitFit:
    """The conversion from a series' unit to a claim's.

    Attributes:
        factor: The factor from the series' unit to the claim's; None where they cannot be compared.
        caveats: The reason, or what is uncertain.
    """

    factor: Decimal | None
    caveats: tuple[Caveat, ...] = ()


SAME = UnitFit(_ONE)


def fit(claimed: Unit, series: Unit, title: str = "") -> UnitFit:
    """Find the conversion from a series' unit to a claim's.

    Args:
        claimed: The claim's unit.
        series: The series' unit.
        title: The series' title, which may name the counted thing where the unit does not.
    """
    claimed, series = _in_one(claimed), _in_one(series)
    if claimed == series or (claimed.name and str(claimed) == str(series) and claimed.code == series.code):
        return SAME
    if (found := _unknown(claimed, series, title)) is not None:
        return _of_no_people(title) if _no_people(claimed, series, title) else found
    kinds = {claimed.dimension, series.dimension}
    if Dimension.MONEY in kinds:
        return _barred(claimed, series) if len(kinds) > 1 else _money(claimed, series)
    if kinds & PERCENTAGES:
        return _percentages(claimed, series) if kinds <= PERCENTAGES else _barred(claimed, series)
    return _against(claimed, series, _of_things(claimed, series, title))


def _in_one(unit: Unit) -> Unit:
    """Join a unit that the registry knows with its denominator ("kilometre per hour") to one name."""
    found = measure_of_words(str(unit)) if unit.per else None
    return replace(unit, name=str(unit), per="") if found is not None and not found[1] else unit


def _unknown(claimed: Unit, series: Unit, title: str) -> UnitFit | None:
    """Decide where a unit is not known on one side; None where both are known. An age is told without its years ("the mean age was 41")."""
    if not (_is_unknown(claimed) or _is_unknown(series)):
        return None
    if _is_unknown(claimed) and series.dimension in PERCENTAGES:
        return _barred(claimed, series)
    if not claimed.name and series.dimension is Dimension.DURATION and tells_age(title):
        return SAME
    if claimed.dimension in PERCENTAGES and series == UNKNOWN_UNIT:
        return UnitFit(
            _ONE,
            (
                Caveat(
                    UNTOLD,
                    "The series says no unit, and the claim is in percent: whether its figures are too is not known.",
                ),
            ),
        )
    other = {_is_measured(claimed), _is_measured(series)} == {True, False}
    named = series.name if _is_measured(claimed) else claimed.name
    counted = Dimension.COUNT in {claimed.dimension, series.dimension}
    return _barred(claimed, series) if other and (named or counted) else _unsure(claimed, series)


_COUNTED_THINGS = frozenset({"things", "bodies", "events"})
_PEOPLE, _BODIES = frozenset({"people", "some"}), "bodies"
_NOBODY = frozenset({_BODIES, "events"})
"""Classes of counted things that are no people: 2,000 wounded are not 2,000 attacks."""


def _no_people(claimed: Unit, series: Unit, title: str) -> bool:
    """Check whether a claim counts people and the series' title names no people: "New businesses registered"."""
    if counts(claimed.name) not in _PEOPLE or series.name:
        return False
    kinds = counted_kinds(title)
    return _BODIES in kinds and _PEOPLE.isdisjoint(kinds)


def _is_unknown(unit: Unit) -> bool:
    if unit.dimension is Dimension.UNKNOWN:
        return not unit.name or measured_in(unit) is None
    return unit.dimension is Dimension.COUNT and not unit.name


def _is_measured(unit: Unit) -> bool:
    return unit.dimension in _MEASURED or (unit.dimension is Dimension.UNKNOWN and measured_in(unit) is not None)


def _percentages(claimed: Unit, series: Unit) -> UnitFit:
    ours, theirs = (_POINT_SIZES.get(unit.code, _ONE) for unit in (claimed, series))
    return UnitFit(EXACT.divide(theirs, ours))


def side_by_side(one: Unit, other: Unit) -> bool:
    """Check whether figures in two units may be compared as written: not in "from 3 hours to 90 minutes".

    >>> side_by_side(Unit(Dimension.DURATION, "hour", "h"), Unit(Dimension.DURATION, "minute", "min"))
    False
    >>> side_by_side(Unit(Dimension.UNKNOWN, ""), Unit(Dimension.SHARE, "percentage", "%"))
    True
    """
    return Dimension.UNKNOWN in {one.dimension, other.dimension} or fit(one, other).factor == 1


# --- money ----------------------------------------------------------------------------------------------


def _money(claimed: Unit, series: Unit) -> UnitFit:
    ours, theirs = coin(claimed), coin(series)
    if ours.of and theirs.of and not ours.of & theirs.of:
        message = f"The claim is in {_currency(claimed)}, the series in {_currency(series)}."
        return UnitFit(None, (Caveat("currency", message),))
    sure = len(ours.of) == 1 and ours.of == theirs.of
    found = [] if sure else list(_unsure(claimed, series).caveats)
    if series.prices != claimed.prices and is_real(series):
        found.append(Caveat("prices", f"The series is in {series.prices} prices; the claim does not say so."))
    return _against(claimed, series, UnitFit(EXACT.divide(theirs.part, ours.part), tuple(found)))


def _currency(unit: Unit) -> str:
    return unit.code or unit.name


# --- what is counted or measured ------------------------------------------------------------------------


def _of_things(claimed: Unit, series: Unit, title: str) -> UnitFit:
    """Find the conversion between counted or measured things, whatever their denominators."""
    ours, theirs = measured_in(claimed), measured_in(series)
    if ours and theirs:
        return _converted(claimed, series, ours, theirs)
    if _is_measured(claimed) or _is_measured(series):
        return _same_name(claimed, series)
    if (claimed.dimension is Dimension.INDEX) != (series.dimension is Dimension.INDEX):
        return _same_name(claimed, series)
    return SAME if claimed.dimension is Dimension.INDEX else _counted(claimed, series, title)


def _converted(claimed: Unit, series: Unit, ours: Measured, theirs: Measured) -> UnitFit:
    factor = ratio(theirs.measure, ours.measure)
    if factor is None or (ours.of and theirs.of and ours.of != theirs.of):
        return _barred(claimed, series)
    if ours.measure == theirs.measure:
        return UnitFit(factor)
    unsure = (each.unsure for each in (ours.measure, theirs.measure) if each.unsure)
    return UnitFit(factor, tuple(Caveat("unit-unsure", f"{each[0].upper()}{each[1:]}.") for each in unsure))


def _same_name(claimed: Unit, series: Unit) -> UnitFit:
    """Accept units that are not in the registry, or of two kinds, only if their names are the same."""
    return SAME if same_name(claimed.name, series.name) else _barred(claimed, series)


def _counted(claimed: Unit, series: Unit, title: str) -> UnitFit:
    """Compare counted things: the same by name, or assumed to be the same, with a caveat."""
    kinds = (counts(claimed.name), counts(series.name))
    if not _NOBODY.isdisjoint(kinds) and not _PEOPLE.isdisjoint(kinds):
        return _barred(claimed, series)
    open_top = series.dimension is Dimension.RATE and series.name == "case"
    alike = kinds == ("people", "people") or "anything" in kinds or open_top or names_thing(claimed.name, series.name)
    if alike or names_thing(claimed.name, title):
        return SAME
    died = kinds[0] in {*_PEOPLE, "parents"} and counts_deaths(series)
    return _taken_as_the_same(WHO_DIED, claimed, series) if died else _unsure(claimed, series)


# --- what it is counted against -------------------------------------------------------------------------


def _against(claimed: Unit, series: Unit, top: UnitFit) -> UnitFit:
    """Apply the denominators to a conversion: 12 per 1,000 are 1,200 per 100,000."""
    if top.factor is None or claimed.per == series.per:
        return top
    (ours, our_thing), (theirs, their_thing) = counted_per(claimed.per), counted_per(series.per)
    if not (claimed.per and series.per):
        unlike = max(ours, theirs) > 1
        return _barred(claimed, series) if unlike else _with(top, _ONE, *_unsure(claimed, series).caveats)
    below = _bottom(our_thing, their_thing)
    if below is None:
        return _barred(claimed, series)
    by = EXACT.divide(EXACT.multiply(ours, below), theirs)
    alike = bool(our_thing and their_thing) and _one_thing(our_thing, their_thing)
    return _with(top, by, *(() if alike else _unsure(claimed, series).caveats))


def _with(top: UnitFit, by: Decimal, *more: Caveat) -> UnitFit:
    factor = EXACT.multiply(top.factor or _ONE, by)
    return replace(top, factor=factor, caveats=tuple(dict.fromkeys((*top.caveats, *more))))


def _bottom(ours: str, theirs: str) -> Decimal | None:
    """Find the factor from the claim's denominator to the series'; None where they are different things."""
    if ours == theirs:
        return _ONE
    one, other = (measured_in(Unit(Dimension.UNKNOWN, thing)) for thing in (ours, theirs))
    if one and other:
        return ratio(one.measure, other.measure)
    if are_newborn(ours) and are_newborn(theirs):
        return _ONE
    kinds = {counts(ours), counts(theirs)}
    people = bool(kinds & {"people", "some"})
    unlike = (
        bool(one or other)
        or (people and not _COUNTED_THINGS.isdisjoint(kinds))
        or (kinds <= _COUNTED_THINGS and not names_thing(ours, theirs))
    )
    return None if unlike else _ONE


def _one_thing(ours: str, theirs: str) -> bool:
    measured = all(measured_in(Unit(Dimension.UNKNOWN, thing)) for thing in (ours, theirs))
    return ours == theirs or measured or {counts(ours), counts(theirs)} == {"people"} or names_thing(ours, theirs)


# --- what is said ---------------------------------------------------------------------------------------


def _barred(claimed: Unit, series: Unit) -> UnitFit:
    message = f"The claim speaks in {_named(claimed)}, the series in {_named(series)}: one does not measure the other."
    return UnitFit(None, (Caveat("unit", message),))


def _of_no_people(title: str) -> UnitFit:
    return UnitFit(None, (Caveat("unit", f"The claim counts people, and “{title}” does not."),))


def _unsure(claimed: Unit, series: Unit) -> UnitFit:
    return SAME if _named(claimed) == _named(series) else _taken_as_the_same(UNSURE_UNIT, claimed, series)


def _taken_as_the_same(kind: str, claimed: Unit, series: Unit) -> UnitFit:
    says = f"Units taken as the same: {_named(claimed)} (claim) and {_named(series)} (series)."
    return UnitFit(_ONE, (Caveat(kind, says),))


def _named(unit: Unit) -> str:
    return str(unit) or "a number without a unit"
