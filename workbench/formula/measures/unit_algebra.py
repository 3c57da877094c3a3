"""The unit of a sum, product or quotient, or the reason why it is meaningless.

The unit check uses these rules before any figure is fetched, and the evaluation uses the same; so both always agree.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from workbench.compare.unit_conversion import fit
from workbench.core.finding import Caveat
from workbench.core.number import EXACT, shown
from workbench.core.quantity import POINTS, Dimension, Unit
from workbench.core.units import measured_in
from workbench.formula.language.errors import NOWHERE, At, UnitsError
from workbench.formula.measures.currencies_and_prices import same_money
from workbench.formula.measures.measure import HUNDRED, NUMBER, ONE, SHARE, Measure

_PERCENTAGES = {Dimension.SHARE, Dimension.POINTS}
_SCALES = {Decimal(10) ** n for n in range(2, 10)}
_COUNTED = {Dimension.COUNT, Dimension.UNKNOWN}


@dataclass(frozen=True, slots=True)
class Joined:
    """The result of joining two figures.

    Attributes:
        measure: What the result measures.
        factor: The factor that converts the right one to the left one's unit.
        caveats: What had to be assumed of the units.
    """

    measure: Measure
    factor: Decimal = ONE
    caveats: tuple[Caveat, ...] = ()


def combined(sign: str, left: Measure, right: Measure, number: Decimal | None, at: At = NOWHERE) -> Joined:
    """Find the measure of two figures joined by a sign.

    Args:
        sign: One of `workbench.formula.language.operator_table`.
        left: What the left one measures.
        right: What the right one measures.
        number: The right one where it is a number as written.
        at: Where the sign stands.

    Raises:
        UnitsError: The result would have no meaningful unit.
    """
    if sign == "*":
        return multiplied(left, right, number, at)
    if sign == "/":
        return divided(left, right, number, at)
    return added(left, right, sign, at)


def added(left: Measure, right: Measure, sign: str, at: At = NOWHERE) -> Joined:
    """Find the measure of ``left + right`` or ``left - right``. A plain number takes the other's unit.

    Raises:
        UnitsError: The two are not of one kind.

    >>> from workbench.core.quantity import PERCENT
    >>> added(SHARE, SHARE, "-").measure.unit.code
    'pp'
    """
    if NUMBER in {left, right}:
        return Joined(left if right == NUMBER else right)
    if _percentage(left) and _percentage(right):
        return Joined(_percentages(left, right, sign))
    if _is_rate(left) != _is_rate(right):
        raise _unlike(left, right, sign, at)
    return like(left, right, sign, at)


def like(left: Measure, right: Measure, sign: str, at: At = NOWHERE) -> Joined:
    """Convert the right measure to the left one's: returns the left measure and the factor.

    Raises:
        UnitsError: They cannot be converted.
    """
    ours, theirs = left.unit, right.unit
    if Dimension.MONEY in {ours.dimension, theirs.dimension}:
        if ours.dimension is not theirs.dimension:
            raise _unlike(left, right, sign, at)
        same_money(ours, theirs, sign, at)
    fitted = fit(ours, theirs)
    if fitted.factor is None or (left.top is None) != (right.top is None) or _percentage(left) != _percentage(right):
        raise _unlike(left, right, sign, at)
    unsure = tuple(Caveat(c.kind, f"Units taken as the same: {left.words} and {right.words}.") for c in fitted.caveats)
    return Joined(left, fitted.factor, unsure)


def _percentage(measure: Measure) -> bool:
    return measure.unit.dimension in _PERCENTAGES


def _is_rate(measure: Measure) -> bool:
    return measure.bottom is not None or measure.ratio


def _percentages(left: Measure, right: Measure, sign: str) -> Measure:
    """Find the unit of added or subtracted percentages: percent minus percent is points, percent with points is percent, points stay points."""
    kinds = [m.unit.dimension for m in (left, right)]
    both = kinds[0] is kinds[1]
    if kinds[0] is Dimension.POINTS and both:
        return Measure(POINTS)
    return Measure(POINTS) if both and sign == "-" else SHARE


def _unlike(left: Measure, right: Measure, sign: str, at: At) -> UnitsError:
    message = f"“{sign}” joins {left.words} and {right.words}: figures of two kinds are not added or compared."
    return UnitsError(message, "Divide one by the other, or choose two series in one unit.", at)


# --- division ------------------------------------------------------------------------------------------


def divided(left: Measure, right: Measure, number: Decimal | None = None, at: At = NOWHERE) -> Joined:
    """Find what ``left / right`` measures.

    Args:
        left: What is divided.
        right: What it is divided by.
        number: The right one where it is a number as written.
        at: Where the sign stands.

    Raises:
        UnitsError: The result would have no meaningful unit.
    """
    if number is not None:
        return Joined(_by_number(left, number))
    if right.top is None:
        return Joined(replace(left, own=None) if right.times == ONE else _fails("/", left, right, at))
    if _percentage(left) and _percentage(right):
        return Joined(Measure(ratio=True))
    if _is_rate(right):
        return _by_rate(left, right, at)
    if left.top is None or _percentage(left) or _percentage(right):
        return Joined(_fails("/", left, right, at))
    return _against(left, right, at)


def _by_number(left: Measure, number: Decimal) -> Measure:
    """Divide by a number: a rate per 1,000 divided by 1,000 is a rate per one; a percentage divided by 100 is a ratio."""
    if left.unit.dimension is Dimension.SHARE and number == HUNDRED:
        return Measure(ratio=True) if left.bottom is None else replace(left, times=ONE, own=None)
    if left.times == number != ONE:
        return replace(left, times=ONE, own=None)
    return left


def _by_rate(left: Measure, right: Measure, at: At) -> Joined:
    """Divide by a rate: two rates of one kind give a ratio; a count divided by its rate gives the denominator."""
    if _is_rate(left):
        return Joined(Measure(ratio=True), like(left, right, "/", at).factor)
    if right.bottom is not None and right.times == ONE and left.top is not None and right.top is not None:
        if _kin(left.top, right.top):
            return Joined(Measure(right.bottom))
        return Joined(_fails("/", left, right, at))
    return Joined(_fails("/", left, right, at))


def _against(left: Measure, right: Measure, at: At) -> Joined:
    ours, theirs = left.unit, right.unit
    if left.bottom is not None:
        return Joined(_fails("/", left, right, at))
    if ours.dimension is Dimension.MONEY and theirs.dimension is Dimension.INDEX:
        return Joined(Measure(ours, theirs, left.times))
    if ours.dimension is theirs.dimension and ours.dimension not in _COUNTED and not _of_two_kinds(ours, theirs):
        joined = like(left, right, "/", at)
        return Joined(Measure(ratio=True, times=left.times), joined.factor, joined.caveats)
    if Dimension.INDEX in {ours.dimension, theirs.dimension}:
        return Joined(_fails("/", left, right, at))
    if ours == theirs:
        return Joined(Measure(ratio=True, times=left.times))
    return Joined(Measure(ours, theirs, left.times))


def _of_two_kinds(one: Unit, other: Unit) -> bool:
    """Check whether two physical quantities are of two kinds, so that one may be per the other: tonnes per hectare."""
    ours, theirs = measured_in(one), measured_in(other)
    return ours is not None and theirs is not None and ours.measure.kind != theirs.measure.kind


# --- multiplication ------------------------------------------------------------------------------------


def multiplied(left: Measure, right: Measure, number: Decimal | None = None, at: At = NOWHERE) -> Joined:
    """Find what ``left * right`` measures.

    Args:
        left: One of the two; the one that is no written number, where the other is.
        right: The other.
        number: The right one where it is a number as written.
        at: Where the sign stands.

    Raises:
        UnitsError: The result would have no meaningful unit.
    """
    if number is not None:
        return Joined(_so_many(left, number))
    if NUMBER in {left, right}:
        return Joined(left if right == NUMBER else right)
    for one, other in ((left, right), (right, left)):
        if one.top is None and one.times == ONE:
            return Joined(replace(other, own=None))
        if _back(one, other):
            return Joined(Measure(one.top))
    return Joined(_fails("*", left, right, at))


def _back(rate: Measure, counted: Measure) -> bool:
    """Check whether the first is a rate per one of what the second counts, so that their product is a count."""
    if rate.bottom is None or rate.times != ONE or counted.bottom is not None or counted.top is None:
        return False
    return _kin(rate.bottom, counted.top)


def _so_many(left: Measure, number: Decimal) -> Measure:
    """Multiply by a number: a ratio times 100,000 is a rate per 100,000; a count times 100,000 becomes one when it is divided."""
    if left == NUMBER or number not in _SCALES or (_percentage(left) and not _is_rate(left)):
        return left
    return replace(left, times=EXACT.multiply(left.times, number), own=None)


def _kin(one: Unit, other: Unit) -> bool:
    """Check whether the two may count the same things; names of things differ too much for a stricter check."""
    same = one.dimension is other.dimension
    return same and (one.dimension is not Dimension.MONEY or one.code == other.code or not (one.code and other.code))


def _fails(sign: str, left: Measure, right: Measure, at: At) -> Measure:
    """Say why, and what to write instead."""
    for one in (left, right):
        if _percentage(one) and sign == "*":
            hint = "Write part(p, w) for p percent of w, or divide the percentage by 100 first."
            break
        if one.times != ONE and one.bottom is not None:
            hint = f"Divide {one.words} by {shown(one.times)} first."
            break
    else:
        hint = "Divide figures of one kind, or one count by another."
    verb = "times" if sign == "*" else "divided by"
    raise UnitsError(f"{left.words} {verb} {right.words} is nothing that is measured.", hint, at)
