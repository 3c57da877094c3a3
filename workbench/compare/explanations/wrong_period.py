"""Wrong years: another period of the same length, another base, a part for the whole or the whole for a part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache, partial

from workbench.compare import finding_words
from workbench.compare.arithmetic.calculation_sheet import Sheet
from workbench.compare.explanations.accidental_fit import among
from workbench.compare.explanations.recomputed_figure import FigureCalculator, ruler
from workbench.compare.explanations.slip_trial import Missed, Try, fitting
from workbench.compare.figure_limits import moved_period
from workbench.core.period import Period, span, year
from workbench.core.slip import Slip

REACH = 10
"""Periods looked at before and after. A figure of a generation ago is seldom a slip of the tongue."""


def of_periods(missed: Missed) -> Iterator[Slip]:
    """Yield every slip of the period that explains the claimed figure."""
    rule = ruler(missed)
    period, base = missed.found.period, missed.found.base
    if period is None:
        return
    if missed.question.mode is None:
        yield from _levels(missed, rule, period)
    elif base is not None:
        yield from _changes(missed, rule, period, base)


@lru_cache(maxsize=1024)
def _steps(period: Period) -> tuple[tuple[int, Period], ...]:
    """List neighbouring periods of equal length, the nearest first.

    For months and quarters also those of other years.
    """
    length = period.months
    if length is None:
        return ()
    hops = [n * length for k in range(1, REACH + 1) for n in (-k, k)]
    years = [12 * n for k in range(1, REACH + 1) for n in (-k, k)]
    months = dict.fromkeys([*hops, *(years if length < 12 else [])])
    there = ((_size(away, length), moved_period(period, away)) for away in months)
    return tuple((size, when) for size, when in there if when != period)


def _size(months: int, length: int) -> int:
    """Compute how far off a period is: 1 for the next one, and for the same month of the year before."""
    away = abs(months)
    return max(1, away // 12 if away % 12 == 0 else away // length)


# --- levels --------------------------------------------------------------------------------------------


def _levels(missed: Missed, rule: FigureCalculator, period: Period) -> Iterator[Slip]:
    there = [(size, when, rule.quick(when)) for size, when in _steps(period)]
    found = [(size, when, value) for size, when, value in there if value is not None]
    tries = [Try(value, partial(_other, rule, when, size)) for size, when, value in found]
    yield from fitting(missed, tries, among(missed.question.claimed.range, [each.figure for each in tries]))
    yield from _wholes(missed, rule, period)


def _other(rule: FigureCalculator, when: Period, size: int) -> Slip:
    return _level_slip(rule, when, "other-period", size, "It would hold for {when}: {figure} then.")


def _level_slip(rule: FigureCalculator, when: Period, kind: str, size: int, words: str) -> Slip:
    sheet = Sheet()
    found = rule.aligned(when)
    figure = rule.level(sheet, found) if found is not None else sheet.given(Decimal(0), "", "")
    question = rule.question
    figure_words = finding_words.counted(
        figure.value, question.unit, finding_words.places_for(figure.value, question.amount)
    )
    return Slip(
        kind=kind,
        says=words.format(when=when.label, figure=figure_words),
        trace=sheet.trace(),
        size=size,
        place=rule.table.place,
        period=when,
    )


def _wholes(missed: Missed, rule: FigureCalculator, period: Period) -> Iterator[Slip]:
    """Yield a month or quarter given for the year, the months so far for all of it, or the year for a part of it."""
    parts, whole = list(_parts(rule, period)), _year_of(period)
    tries = [Try(value, partial(_part, rule, when)) for when in parts if (value := rule.quick(when)) is not None]
    if whole is not None and (value := rule.quick(whole)) is not None:
        tries.append(Try(value, partial(_whole, rule, whole)))
    yield from fitting(missed, tries, among(missed.question.claimed.range, [each.figure for each in tries]))


def _parts(rule: FigureCalculator, period: Period) -> Iterator[Period]:
    """Yield the rows within a period, and the spans from its beginning to the end of each."""
    inside = [row.period for row in rule.table.rows if row.period != period and period.contains(row.period)]
    so_far = [
        span(period.start, each.end) for each in inside[:12] if period.start < each.start and each.end < period.end
    ]
    yield from dict.fromkeys([*inside[:12], *so_far])


def _year_of(period: Period) -> Period | None:
    months = period.months
    whole = year(period.start.year)
    return whole if months is not None and months < 12 and whole.contains(period) else None


def _part(rule: FigureCalculator, when: Period) -> Slip:
    return _level_slip(
        rule, when, "part-for-whole", 2, "It would hold for {when} alone, a part of that time: {figure}."
    )


def _whole(rule: FigureCalculator, when: Period) -> Slip:
    return _level_slip(rule, when, "whole-for-part", 2, "It would hold for the whole of {when}: {figure}.")


# --- changes -------------------------------------------------------------------------------------------


def _changes(missed: Missed, rule: FigureCalculator, period: Period, base: Period) -> Iterator[Slip]:
    yield from _between(missed, rule, _along(period, base), "other-period")
    bases = [(size, when, period) for size, when in _steps(base) if when.end <= period.start]
    near = [(1, when, period) for when in (period.previous(), moved_period(period, -12)) if when != base]
    yield from _between(missed, rule, list({(b, p): (n, b, p) for n, b, p in [*bases, *near]}.values()), "other-base")


@lru_cache(maxsize=1024)
def _along(period: Period, base: Period) -> tuple[tuple[int, Period, Period], ...]:
    """Move a change to other periods of the same distance."""
    months = _months_between(base, period)
    there = ((size, moved_period(base, _months_between(period, when)), when) for size, when in _steps(period))
    return tuple((size, old, new) for size, old, new in there if _months_between(old, new) == months and old != new)


def _months_between(first: Period, last: Period) -> int:
    return (last.start.year - first.start.year) * 12 + last.start.month - first.start.month


def _between(
    missed: Missed, rule: FigureCalculator, spans: Sequence[tuple[int, Period, Period]], kind: str
) -> Iterator[Slip]:
    tries = []
    for size, base, period in spans:
        figure = rule.quick_change(base, period)
        if figure is not None:
            tries.append(Try(figure, partial(_change, missed, rule, kind, size, (base, period))))
    yield from fitting(missed, tries, among(missed.question.claimed.range, [each.figure for each in tries]))


def _change(missed: Missed, rule: FigureCalculator, kind: str, size: int, when: tuple[Period, Period]) -> Slip:
    sheet, (base, period) = Sheet(), when
    figure = rule.change(sheet, base, period)
    figure_words = "" if figure is None else finding_words.movement(figure.value, rule.question)
    own = missed.found.base.label if missed.found.base else ""
    since = (
        f"measured from {base.label} and not from {own}"
        if kind == "other-base"
        else f"from {base.label} to {period.label}"
    )
    return Slip(
        kind=kind,
        says=f"It would hold {since}: {figure_words}.",
        trace=sheet.trace(),
        size=size,
        place=rule.table.place,
        period=period,
        base=base,
    )
