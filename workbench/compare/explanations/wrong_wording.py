"""Slips of wording with the same two figures: the other direction, percent for a number, "by" for "to", the wrong base.

Each is a single try: the two figures of the finding itself are combined in another way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from workbench.compare import finding_words
from workbench.compare.arithmetic.calculation_sheet import OPERATION, Sheet, SheetFigure
from workbench.compare.explanations.accidental_fit import relative
from workbench.compare.explanations.slip_trial import Missed, Try, fitting
from workbench.compare.questions.question import TIMES, Question
from workbench.core.claim import ChangeMode
from workbench.core.errors import ComparisonError
from workbench.core.number import shown
from workbench.core.quantity import PERCENT, POINTS, Dimension
from workbench.core.slip import Slip

_WORKED = set(OPERATION.values())
_SHARES = {Dimension.SHARE, Dimension.POINTS}


@dataclass(frozen=True, slots=True)
class ChangeEnds:
    """The two figures of a change, with the lines that led to them.

    Attributes:
        missed: The finding.
        before: The older figure.
        after: The newer one.
    """

    missed: Missed
    before: SheetFigure
    after: SheetFigure

    def sheet(self) -> Sheet:
        """Copy the lines up to the two figures."""
        return Sheet(list(self.missed.found.trace.steps[:-1]))


Way = Callable[[ChangeEnds], "tuple[str, int, Sheet, SheetFigure, str] | None"]
"""A possible slip: its kind, its size, the lines, the figure, and what the claim would be true of."""


def of_wordings(missed: Missed) -> Iterator[Slip]:
    """Yield every slip of wording that explains a claimed change."""
    ends = _ends(missed)
    if ends is None:
        return
    for way in (_other_way, _other_base, _percent_of_points, _number, _percent, _to_for_by, _times, _level):
        yield from _tried(ends, way)


def _tried(ends: ChangeEnds, way: Way) -> Iterator[Slip]:
    try:
        made = way(ends)
    except ComparisonError:
        return
    if made is None:
        return
    kind, size, sheet, figure, of = made
    found = ends.missed.found
    slip = Slip(
        kind=kind, says=f"It would hold {of}.", trace=sheet.trace(), size=size, place=found.place, period=found.period,
        base=found.base,
    )  # fmt: skip
    yield from fitting(ends.missed, [Try(figure.value, lambda: slip)], relative(ends.missed.question.claimed.range))


def _ends(missed: Missed) -> ChangeEnds | None:
    steps = missed.found.trace.steps
    if missed.question.mode is None or not steps or steps[-1].op not in _WORKED:
        return None
    lines = [SheetFigure(o.step, o.value) for o in steps[-1].operands if o.step is not None]
    if len(lines) != 2:
        return None
    before, after = lines if missed.question.inverse else lines[::-1]
    return ChangeEnds(missed, before, after)


def _other_way(ends: ChangeEnds) -> tuple[str, int, Sheet, SheetFigure, str] | None:
    """Try the other direction: a rise for a fall, a half for a double."""
    question, sheet = ends.missed.question, ends.sheet()
    if question.claimed.way == 0:
        return None
    if question.mode is ChangeMode.MULTIPLE:
        pair = (ends.after, ends.before) if question.inverse else (ends.before, ends.after)
        figure = _do(sheet, "multiple", pair, "times")
        return "direction", 1, sheet, figure, f"the other way round: {shown(figure.value, 2)} times as much before"
    sheet = Sheet(list(ends.missed.found.trace.steps))
    last = SheetFigure(len(sheet.steps) - 1, sheet.steps[-1].result)
    figure_words = finding_words.movement(last.value, question)
    figure = sheet.do("negate", (last,), finding_words.unit_words(question.unit), "the other way round: {}")
    return "direction", 1, sheet, figure, f"the other way round: it was {figure_words}"


def _other_base(ends: ChangeEnds) -> tuple[str, int, Sheet, SheetFigure, str] | None:
    """Try the newer figure as the base instead of the older: 60 is 40 % of 151, and 66 % of 91."""
    question, found, sheet = ends.missed.question, ends.missed.found, ends.sheet()
    if question.mode is not ChangeMode.RELATIVE or ends.after.value <= 0 or found.base is None or found.period is None:
        return None
    back = _do(sheet, "relative_change", (ends.before, ends.after), "%")
    figure = sheet.do("negate", (back,), "%", f"with the figure for {found.period.label} as the base: {{}} %")
    of = f"of the figure for {found.period.label} taken as the base, and not of that for {found.base.label}"
    return "wrong-base", 2, sheet, figure, f"{of}: {finding_words.movement(figure.value, question)}"


def _percent_of_points(ends: ChangeEnds) -> tuple[str, int, Sheet, SheetFigure, str] | None:
    """Try points for percent; the reverse is a reading of its own."""
    question, sheet = ends.missed.question, ends.sheet()
    if question.mode is not ChangeMode.POINTS or ends.before.value <= 0:
        return None
    figure = _do(sheet, "relative_change", (ends.after, ends.before), "%")
    figure_words = finding_words.movement(figure.value, _as(question, ChangeMode.RELATIVE))
    return "points-for-percent", 1, sheet, figure, f"in percent and not in percentage points: {figure_words}"


def _number(ends: ChangeEnds) -> tuple[str, int, Sheet, SheetFigure, str] | None:
    """Try a number given as a percentage: it fell by 60, "fell by 60 per cent"; for a rate, points given as percent."""
    question, sheet, series = ends.missed.question, ends.sheet(), ends.missed.case.where.series
    if question.mode is not ChangeMode.RELATIVE:
        return None
    if series.unit.dimension in _SHARES:
        figure = _do(sheet, "points_change", (ends.after, ends.before), "percentage points")
        figure_words = finding_words.movement(figure.value, _as(question, ChangeMode.POINTS))
        return "percent-for-points", 1, sheet, figure, f"in percentage points and not in percent: {figure_words}"
    figure = _do(sheet, "difference", (ends.after, ends.before), finding_words.unit_words(series.unit))
    figure_words = finding_words.movement(figure.value, replace(question, mode=ChangeMode.ABSOLUTE, unit=series.unit))
    return "percent-for-number", 2, sheet, figure, f"as a number and not in percent: {figure_words}"


def _percent(ends: ChangeEnds) -> tuple[str, int, Sheet, SheetFigure, str] | None:
    """Try a percentage given as a number."""
    question, sheet = ends.missed.question, ends.sheet()
    if question.mode is not ChangeMode.ABSOLUTE or ends.before.value <= 0:
        return None
    figure = _do(sheet, "relative_change", (ends.after, ends.before), "%")
    figure_words = finding_words.movement(figure.value, _as(question, ChangeMode.RELATIVE))
    return "number-for-percent", 2, sheet, figure, f"in percent and not as a number: {figure_words}"


def _to_for_by(ends: ChangeEnds) -> tuple[str, int, Sheet, SheetFigure, str] | None:
    """Try "to" given as "by": grown *to* 150 per cent of the base, said as grown *by* 150 per cent."""
    question, found, sheet = ends.missed.question, ends.missed.found, ends.sheet()
    if question.mode is not ChangeMode.RELATIVE or found.base is None or ends.before.value <= 0:
        return None
    figure = _do(sheet, "share", (ends.after, ends.before), "%")
    return (
        "to-for-by",
        1,
        sheet,
        figure,
        f"of where it went and not of how far: to {shown(figure.value, 1)} % of {found.base.label}",
    )


def _times(ends: ChangeEnds) -> tuple[str, int, Sheet, SheetFigure, str] | None:
    """Try a multiple given as a rise: twice as much, said as "by two times".

    The rise itself is in times of the base.
    """
    question, sheet = ends.missed.question, ends.sheet()
    if question.mode is not ChangeMode.MULTIPLE or question.inverse or ends.before.value <= 0:
        return None
    more = _do(
        sheet, "difference", (ends.after, ends.before), finding_words.unit_words(ends.missed.case.where.series.unit)
    )
    figure = _do(sheet, "multiple", (more, ends.before), "times")
    return (
        "times-more",
        2,
        sheet,
        figure,
        f"of the rise alone: {shown(figure.value, 2)} times the base were added to it",
    )


def _level(ends: ChangeEnds) -> tuple[str, int, Sheet, SheetFigure, str] | None:
    """Try a level given as a change: grown *to* five million, said as grown *by* five million."""
    question, found = ends.missed.question, ends.missed.found
    plain = question.mode in {ChangeMode.ABSOLUTE, ChangeMode.POINTS} or (
        question.mode is ChangeMode.RELATIVE and ends.missed.case.where.series.unit.dimension in _SHARES
    )
    if not plain or found.period is None:
        return None
    sheet = Sheet(list(ends.missed.found.trace.steps[: ends.after.line + 1]))
    if question.claimed.way < 0:
        figure = sheet.do("negate", (ends.after,), finding_words.unit_words(question.unit), "said as a fall: {}")
    else:
        figure = ends.after
    unit = PERCENT if question.mode is not ChangeMode.ABSOLUTE else question.unit
    figure_words = finding_words.counted(
        ends.after.value, unit, finding_words.places_for(ends.after.value, question.amount)
    )
    return (
        "level-for-change",
        1,
        sheet,
        figure,
        f"of the level reached and not of the change: {figure_words} in {found.period.label}",
    )


def _do(sheet: Sheet, op: str, pair: tuple[SheetFigure, SheetFigure], unit: str) -> SheetFigure:
    left, right = (shown(f.value, None if f.value == f.value.to_integral_value() else 2) for f in pair)
    words = {
        "relative_change": f"({left} − {right}) / |{right}| × 100 = {{}} %",
        "share": f"{left} / {right} × 100 = {{}} %",
        "multiple": f"{left} / {right} = {{}} {unit}",
    }
    return sheet.do(op, pair, unit, words.get(op, f"{left} − {right} = {{}} {unit}"))


def _as(question: Question, mode: ChangeMode) -> Question:
    unit = {ChangeMode.RELATIVE: PERCENT, ChangeMode.POINTS: POINTS, ChangeMode.MULTIPLE: TIMES}.get(
        mode, question.unit
    )
    return replace(question, mode=mode, unit=unit)
