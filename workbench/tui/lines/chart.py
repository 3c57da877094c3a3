"""Draw a small chart in characters: the series' figures, and the claimed one.

It uses signs, not colours: ``●`` measured, ``◆`` claimed, ``○`` provisional with ``┄`` leading to it, ``·`` between
final figures. The axis shows where it starts, since one that does not start at zero makes changes look large.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from workbench.core.period import Period
from workbench.core.series import Status
from workbench.report.figure_formatting import short
from workbench.tui.lines.canvas import Canvas
from workbench.tui.lines.line import Line, line, say

UNSURE = frozenset({Status.PROVISIONAL, Status.ESTIMATED, Status.FORECAST})

LEAST_WIDTH, LEAST_HEIGHT = 24, 6
"""Smallest chart in cells. Below this, figures are printed."""


@dataclass(frozen=True, slots=True)
class ChartDot:
    """A figure on the chart; its value is None where the publisher has none, and the line breaks there."""

    period: Period
    value: Decimal | None
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class ChartAxis:
    """The vertical axis: its start, its end, and the distance between labels."""

    low: Decimal
    high: Decimal
    step: Decimal

    def labels(self) -> list[Decimal]:
        """Return the labelled values, in ascending order."""
        count = int((self.high - self.low) / self.step)
        return [self.low + self.step * n for n in range(count + 1)]

    def row(self, value: Decimal, height: int) -> int:
        """Return the row of a value, 0 at the top."""
        part = (self.high - value) / (self.high - self.low) * (height - 1)
        return int(part.to_integral_value())


def chart_lines(points: Sequence[ChartDot], claimed: ChartDot | None, width: int, height: int) -> list[Line]:
    """Draw a chart of a size in cells; return a list of figures where there is too little room or nothing to draw."""
    values = [p.value for p in (*points, *((claimed,) if claimed else ())) if p.value is not None]
    if not values or width < LEAST_WIDTH or height < LEAST_HEIGHT:
        return figure_lines(points, claimed)
    rows = height - 2
    axis = axis_for(min(values), max(values), max(2, rows // 3))
    edge = max(len(short(label)) for label in axis.labels())
    plot = Canvas(width - edge - 2, rows)
    columns = _columns(points, claimed, plot.width)
    _draw_series(plot, points, columns, axis)
    if claimed and claimed.value is not None:
        _draw_claimed(plot, claimed, columns[claimed.period], axis)
    return [
        *_with_axis(plot.lines(), axis, edge, rows),
        _years(columns, edge, plot.width),
        _legend(points, claimed, axis),
    ]


def figure_lines(points: Sequence[ChartDot], claimed: ChartDot | None) -> list[Line]:
    """Return the figures as text."""
    lines = [
        line(
            say(f"{p.period.label:>12}  ", "dim"),
            "no figure" if p.value is None else short(p.value),
            say(" ┄ provisional" if p.unsure else "", "dim"),
        )
        for p in points
    ]
    if claimed and claimed.value is not None:
        lines.append(
            line(say(f"{claimed.period.label:>12}  ", "dim"), say(f"{short(claimed.value)} ◆ claimed", "caveat"))
        )
    return lines


def axis_for(low: Decimal, high: Decimal, intervals: int) -> ChartAxis:
    """Choose an axis in steps of 1, 2 or 5 (times a power of ten), from zero unless all figures lie in its upper part.

    >>> f"{axis_for(Decimal(15998), Decimal(25195), 3).labels()[-1]:f}"
    '30000'
    """
    if low >= 0 and low < high * Decimal("0.6"):
        low = Decimal(0)
    step = _step((high - low) / intervals if high > low else max(abs(high), Decimal(1)))
    start = (low / step).to_integral_value(ROUND_FLOOR) * step
    end = (high / step).to_integral_value(ROUND_CEILING) * step
    return ChartAxis(start, end if end > start else start + step, step)


def _step(least: Decimal) -> Decimal:
    size = Decimal(1).scaleb(least.adjusted())
    return next(step for step in (size, size * 2, size * 5, size * 10) if step >= least)


def _columns(points: Sequence[ChartDot], claimed: ChartDot | None, width: int) -> dict[Period, int]:
    """Compute the column of each period from its first day, with a margin at both sides."""
    periods = [p.period for p in points] + ([claimed.period] if claimed else [])
    first, last = min(p.start for p in periods), max(p.start for p in periods)
    margin, days = 3, (last - first).days
    room = width - 1 - 2 * margin - (8 if claimed else 0)
    return {p: margin + ((p.start - first).days * room // days if days else room // 2) for p in periods}


def _draw_series(plot: Canvas, points: Sequence[ChartDot], columns: dict[Period, int], axis: ChartAxis) -> None:
    before: tuple[int, int] | None = None
    for point in points:
        if point.value is None:
            before = None
            continue
        here = columns[point.period], axis.row(point.value, plot.height)
        if before is not None:
            plot.join(before, here, "┄" if point.unsure else "·", "dim")
        before = here
    for point in points:
        if point.value is not None:
            plot.put(columns[point.period], axis.row(point.value, plot.height), "○" if point.unsure else "●", "figure")


def _draw_claimed(plot: Canvas, claimed: ChartDot, column: int, axis: ChartAxis) -> None:
    """Draw the claimed figure, one cell to the right where its cell holds a measured one."""
    row = axis.row(claimed.value or Decimal(0), plot.height)
    taken = not plot.free(column, row)
    plot.put(column + taken, row, "◆", "caveat")
    plot.write(column + taken + 2, row, "claimed", "caveat")


def _with_axis(plot: Sequence[Line], axis: ChartAxis, edge: int, rows: int) -> list[Line]:
    labels = {axis.row(value, rows): short(value) for value in axis.labels()}
    return [
        (say(f"{labels.get(y, ''):>{edge}} {'┤' if y in labels else '│'}", "dim"), *drawn)
        for y, drawn in enumerate(plot)
    ]


def _years(columns: dict[Period, int], edge: int, width: int) -> Line:
    """Return the years under the chart, as many as fit without touching."""
    under = Canvas(width, 1)
    monthly = any((period.months or 12) < 12 for period in columns)
    taken = -2
    for period, column in sorted(columns.items(), key=lambda item: item[1]):
        label = str(period.start.year) if not monthly or period.start.month == 1 else ""
        at = max(0, column - len(label) // 2)
        if label and at > taken and under.write(at, 0, label, "dim"):
            taken = at + len(label)
    return (say(" " * (edge + 2), "dim"), *under.lines()[0])


def _legend(points: Sequence[ChartDot], claimed: ChartDot | None, axis: ChartAxis) -> Line:
    signs = ["● measured"]
    signs += [f"◆ claimed {short(claimed.value)}"] if claimed and claimed.value is not None else []
    signs += ["┄○ provisional"] if any(p.unsure for p in points) else []
    signs += [f"! axis starts at {short(axis.low)}"] if axis.low != 0 else []
    return line(say("   ".join(signs), "dim"))
