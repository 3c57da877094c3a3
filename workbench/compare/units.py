"""Whether a claim and a series speak in units that can be compared, and by what factor they differ.

A percentage is never measured by a count, dollars never by denars. Where a unit is simply not known, the figures are
compared and the finding says so. Factors inside one kind of quantity (kilograms and tonnes, per 1,000 and per 100,000)
are exact definitions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from workbench.core.finding import Caveat
from workbench.core.number import EXACT
from workbench.core.quantity import Dimension, Unit

_MEASURES: dict[str, tuple[str, str]] = {
    "g": ("mass", "1"), "gram": ("mass", "1"), "gramme": ("mass", "1"),
    "kg": ("mass", "1000"), "kilogram": ("mass", "1000"), "kilogramme": ("mass", "1000"), "kilo": ("mass", "1000"),
    "t": ("mass", "1000000"), "tonne": ("mass", "1000000"), "metric ton": ("mass", "1000000"),
    "m": ("length", "1"), "metre": ("length", "1"), "meter": ("length", "1"),
    "km": ("length", "1000"), "kilometre": ("length", "1000"), "kilometer": ("length", "1000"),
    "m2": ("area", "1"), "square metre": ("area", "1"), "square meter": ("area", "1"),
    "ha": ("area", "10000"), "hectare": ("area", "10000"),
    "km2": ("area", "1000000"), "square kilometre": ("area", "1000000"), "square kilometer": ("area", "1000000"),
    "kwh": ("energy", "1"), "kilowatt-hour": ("energy", "1"), "mwh": ("energy", "1000"), "megawatt-hour": ("energy", "1000"),
    "gwh": ("energy", "1000000"), "gigawatt-hour": ("energy", "1000000"),
    "twh": ("energy", "1000000000"), "terawatt-hour": ("energy", "1000000000"),
    "month": ("time", "1"), "year": ("time", "12"),
}  # fmt: skip
_NUMBER = re.compile(r"\d[\d,]*")
_PERCENTAGES = {Dimension.SHARE, Dimension.POINTS}


@dataclass(frozen=True, slots=True)
class Fit:
    """How a series' unit stands to a claim's.

    Attributes:
        factor: What the series' figures are multiplied by to be in the claim's unit; None where they cannot be compared.
        caveats: Why not, or what is unsure.
    """

    factor: Decimal | None
    caveats: tuple[Caveat, ...] = ()


SAME = Fit(Decimal(1))


def fit(claimed: Unit, series: Unit) -> Fit:
    """How figures of a series are brought into the claim's unit."""
    if claimed == series or (claimed.name and str(claimed) == str(series) and claimed.code == series.code):
        return SAME
    if _unknown(claimed) or _unknown(series):
        bare = _unknown(claimed) and series.dimension in _PERCENTAGES
        return _barred(claimed, series) if bare else _unsure(claimed, series)
    if Dimension.MONEY in {claimed.dimension, series.dimension}:
        return _money(claimed, series)
    if claimed.dimension in _PERCENTAGES or series.dimension in _PERCENTAGES:
        both = claimed.dimension in _PERCENTAGES and series.dimension in _PERCENTAGES
        return SAME if both else _barred(claimed, series)
    if claimed.per or series.per:
        return _rate(claimed, series)
    return _measure(claimed, series)


def _unknown(unit: Unit) -> bool:
    return unit.dimension is Dimension.UNKNOWN or (unit.dimension is Dimension.COUNT and not unit.name)


def _money(claimed: Unit, series: Unit) -> Fit:
    if claimed.dimension is not series.dimension:
        return _barred(claimed, series)
    if claimed.code and series.code and claimed.code != series.code:
        return Fit(None, (Caveat("currency", f"The claim is in {claimed.code}, the series in {series.code}."),))
    found = [] if claimed.code and series.code else list(_unsure(claimed, series).caveats)
    if series.prices != claimed.prices and series.prices.startswith("constant"):
        found.append(Caveat("prices", f"The series is in {series.prices} prices; the claim does not say so."))
    return Fit(Decimal(1), tuple(found))


def _rate(claimed: Unit, series: Unit) -> Fit:
    """Rates per so many: 12 per 1,000 are 1,200 per 100,000; a bare count is no rate."""
    ours, theirs = _per_number(claimed), _per_number(series)
    if ours is not None and theirs is not None:
        return Fit(EXACT.divide(ours, theirs))
    if (ours is None) != (theirs is None) and (ours or theirs or 0) > 1:
        return _barred(claimed, series)
    return SAME if claimed.per == series.per else _unsure(claimed, series)


def _per_number(unit: Unit) -> Decimal | None:
    found = _NUMBER.search(unit.per)
    return Decimal(found[0].replace(",", "")) or None if found else None


def _measure(claimed: Unit, series: Unit) -> Fit:
    if (claimed.dimension is Dimension.DURATION) != (series.dimension is Dimension.DURATION):
        return _barred(claimed, series)
    ours, theirs = _measured_in(claimed), _measured_in(series)
    if ours and theirs:
        if ours[0] != theirs[0]:
            return _barred(claimed, series)
        return Fit(EXACT.divide(Decimal(theirs[1]), Decimal(ours[1])))
    same_kind = claimed.dimension is series.dimension
    return SAME if same_kind and not (ours or theirs) else _unsure(claimed, series)


def _measured_in(unit: Unit) -> tuple[str, str] | None:
    if unit.dimension not in {Dimension.PHYSICAL, Dimension.DURATION}:
        return None
    head = re.split(r" of | \(|,", unit.name.lower(), maxsplit=1)[0].strip()
    names = (unit.code.lower(), head, head.removesuffix("s"))
    return next((_MEASURES[name] for name in names if name in _MEASURES), None)


def _barred(claimed: Unit, series: Unit) -> Fit:
    says = f"The claim speaks in {_named(claimed)}, the series in {_named(series)}: one does not measure the other."
    return Fit(None, (Caveat("unit", says),))


def _unsure(claimed: Unit, series: Unit) -> Fit:
    ours, theirs = _named(claimed), _named(series)
    if ours == theirs:
        return SAME
    return Fit(Decimal(1), (Caveat("unit-unsure", f"Units taken as the same: {ours} (claim) and {theirs} (series)."),))


def _named(unit: Unit) -> str:
    return str(unit) or "a number without a unit"
