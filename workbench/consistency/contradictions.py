"""Figures of one claim that contradict each other, found with intervals and without any data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from workbench.compare.arithmetic import calculation_sheet as arithmetic
from workbench.compare.arithmetic.calculation_sheet import Sheet, SheetFigure
from workbench.compare.claimed_figure import Claimed, claimed_change, claimed_direction, claimed_level
from workbench.compare.finding_words import counted, said, unit_words
from workbench.compare.unit_conversion import side_by_side
from workbench.consistency import change_in_words, finding_without_series
from workbench.consistency import implied_values as implied
from workbench.consistency.change_in_words import fit_in_words
from workbench.consistency.figure_pairs import Pair, all_pairs, same_sentence
from workbench.consistency.within_rounding_and_hedges import (
    DISAGREE,
    change_within_hedges,
    compare_implied,
    within_hedges,
)
from workbench.core.claim import Change, ChangeMode, Claim, Direction
from workbench.core.errors import ComparisonError
from workbench.core.finding import Agreement, Finding
from workbench.core.interval import Interval
from workbench.core.number import shown
from workbench.core.quantity import POINTS, Amount, Dimension

ALL = Decimal(-100)


def contradictions(claim: Claim, siblings: Sequence[Claim]) -> Iterator[Finding]:
    """Yield every contradiction between the claim's figures."""
    if claim.change is not None:
        yield from _ends(claim, claim.change.value)
        yield from _more_than_all(claim, claim.change.value)
    yield from _percent_against_absolute(claim, siblings)


def _against(claim: Claim, what: str, sheet: Sheet, line: Claimed, *, how: Agreement, unit: str, why: str) -> Finding:
    measured = sheet.trace().result
    made = finding_without_series.bare(claim, what, sheet, unit, why)
    difference = None if measured is None or line.value is None else measured - line.value
    return finding_without_series.against(made, line, how, difference)


def _ends(claim: Claim, change: Change) -> Iterator[Finding]:
    """Compare the change from one value to another with the direction and size that were said."""
    if change.origin is None or change.target is None or change.direction is Direction.FLAT:
        return
    old, new = change.origin.value, change.target.value
    if old.high is not None or new.high is not None or not _in_one_unit(change, old, new):
        return
    divided = change.amount is not None and change.mode in {ChangeMode.RELATIVE, ChangeMode.MULTIPLE}
    mode = change.mode if divided else ChangeMode.ABSOLUTE
    line = (
        claimed_change(change.amount.value, change.direction, mode)
        if change.amount is not None
        else claimed_direction(change.direction, Decimal(0))
    )
    try:
        yield from _moved(claim, change, line, mode, (old, new))
    except ComparisonError:
        return


def _in_one_unit(change: Change, old: Amount, new: Amount) -> bool:
    """Check whether both ends, and the size of a change between them, have one unit."""
    size = change.amount.value.unit if change.amount is not None and change.mode is ChangeMode.ABSOLUTE else new.unit
    return side_by_side(old.unit, new.unit) and side_by_side(size, new.unit)


def _moved(
    claim: Claim, change: Change, line: Claimed, mode: ChangeMode, ends: tuple[Amount, Amount]
) -> Iterator[Finding]:
    sheet = Sheet()
    before, after = (_said(sheet, amount) for amount in ends)
    unit = change_in_words.change_unit(mode, _difference_unit(ends[1]))
    if mode is not ChangeMode.ABSOLUTE and before.value <= 0:
        return
    inverse = change_in_words.fell_by_factor(change)
    pair = (before, after) if inverse else (after, before)
    figure = arithmetic.change(sheet, mode, *pair, unit)
    made = change_within_hedges(*(ends if inverse else ends[::-1]), mode)
    how = compare_implied(line, figure.value, made)
    if how not in DISAGREE:
        return
    from_to = f"From {_signed(ends[0])} to {_signed(ends[1])}"
    why = f"{from_to} is {change_in_words.change_in_words(figure.value, change, mode, unit)}, where the claim says {change_in_words.said_change(change)}."
    yield _against(claim, "its figures do not fit one another", sheet, line, how=how, unit=unit, why=why)


def _signed(amount: Amount) -> str:
    """Write an amount in words, with a sign below zero."""
    return f"{'−' if amount.low < 0 else ''}{said(amount, amount.unit)}"


def _difference_unit(amount: Amount) -> str:
    """Find the unit of a difference: points for two percentages."""
    return unit_words(POINTS if amount.unit.dimension is Dimension.SHARE else amount.unit)


def _said(sheet: Sheet, amount: Amount) -> SheetFigure:
    return sheet.given(amount.low, unit_words(amount.unit), f"claimed: {said(amount, amount.unit)}")


def _more_than_all(claim: Claim, change: Change) -> Iterator[Finding]:
    """Yield a fall of more than 100 %: nothing that is counted can fall by more than all of it."""
    if change.amount is None or change.mode is not ChangeMode.RELATIVE or change.direction is not Direction.DOWN:
        return
    line = claimed_change(change.amount.value, change.direction, change.mode)
    if line.value is None or line.range.high is None or line.range.high >= ALL:
        return
    sheet = Sheet()
    sheet.given(ALL, "%", "the most that anything counted can fall: −100 %")
    why = f"Nothing that is counted can fall by more than all of it, and the claim says {change_in_words.said_change(change)}."
    yield _against(claim, "a fall of more than all", sheet, line, how=Agreement.APART, unit="%", why=why)


def _percent_against_absolute(claim: Claim, siblings: Sequence[Claim]) -> Iterator[Finding]:
    """Yield a contradiction between a change in percent and one in numbers: the number and the level imply another percentage."""
    found = [p for p in _all_pairs(claim, siblings) if p.change.amount is not None and p.level.value.low > 0]
    for percent in (p for p in found if p.change.mode is ChangeMode.RELATIVE):
        for absolute in (p for p in found if p.change.mode is ChangeMode.ABSOLUTE):
            same = percent.level.span == absolute.level.span
            if same and claim.id in {percent.of.id, absolute.of.id} and percent.change.base == absolute.change.base:
                yield from _fit(claim, percent, absolute)


def _all_pairs(claim: Claim, siblings: Sequence[Claim]) -> list[Pair]:
    return [pair for pair, _ in all_pairs(same_sentence(claim, siblings))]


def _fit(claim: Claim, percent: Pair, absolute: Pair) -> Iterator[Finding]:
    sheet = Sheet()
    try:
        base = implied.base_line(sheet, absolute)
        figure = implied.percent_line(sheet, absolute, base)
    except ComparisonError:
        return
    line = implied.claimed(percent)
    made = _percent_within_hedges(absolute)
    how = compare_implied(line, figure.value, made)
    level, way = said(absolute.level.value, absolute.level.value.unit), "rise" if figure.value > 0 else "fall"
    first = f"{level} after {change_in_words.change_words(absolute)} are a {way} of {shown(abs(figure.value), 1)} %"
    why = f"{first} from {counted(base.value, absolute.level.value.unit, 0)}, {fit_in_words(how, made)} {change_in_words.change_words(percent)} as claimed."
    yield _against(claim, "percent and number", sheet, line, how=how, unit="%", why=why)


def _percent_within_hedges(pair: Pair) -> Interval:
    """Compute the range of percentages for a change in numbers: they grow with the change and fall with the level."""
    level, moved = claimed_level(pair.level.value).range, implied.claimed(pair)

    def percent(change: Decimal, level: Decimal) -> Decimal | None:
        return change / (level - change) * 100 if level > change else None

    return within_hedges(moved.range, level, percent, falls=moved.way > 0)
