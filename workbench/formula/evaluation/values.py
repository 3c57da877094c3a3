"""Values during evaluation: one figure, a column of figures, or a whole series from which none was picked yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias

from workbench.compare.arithmetic.calculation_sheet import SheetFigure
from workbench.core.claim import ChangeMode
from workbench.core.finding import Caveat
from workbench.core.period import Period
from workbench.core.series import Series
from workbench.formula.measures.measure import Measure


@dataclass(frozen=True, slots=True)
class Origin:
    """What a figure is of.

    Attributes:
        period: Its period, where it is one.
        base: What a change was measured from.
        place: Its place, where it is one.
        flow: Whether it is a total of what happens in its period, so that a part of the period has less.
        of: The series that it comes from.
        part: Why it does not answer the claim: it is the total of a longer period than the claim's.
        compared_place: For a comparison of two places, the other one.
    """

    period: Period | None = None
    base: Period | None = None
    place: str | None = None
    flow: bool = False
    of: frozenset[str] = frozenset()
    part: Caveat | None = None
    compared_place: str | None = None


@dataclass(frozen=True, slots=True)
class FormulaValue:
    """One figure.

    Attributes:
        figure: Its line, its value, and how far rounding may have moved it.
        measure: What it measures.
        origin: What it is of.
        mode: How it changes, where it is a change; None for a level.
        number: The number itself, where it was written so in the formula.
        answers: The part of a claim that such a result answers before any other: ``growth`` (a year), ``mean``, ``comparison`` (of
            two places, which answers nothing else); empty for the rest.
    """

    figure: SheetFigure
    measure: Measure
    origin: Origin = Origin()
    mode: ChangeMode | None = None
    number: Decimal | None = None
    answers: str = ""

    @property
    def value(self) -> Decimal:
        """The number."""
        return self.figure.value


@dataclass(frozen=True, slots=True)
class Column:
    """Figures over time or over places.

    Attributes:
        cells: The figures, in order.
        keys: The key of each: the period's label, or the place's code.
        over: ``time`` or ``places``.
        series: Whose they are.
        gaps: Periods or places without a figure.
        period: The whole stretch.
    """

    cells: tuple[FormulaValue, ...]
    keys: tuple[str, ...]
    over: str
    series: Series
    gaps: tuple[str, ...] = ()
    period: Period | None = None

    @property
    def measure(self) -> Measure:
        """What each measures."""
        return self.cells[0].measure


@dataclass(frozen=True, slots=True)
class Whole:
    """A series without a picked period: functions over time pick their own. The place is the claim's where none is picked."""

    name: str
    place: str = ""


Worked: TypeAlias = "FormulaValue | Column"


@dataclass(slots=True)
class FormulaNotes:
    """Notes on a figure: caveats, and reasons that leave it undecided."""

    caveats: list[Caveat] = field(default_factory=list)
    doubts: list[Caveat] = field(default_factory=list)

    def warn(self, *caveats: Caveat) -> None:
        """Add caveats, each only once."""
        self.caveats += [caveat for caveat in caveats if caveat not in self.caveats]

    def doubt(self, caveat: Caveat) -> None:
        """Add a reason that leaves the figure undecided."""
        if caveat not in self.doubts:
            self.doubts.append(caveat)
