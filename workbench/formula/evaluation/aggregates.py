"""Functions of many figures: sum, mean, median, lowest, highest, count, and totals scaled to a year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from workbench.core.finding import Caveat
from workbench.core.number import EXACT
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Additivity
from workbench.formula.evaluation.evaluation_context import EvaluationContext
from workbench.formula.evaluation.rounding_error import ZERO, summed_slack, widest
from workbench.formula.evaluation.sheet_lines import line, short
from workbench.formula.evaluation.values import Column, FormulaValue, Origin, Worked
from workbench.formula.language.errors import At, NoFigureError, UnitsError
from workbench.formula.language.functions import FUNCTIONS
from workbench.formula.measures.additivity import is_growth, why_no_sum
from workbench.formula.measures.measure import ONE, SHARE, Measure
from workbench.formula.measures.unit_algebra import added

OPS = {name: each.of_many for name, each in FUNCTIONS.items() if each.of_many}
"""The operation of each function."""

_WHOLE = {"sum", "mean", "cumulated", "annualised"}
"""Functions whose result is wrong where a figure is missing."""
_RATES = {Dimension.SHARE, Dimension.POINTS, Dimension.INDEX, Dimension.RATE}
COUNTED = Measure(Unit(Dimension.COUNT, ""))


def several(ground: EvaluationContext, function: str, given: Sequence[Worked], at: At) -> FormulaValue:
    """Compute a function over all figures that it is given.

    Raises:
        FormulaError: They are of two kinds, do not add up, or some are missing that the result would need.
    """
    for each in given:
        if isinstance(each, Column):
            _may(ground, function, each, at)
    cells = [cell for each in given for cell in (each.cells if isinstance(each, Column) else (each,))]
    measure = _one_kind(ground, cells, at)
    figures = [cell.figure for cell in cells]
    op = OPS[function]
    room = summed_slack(figures) if op == "sum" else widest(figures)
    result = COUNTED if op == "count" else measure
    text = (
        f"{FUNCTIONS[function].noun or function} of {len(figures)} figures{_label(given)}: {{}} {result.many}".rstrip()
    )
    figure = line(ground, op, figures, result, text, at, room=ZERO if op == "count" else room)
    over_time = len(given) == 1 and isinstance(given[0], Column) and given[0].over == "time"
    answers = "mean" if function == "mean" and over_time else ""
    return FormulaValue(figure, result, _whole(function, given, cells), answers=answers)


def _may(ground: EvaluationContext, function: str, column: Column, at: At) -> None:
    """Check that a function may be applied to the figures of a column."""
    if column.gaps:
        _gap(ground, function, column, at)
    if function != "sum":
        return
    if column.over == "places" and column.measure.unit.dimension in _RATES:
        message = f"“{column.series.title}” is an average or a rate: the figures of several places are not added up."
        raise UnitsError(message, "Use mean for the plain average, or add counts up.", at)
    why = why_no_sum(column.series) if column.over == "time" else ""
    if why:
        hint = (
            "cumulated multiplies changes in percent up; mean gives the average."
            if is_growth(column.series)
            else "Use mean."
        )
        raise UnitsError(why, hint, at)
    if column.over == "time" and column.series.adds is Additivity.UNKNOWN:
        message = f"“{column.series.title}” does not say that its figures add up over time; they were added because the formula says so."
        ground.notes.warn(Caveat("assumed-sum", message))


def _gap(ground: EvaluationContext, function: str, column: Column, at: At) -> None:
    missing = ", ".join(column.gaps[:3]) + (f" and {len(column.gaps) - 3} more" if len(column.gaps) > 3 else "")
    if function in _WHOLE and column.over == "time":
        message = f"There is no figure for {missing}: the {function} of the others would not be the whole."
        raise NoFigureError(message, "Write a stretch that the series has all figures of.", at)
    message = f"There is no figure for {missing}; the others were taken."
    ground.notes.warn(Caveat("partial-group" if column.over == "places" else "partial-period", message))


def _one_kind(ground: EvaluationContext, cells: Sequence[FormulaValue], at: At) -> Measure:
    first = cells[0].measure
    for cell in cells[1:]:
        found = added(first, cell.measure, "+", at)
        if found.factor != ONE:
            message = f"{first.words} and {cell.measure.words} are two units."
            raise UnitsError(message, "Add them with +, which brings the one into the other.", at)
        ground.notes.warn(*found.caveats)
    return first


def _label(given: Sequence[Worked]) -> str:
    columns = [each for each in given if isinstance(each, Column) and each.period]
    return f", {columns[0].period.label}" if len(columns) == len(given) == 1 and columns[0].period else ""


def _whole(function: str, given: Sequence[Worked], cells: Sequence[FormulaValue]) -> Origin:
    """Find the origin of the result: the whole period, the one place."""
    column = given[0] if len(given) == 1 and isinstance(given[0], Column) else None
    spots = {cell.origin.place for cell in cells}
    return Origin(
        period=column.period if column else None,
        place=next(iter(spots)) if len(spots) == 1 else None,
        flow=function == "sum" and all(cell.origin.flow for cell in cells),
        of=frozenset().union(*(cell.origin.of for cell in cells)),
        part=next((cell.origin.part for cell in cells if cell.origin.part), None),
    )


# --- to a total ----------------------------------------------------------------------------------------


def cumulated(ground: EvaluationContext, column: Worked, at: At) -> FormulaValue:
    """Add up flows; compound changes in percent.

    Raises:
        FormulaError: The figures are neither.
    """
    if isinstance(column, Column) and is_growth(column.series):
        if column.gaps:
            _gap(ground, "cumulated", column, at)
        label = f", {column.period.label}" if column.period else ""
        text = f"{len(column.cells)} changes one on top of the other{label}: {{}} %"
        figure = line(ground, "compound", [cell.figure for cell in column.cells], SHARE, text, at)
        return FormulaValue(figure, SHARE, _whole("cumulated", [column], column.cells))
    return several(ground, "sum", [column], at)


def annualised(ground: EvaluationContext, given: Worked, at: At) -> FormulaValue:
    """Scale a total of some months to twelve; compound a change in percent to a year.

    Raises:
        FormulaError: It is unknown how long the stretch is, or the figures are no totals.
    """
    growth = (
        isinstance(given, FormulaValue)
        and bool(given.origin.of)
        and any(is_growth(ground.figures[name].series) for name in given.origin.of)
    )
    total = given if isinstance(given, FormulaValue) else several(ground, "sum", [given], at)
    months = total.origin.period.months if total.origin.period else None
    if months is None or not (total.origin.flow or growth):
        text = "Only a total of whole months, or their change in percent, can be brought to a year."
        raise UnitsError(text, "Write annualised(x[2021-01..2021-09]).", at)
    ground.notes.warn(
        Caveat("annualised", f"{months} months were taken to go on for twelve, which nobody has counted.")
    )
    times = EXACT.divide(Decimal(12), Decimal(months))
    if growth:
        text = f"{short(total.value)} %, {short(times)} times one on top of the other: {{}} %"
        return replace(total, figure=line(ground, "annualised_growth", [total.figure, times], SHARE, text, at))
    text = f"{short(total.value)} / {months} months × 12 = {{}} {total.measure.many}"
    figure = line(ground, "per", [total.figure, Decimal(months), Decimal(12)], total.measure, text, at)
    return replace(total, figure=figure, origin=replace(total.origin, part=None))
