"""Computes the figure of any period and place as for the finding itself: read, made from parts, in the claim's unit."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from workbench.compare import finding_words
from workbench.compare.alignment.align import Aligned, align
from workbench.compare.alignment.series_table import SeriesTable
from workbench.compare.arithmetic.calculation_sheet import OPERATION, Sheet, SheetFigure, change, scaling
from workbench.compare.explanations.slip_trial import Missed
from workbench.compare.judging.answer_question import figure_of
from workbench.compare.questions.question import Question
from workbench.core.claim import ChangeMode
from workbench.core.errors import ComparisonError
from workbench.core.finding import Caveat
from workbench.core.period import Period
from workbench.core.series import Observation
from workbench.core.trace import apply_operation

_ONE = Decimal(1)


@dataclass(slots=True)
class FigureCalculator:
    """Measures one table for a question, with a cache of aligned periods.

    Attributes:
        table: The figures at one place.
        question: What was asked.
    """

    table: SeriesTable
    question: Question
    _rows: dict[tuple[date, date], Observation] = field(default_factory=dict)
    _finest: timedelta = timedelta.max
    _levels: dict[Period, Decimal | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._rows = {(row.period.start, row.period.end): row for row in self.table.rows}
        self._finest = min((end - start for start, end in self._rows), default=timedelta.max)

    def aligned(self, period: Period) -> Aligned | None:
        """Align the observations of exactly a period; a longer one is never used."""
        row = self._rows.get((period.start, period.end))
        if row is not None:
            return None if row.value is None else Aligned((row,), None, row.period)
        if (period.end - period.start) / 2 < self._finest:  # parts are two figures at least
            return None
        found = align(self.table, period)
        return None if isinstance(found, Caveat) or found.coarse or found.period != period else found

    def quick(self, period: Period) -> Decimal | None:
        """Compute the level of a period in the claim's unit, without a sheet where one figure gives it."""
        if period not in self._levels:
            self._levels[period] = self._level(self.aligned(period))
        return self._levels[period]

    def _level(self, found: Aligned | None) -> Decimal | None:
        if found is None:
            return None
        if len(found.used) > 1:
            return self.level(Sheet(), found).value
        value, factor = found.used[0].value or Decimal(0), self.question.fit.factor or _ONE
        return value if factor == 1 else _scaled(value, factor)

    def quick_change(self, base: Period, period: Period) -> Decimal | None:
        """Compute the change between two periods in the question's mode, without a sheet."""
        before, after = self.quick(base), self.quick(period)
        return None if before is None or after is None else difference(self.question, before, after)

    def level(self, sheet: Sheet, found: Aligned) -> SheetFigure:
        """Compute the level, with its lines on a sheet."""
        return figure_of(self.table, self.question, sheet, found)

    def change(self, sheet: Sheet, base: Period, period: Period) -> SheetFigure | None:
        """Compute the change between two periods in the question's mode, with lines on a sheet.

        None where it is undefined.
        """
        old, new = self.aligned(base), self.aligned(period)
        if old is None or new is None:
            return None
        before, after = self.level(sheet, old), self.level(sheet, new)
        return moved(sheet, self.question, before, after)


def moved(sheet: Sheet, question: Question, before: SheetFigure, after: SheetFigure) -> SheetFigure | None:
    """Compute the change between two figures of a sheet in the question's mode; None where it is undefined."""
    if difference(question, before.value, after.value) is None:
        return None
    new, old = (before, after) if question.inverse else (after, before)
    return change(sheet, question.mode or ChangeMode.ABSOLUTE, new, old, finding_words.unit_words(question.unit))


def difference(question: Question, before: Decimal, after: Decimal) -> Decimal | None:
    """Compute the change between two numbers in the question's mode.

    None where it is undefined, as from a base of zero.
    """
    mode = question.mode or ChangeMode.ABSOLUTE
    if mode in {ChangeMode.RELATIVE, ChangeMode.MULTIPLE} and before <= 0:
        return None
    new, old = (before, after) if question.inverse else (after, before)
    try:
        return apply_operation(OPERATION[mode], new, old)
    except ComparisonError:
        return None


def ruler(missed: Missed) -> FigureCalculator:
    """Build the ruler for the finding's own table."""
    return FigureCalculator(missed.case.where, missed.question)


def _scaled(value: Decimal, factor: Decimal) -> Decimal:
    op, number = scaling(factor)
    return apply_operation(op, value, number)
