"""Context of an evaluation: the claim, the figures of each series in the formula, and the sheet of steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from workbench.compare.alignment.series_table import SeriesTable, table
from workbench.compare.arithmetic.calculation_sheet import Sheet
from workbench.core.claim import Claim
from workbench.core.errors import Problem
from workbench.core.period import Period
from workbench.core.series import Observation, Series
from workbench.formula.evaluation.values import FormulaNotes, FormulaValue
from workbench.formula.language.errors import At, FormulaTooLargeError
from workbench.formula.language.formula_size_limits import MOST_CELLS
from workbench.formula.language.periods import TimeSlots, slots


@dataclass(frozen=True, slots=True)
class Figures:
    """A source's answer for one series of a formula.

    Attributes:
        series: The series.
        observations: Its figures, for all requested places and periods.
        notices: Messages of the source.
    """

    series: Series
    observations: Sequence[Observation] = ()
    notices: Sequence[Problem] = ()


@dataclass(slots=True)
class EvaluationContext:
    """The state of one calculation.

    Attributes:
        claim: The claim that the formula is for.
        today: What "latest" means where the claim has no day.
        figures: The figures of each series, by its name as the formula writes it.
        sheet: The lines so far.
        notes: Cautions and doubts about the result.
        read: Cells that were read before, so that each figure is on the sheet only once.
    """

    claim: Claim
    today: date
    figures: Mapping[str, Figures]
    sheet: Sheet = field(default_factory=Sheet)
    notes: FormulaNotes = field(default_factory=FormulaNotes)
    read: dict[tuple[str, str | None, Period], FormulaValue] = field(default_factory=dict)
    tables: dict[tuple[str, str], SeriesTable] = field(default_factory=dict)
    cells: int = 0

    @property
    def slots(self) -> TimeSlots:
        """The values that the claim fills in."""
        return slots(self.claim, self.today)

    def table(self, name: str, place: str) -> SeriesTable:
        """Select the figures of a series at a place, by default the claim's own, in order of time."""
        if (name, place) not in self.tables:
            given = self.figures[name]
            asking = replace(self.claim, place=place, places=(), context="") if place else self.claim
            self.tables[name, place] = table(asking, given.series, given.observations)
        return self.tables[name, place]

    def count(self, cells: int, at: At) -> None:
        """Count figures that are about to be read.

        Raises:
            FormulaTooLargeError: They are too many.
        """
        self.cells += cells
        if self.cells > MOST_CELLS:
            raise FormulaTooLargeError("figures to read", MOST_CELLS, at)
