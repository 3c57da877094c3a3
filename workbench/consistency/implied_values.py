"""Values implied by a level and the change that led to it: the base, and the change in percent."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from workbench.compare.arithmetic.calculation_sheet import Sheet, SheetFigure
from workbench.compare.claimed_figure import Claimed, claimed_change, claimed_level
from workbench.compare.finding_words import counted, said, unit_words
from workbench.consistency.change_in_words import change_words, fell_by_factor, places, unit_of_change
from workbench.consistency.figure_pairs import Pair
from workbench.consistency.finding_without_series import bare
from workbench.core.claim import Change, ChangeMode, Claim, Direction
from workbench.core.errors import ComparisonError
from workbench.core.finding import Finding
from workbench.core.interval import Interval
from workbench.core.number import shown, signed

_HUNDRED = Decimal(100)


def findings(claim: Claim, pair: Pair) -> Iterator[Finding]:
    """Yield the implied base, and for "10,000 fewer" the implied change in percent."""
    change = pair.change
    if change.amount is None or change.direction is Direction.FLAT or pair.level.value.low <= 0:
        return
    try:
        yield _base(claim, pair)
        if change.mode is ChangeMode.ABSOLUTE:
            yield _percent(claim, pair)
    except ComparisonError:
        return


def _base(claim: Claim, pair: Pair) -> Finding:
    sheet = Sheet()
    base = base_line(sheet, pair)
    unit = pair.level.value.unit
    level, change = claimed_level(pair.level.value), claimed(pair)
    bounds = base_range(level, change, pair.change)
    when = f"in {pair.change.base.label}" if pair.change.base else "before"
    whole = base.value == base.value.to_integral_value()
    about = "" if whole and level.exact and change.exact else "about "
    figure = counted(base.value, unit, places(base.value))
    facts = f"{_level(pair)} after {change_words(pair)} imply {about}{figure} {when}"
    return bare(claim, "the base that it implies", sheet, unit_words(unit), f"{facts}{_within(bounds, base.value)}.")


def _percent(claim: Claim, pair: Pair) -> Finding:
    sheet = Sheet()
    base = base_line(sheet, pair)
    figure = percent_line(sheet, pair, base)
    facts = f"{_level(pair)} after {change_words(pair)} are {_moved(figure.value)} from {counted(base.value, pair.level.value.unit, places(base.value))}"
    return bare(claim, "the change in percent that it implies", sheet, "%", f"{facts}.")


def _moved(value: Decimal) -> str:
    return f"a {'rise' if value > 0 else 'fall'} of {shown(abs(value), 1)} %"


def _level(pair: Pair) -> str:
    return said(pair.level.value, pair.level.value.unit)


def claimed(pair: Pair) -> Claimed:
    """Compute the pair's change with its sign. The change must have an amount."""
    amount = pair.change.amount
    if amount is None:
        raise ComparisonError("The change has no size.")
    return claimed_change(amount.value, pair.change.direction, pair.change.mode)


def base_line(sheet: Sheet, pair: Pair) -> SheetFigure:
    """Compute the base on a sheet from the figures as said.

    Raises:
        ComparisonError: The base cannot be computed, since the fall is 100 %.
    """
    unit, level, change = unit_words(pair.level.value.unit), pair.level.value.low, claimed(pair)
    top = sheet.given(level, unit, f"claimed: {_level(pair)}")
    size = change.value or Decimal(0)
    moved = sheet.given(size, unit_words(unit_of_change(pair)), f"claimed: {change_words(pair)}")
    match pair.change.mode:
        case ChangeMode.RELATIVE:
            return sheet.do("base_of_change", (top, moved), unit, f"{shown(level)} / (1 {signed(size)} / 100) = {{}}")
        case ChangeMode.MULTIPLE if fell_by_factor(pair.change):
            return sheet.do("scale", (top, moved), unit, f"{shown(level)} × {shown(size)} = {{}}")
        case ChangeMode.MULTIPLE:
            return sheet.do("ratio", (top, moved), unit, f"{shown(level)} / {shown(size)} = {{}}")
        case _:
            return sheet.do("difference", (top, moved), unit, f"{shown(level)} {signed(-size)} = {{}}")


def percent_line(sheet: Sheet, pair: Pair, base: SheetFigure) -> SheetFigure:
    """Compute the change in percent from an implied base to the level (the first line of the sheet)."""
    level = pair.level.value.low
    ends = (SheetFigure(0, level), base)
    return sheet.do(
        "relative_change", ends, "%", f"({shown(level)} − {shown(base.value)}) / |{shown(base.value)}| × 100 = {{}} %"
    )


def base_range(level: Claimed, size: Claimed, change: Change) -> Interval | None:
    """Compute the range of bases that rounding and hedges allow; None where it has no useful bound.

    The base grows with the level and, for a given level, falls with the (signed) change; it grows with a factor of a fall.
    """
    if fell_by_factor(change):
        ends = (level.range.low, level.range.high), (size.range.low, size.range.high)
        low, high = (None if lv is None or times is None else lv * times for lv, times in zip(*ends, strict=True))
    else:
        ends = (level.range.low, level.range.high), (size.range.high, size.range.low)
        low, high = (_end(lv, moved, change.mode) for lv, moved in zip(*ends, strict=True))
    if (low is None and high is None) or (low is not None and high is not None and low > high):
        return None
    return Interval(low, high)


def _end(level: Decimal | None, change: Decimal | None, mode: ChangeMode) -> Decimal | None:
    if level is None or change is None:
        return None
    match mode:
        case ChangeMode.RELATIVE:
            rest = 1 + change / _HUNDRED
            return level / rest if rest > 0 else None
        case ChangeMode.MULTIPLE:
            return level / change if change > 0 else None
        case _:
            return level - change


def _within(bounds: Interval | None, value: Decimal) -> str:
    if bounds is None:
        return ""
    low, high = (None if end is None else shown(end, places(value)) for end in (bounds.low, bounds.high))
    if low is None or high is None:
        return f"; within the words, at {'most' if low is None else 'least'} {low or high}"
    return f"; within the rounding, {low} to {high}"
