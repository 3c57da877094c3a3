"""A finding's chart as SVG, readable without colour.

No script, no font or picture from elsewhere, and words beside it for those who cannot see it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from markupsafe import Markup, escape

from workbench.core.number import shown
from workbench.core.period import Period
from workbench.report.charts import Chart, ChartPoint
from workbench.report.language import ENGLISH, ReaderLanguage

WIDTH, HEIGHT = 640, 240
LEFT, RIGHT, TOP, BOTTOM = 88, 24, 20, 36
MOST_STEPS = 5
LABELS = 8


@dataclass(frozen=True, slots=True)
class _Frame:
    """Axes of a chart: the first and last day, the lowest tick, the step between ticks, and their number."""

    first: int
    last: int
    low: Decimal
    step: Decimal
    steps: int

    def x(self, day: int) -> float:
        span = max(1, self.last - self.first)
        return round(LEFT + (day - self.first) / span * (WIDTH - LEFT - RIGHT), 1)

    def y(self, value: Decimal) -> float:
        up = float((value - self.low) / (self.step * self.steps))
        return round(HEIGHT - BOTTOM - up * (HEIGHT - TOP - BOTTOM), 1)


def svg(chart: Chart, title: str, t: ReaderLanguage = ENGLISH) -> Markup:
    """The chart; empty where there are not two points to draw."""
    if len(chart.measured) < 2:
        return Markup()
    frame = _frame(chart)
    parts = [_head(chart, title, t), *_grid(frame), *_line(chart.measured, frame), *_labels(chart.measured, frame, t)]
    parts += _claimed(chart, frame, t)
    return Markup("").join([*parts, Markup("</svg>")])


def _put(pattern: str, *values: object) -> Markup:
    """A piece of the picture; words are escaped, numbers are what they are."""
    return Markup(pattern.format(*(value if type(value) in {int, float} else escape(value) for value in values)))  # noqa: S704  (escaped here)


def _frame(chart: Chart) -> _Frame:
    days = [p.period.start.toordinal() for p in chart.measured]
    values = [p.value for p in chart.measured]
    if chart.claimed:
        days.append(chart.claimed[0].start.toordinal())
        values.append(chart.claimed[1])
    low, high = min(values), max(values)
    if 0 <= low <= high / 2:
        low = Decimal(0)
    step = _round_step(high - low)
    floor = (low / step).to_integral_value(ROUND_FLOOR) * step
    steps = int(((high - floor) / step).to_integral_value(ROUND_CEILING))
    return _Frame(min(days), max(days), floor, step, max(1, steps))


def _round_step(span: Decimal) -> Decimal:
    """The smallest step of 1, 2, 2.5 or 5 times a power of ten of which a few cover the span."""
    power = Decimal(10) ** ((span or Decimal(1)).adjusted() - 1)
    steps = (power * Decimal(n) for n in ("1", "2", "2.5", "5", "10", "20", "25", "50", "100"))
    return next(step for step in steps if step * MOST_STEPS >= span)


def _head(chart: Chart, title: str, t: ReaderLanguage) -> Markup:
    words = "; ".join(f"{t.period(p.period.label)}: {shown(p.value)}" for p in chart.measured)
    claimed = f" {_in_words(chart.claimed, t)}" if chart.claimed else ""
    return _put(
        '<svg class="chart" role="img" viewBox="0 0 {} {}" xmlns="http://www.w3.org/2000/svg"><title>{}</title><desc>{}</desc>',
        WIDTH,
        HEIGHT,
        title,
        f"{words}.{claimed}",
    )


def _in_words(claimed: tuple[Period, Decimal], t: ReaderLanguage) -> str:
    return t("finding.in_words", figure=shown(claimed[1], 0), period=t.period(claimed[0].label))


def _grid(frame: _Frame) -> Iterator[Markup]:
    for n in range(frame.steps + 1):
        value = frame.low + frame.step * n
        y = frame.y(value)
        yield _put('<line class="grid" x1="{}" x2="{}" y1="{}" y2="{}"/>', LEFT, WIDTH - RIGHT, y, y)
        yield _put('<text class="tick" x="{}" y="{}" text-anchor="end">{}</text>', LEFT - 8, y + 4, shown(value))


def _line(points: tuple[ChartPoint, ...], frame: _Frame) -> Iterator[Markup]:
    at = [(frame.x(p.period.start.toordinal()), frame.y(p.value)) for p in points]
    for (x1, y1), (x2, y2), point in zip(at, at[1:], points[1:], strict=False):
        dash = "" if point.final else "4 3"
        yield _put('<line class="series" x1="{}" y1="{}" x2="{}" y2="{}" stroke-dasharray="{}"/>', x1, y1, x2, y2, dash)
    for x, y in at:
        yield _put('<circle class="point" cx="{}" cy="{}" r="3.5"/>', x, y)


def _labels(points: tuple[ChartPoint, ...], frame: _Frame, t: ReaderLanguage) -> Iterator[Markup]:
    every = max(1, -(-len(points) // LABELS))
    for n, point in enumerate(points):
        if n % every == 0 or n == len(points) - 1:
            x = frame.x(point.period.start.toordinal())
            label = t.period(point.period.label)
            yield _put('<text class="tick" x="{}" y="{}" text-anchor="middle">{}</text>', x, HEIGHT - 12, label)


def _claimed(chart: Chart, frame: _Frame, t: ReaderLanguage) -> Iterator[Markup]:
    if chart.claimed is None:
        return
    x, y = frame.x(chart.claimed[0].start.toordinal()), frame.y(chart.claimed[1])
    yield _put('<path class="claimed" d="M{} {} l6 6 l-6 6 l-6 -6 z"/>', x, y - 6)
    anchor, dx = ("end", -10) if x > WIDTH - 120 else ("start", 10)
    yield _put(
        '<text class="claimed-word" x="{}" y="{}" text-anchor="{}">{}</text>', x + dx, y - 8, anchor, t("finding.mark")
    )
