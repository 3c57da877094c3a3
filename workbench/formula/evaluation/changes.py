"""Changes between two periods: in percent, in points, in the series' unit, as a multiple, per year, as an index."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from workbench.compare.alignment.series_table import breaks
from workbench.compare.arithmetic.calculation_sheet import OPERATION
from workbench.compare.questions.question import TIMES
from workbench.core.claim import ChangeMode
from workbench.core.finding import Caveat
from workbench.core.number import EXACT
from workbench.core.quantity import POINTS, Dimension, Unit
from workbench.formula.evaluation.evaluation_context import EvaluationContext
from workbench.formula.evaluation.sheet_lines import line, short
from workbench.formula.evaluation.single_figure import SAID, figure_at, figures_at_place
from workbench.formula.evaluation.unlike_periods import check_equally_long
from workbench.formula.evaluation.values import FormulaValue, Origin, Whole
from workbench.formula.language.errors import At, NothingToDoError, UnitsError, UnreadableFormulaError
from workbench.formula.language.functions import FUNCTIONS
from workbench.formula.language.nodes import PeriodNode
from workbench.formula.measures.measure import HUNDRED, SHARE, Measure
from workbench.formula.measures.unit_algebra import like

BASE = PeriodNode("base")
MODES = {
    "change": ChangeMode.RELATIVE,
    "points": ChangeMode.POINTS,
    "difference": ChangeMode.ABSOLUTE,
    "times": ChangeMode.MULTIPLE,
}
"""The functions that measure a change, with the mode of each."""

INDEX = Measure(Unit(Dimension.INDEX, "index point"))
_PERCENTAGES = {Dimension.SHARE, Dimension.POINTS}
_DAYS = Decimal("365.25")


def moved(
    ground: EvaluationContext, function: str, given: Sequence[FormulaValue | Whole], when: Sequence[PeriodNode], at: At
) -> FormulaValue:
    """Compute a change between two figures, or between two periods of one series.

    Raises:
        FormulaError: It means nothing for these figures.
    """
    old, new = ends(ground, function, given, when, at)
    measure = changed(function, old.measure, new.measure, at)
    _comparable(ground, function, old, new, at)
    mode = MODES[function]
    text = _change_line(OPERATION[mode], new, old, measure)
    pair = (new.figure, old.figure)
    figure = line(ground, OPERATION[mode], pair, measure, text, at)
    return FormulaValue(figure, measure, _between(function, old, new), mode)


def ends(
    ground: EvaluationContext, function: str, given: Sequence[FormulaValue | Whole], when: Sequence[PeriodNode], at: At
) -> tuple[FormulaValue, FormulaValue]:
    """Find the earlier figure and the later one.

    Two figures are used in the given order. For a series: with two written periods, these; with one, from it to the claim's own period;
    with none, from the claim's base (the year before, where it has none) to its own period.

    Raises:
        FormulaError: Neither two figures nor a series were given.
    """
    first, *rest = given
    if isinstance(first, Whole) and not rest:
        where = figures_at_place(ground, first.name, first.place, at)
        start, end = (when[0], when[1]) if len(when) == 2 else (when[0], SAID) if when else (BASE, SAID)
        return figure_at(ground, first.name, where, start, at), figure_at(ground, first.name, where, end, at)
    if isinstance(first, FormulaValue) and len(rest) == 1 and isinstance(rest[0], FormulaValue) and not when:
        return first, rest[0]
    message = f"{function} takes a series and one or two periods, or two figures."
    raise UnreadableFormulaError(message, f"Write {FUNCTIONS[function].example}.", at)


def changed(function: str, old: Measure, new: Measure, at: At) -> Measure:
    """Find the measure of a change between two figures.

    Raises:
        UnitsError: The figures are of two kinds, or have no points.
    """
    if like(new, old, function, at).factor != 1:
        message = f"{function} is asked of {old.words} and {new.words}: two units."
        raise UnitsError(message, "Choose two figures in one unit.", at)
    if function in {"change", "growth"}:
        return SHARE
    if function == "times":
        return Measure(TIMES)
    if function == "index":
        return INDEX
    kind = new.unit.dimension
    if function == "points" and kind not in {*_PERCENTAGES, Dimension.INDEX}:
        message = f"points are asked of {new.words}, which is no percentage."
        raise UnitsError(message, "Use difference for the change in its own unit, change for percent.", at)
    return Measure(POINTS) if kind in _PERCENTAGES else new


def _comparable(ground: EvaluationContext, function: str, old: FormulaValue, new: FormulaValue, at: At) -> None:
    """Check that the two may be compared, and note warnings."""
    if old.figure is new.figure:
        label = f", that of {new.origin.period.label}" if new.origin.period else ""
        hint = "Write two periods that the series has figures of."
        raise NothingToDoError(f"Both ends of the change are the same figure{label}.", hint, at)
    if old.value < 0 and function in {"change", "times", "growth", "index"}:
        message = "The base is negative: a percent change from it means nothing."
        raise NothingToDoError(message, "Use difference, which has a meaning.", at)
    check_equally_long(old, new, at)
    if function == "change" and new.measure.unit.dimension in _PERCENTAGES:
        message = "The change is in percent of a percentage; points(…) gives it in percentage points."
        ground.notes.warn(Caveat("percent-or-points", message))
    _broken(ground, old, new)


def _broken(ground: EvaluationContext, old: FormulaValue, new: FormulaValue) -> None:
    """Note a break in the series between the two: it leaves the change undecided until the reviewer has checked it."""
    if old.origin.of != new.origin.of or len(new.origin.of) != 1 or not (old.origin.period and new.origin.period):
        return
    (name,) = new.origin.of
    for caveat in breaks(ground.table(name, new.origin.place or ""), old.origin.period, new.origin.period):
        ground.notes.doubt(caveat)


def _between(function: str, old: FormulaValue, new: FormulaValue) -> Origin:
    """Find the origin of the change. For a part of a year, a change in percent may be computed from whole years; one in numbers may not."""
    place = new.origin.place if new.origin.place == old.origin.place else None
    part = (old.origin.part or new.origin.part) if function in {"difference", "points"} else None
    return Origin(new.origin.period, old.origin.period, place, of=old.origin.of | new.origin.of, part=part)


def _change_line(op: str, new: FormulaValue, old: FormulaValue, measure: Measure) -> str:
    left, right = short(new.value), short(old.value)
    signs = {"relative_change": f"({left} − {right}) / |{right}| × 100", "multiple": f"{left} / {right}"}
    return f"{signs.get(op, f'{left} − {right}')} = {{}} {measure.many}".rstrip()


# --- per year, and as an index -------------------------------------------------------------------------


def growth(
    ground: EvaluationContext, given: Sequence[FormulaValue | Whole], when: Sequence[PeriodNode], at: At
) -> FormulaValue:
    """Compute the constant change per year that leads from one figure to another, in percent.

    Raises:
        FormulaError: It means nothing for these figures.
    """
    old, new = ends(ground, "growth", given, when, at)
    measure = changed("growth", old.measure, new.measure, at)
    _comparable(ground, "growth", old, new, at)
    years = _years(old, new, at)
    if old.value == 0 or new.value <= 0:
        text = "A steady change leads from one positive figure to another, and one of these is not positive."
        raise NothingToDoError(text, "Use difference, which has a meaning.", at)
    text = f"(({short(new.value)} / {short(old.value)}) ^ (1 / {short(years)}) − 1) × 100 = {{}} % a year"
    given_ = (new.figure, old.figure, years)
    figure = line(ground, "growth", given_, measure, text, at)
    return FormulaValue(figure, measure, _between("growth", old, new), ChangeMode.RELATIVE, answers="growth")


def _years(old: FormulaValue, new: FormulaValue, at: At) -> Decimal:
    """Compute the years between two periods: in whole months where possible, else in days by the length of a mean year."""
    if old.origin.period is None or new.origin.period is None or new.origin.period.start <= old.origin.period.start:
        message = "A change a year needs an earlier period and a later one."
        raise NothingToDoError(message, "Write growth(x, 2015, 2023).", at)
    start, end = old.origin.period.start, new.origin.period.start
    if start.day == end.day:
        return EXACT.divide(Decimal((end.year - start.year) * 12 + end.month - start.month), Decimal(12))
    return EXACT.divide(Decimal((end - start).days), _DAYS)


def indexed(
    ground: EvaluationContext, given: Sequence[FormulaValue | Whole], when: Sequence[PeriodNode], at: At
) -> FormulaValue:
    """Compute a figure as an index with a base period at 100.

    Raises:
        FormulaError: It means nothing for these figures.
    """
    old, new = ends(ground, "index", given, when, at)
    measure = changed("index", old.measure, new.measure, at)
    _comparable(ground, "index", old, new, at)
    base = old.origin.period.label if old.origin.period else "the base"
    text = f"{short(new.value)} / {short(old.value)} × {HUNDRED} = {{}} ({base} = 100)"
    figure = line(ground, "share", (new.figure, old.figure), measure, text, at)
    return FormulaValue(figure, measure, _between("index", old, new))
