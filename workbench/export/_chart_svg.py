"""A finding's chart as SVG, readable without colour.

No script, no font or picture from elsewhere, and words beside it for those who cannot see it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import chain, pairwise

from markupsafe import Markup, escape

from workbench.compare.finding_words import plural
from workbench.core.errors import printable
from workbench.core.number import shown
from workbench.core.period import Period
from workbench.core.series import Status
from workbench.export._chart_labels import ROW, Box, Point, Room, Spot
from workbench.report.chart_data import Chart, ChartPoint
from workbench.report.language import ENGLISH, ReaderLanguage

WIDTH, HEIGHT = 640, 270
LEFT, RIGHT, TOP, BOTTOM = 88, 40, 34, 46
UNIT = 14
"""The line of the unit's words."""

_BOUNDS: Box = (LEFT - 4, WIDTH, TOP, HEIGHT - BOTTOM)
"""Where words may stand beside lines and points."""

MOST_STEPS = 5
LABELS = 8

LETTER, ASIDE = 11, 10
"""How wide a letter in the name of a period is at most, on a narrow screen, where it is larger; and what stays free beside the name."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """Axes of a chart: the first day and the number of days, the lowest tick, the step between ticks, their number, and all steps together."""

    first: int
    days: int
    low: Decimal
    step: Decimal
    steps: int
    whole: Decimal

    def x(self, day: int) -> float:
        return round(LEFT + (day - self.first) / self.days * (WIDTH - LEFT - RIGHT), 1)

    def y(self, value: Decimal) -> float:
        up = float((value - self.low) / self.whole)
        return round(HEIGHT - BOTTOM - up * (HEIGHT - TOP - BOTTOM), 1)


def svg(chart: Chart, title: str, t: ReaderLanguage = ENGLISH) -> Markup:
    """Return the chart, with what its signs mean and who publishes its figures below; empty where there are not two points to draw."""
    if len(chart.measured) < 2:
        return Markup()
    frame, unit = _frame(chart), printable(plural(chart.unit))
    room = Room(_BOUNDS, Spot("start", 0, UNIT).box(unit))
    points = [(frame.x(p.period.start.toordinal()), frame.y(p.value)) for p in chart.measured]
    _draw(room, chart, frame, points)
    measured, claimed = [*_measured(chart, points, room)], [*_claimed(chart, frame, room, t)]
    parts = [*_grid(frame), *_line(chart.measured, points), *_labels(chart.measured, points, t)]
    parts += [*_breaks(chart.measured, frame, room, t), *claimed, *measured]
    parts.insert(0, _head(chart, title, room.rows * ROW, t))
    spoken = "" if t.code == ENGLISH.code else ' lang="en"'  # units are the machine's words
    unit = f'<text class="tick" x="0" y="{UNIT - room.rows * ROW}"{spoken}>{_words(unit)}</text>'
    return Markup(f'<figure class="drawn">{"".join(parts)}{unit}</svg>{_below(chart, t)}</figure>')  # noqa: S704  (its words are escaped)


def _words(words: str) -> str:
    """Return words of a picture, escaped; all else in it is numbers."""
    return str(escape(words))


def _frame(chart: Chart) -> _Frame:
    days = [p.period.start.toordinal() for p in chart.measured]
    values = [p.value for p in chart.measured]
    if chart.claimed:
        days.append(chart.claimed[0].start.toordinal())
        values += [chart.claimed[1], *(end for end in chart.band or () if end is not None)]
    low, high = min(values), max(values)
    if 0 <= low <= high / 2:
        low = Decimal(0)
    step = _round_step(high - low)
    floor = (low / step).to_integral_value(ROUND_FLOOR) * step
    steps = max(1, int(((high - floor) / step).to_integral_value(ROUND_CEILING)))
    return _Frame(min(days), max(1, max(days) - min(days)), floor, step, steps, step * steps)


def _round_step(span: Decimal) -> Decimal:
    """Return the smallest step of 1, 2, 2.5 or 5 times a power of ten of which a few cover the span."""
    power = Decimal(10) ** ((span or Decimal(1)).adjusted() - 1)
    steps = (power * Decimal(n) for n in ("1", "2", "2.5", "5", "10", "20", "25", "50", "100"))
    return next(step for step in steps if step * MOST_STEPS >= span)


def _draw(room: Room, chart: Chart, frame: _Frame, points: list[Point]) -> None:
    """Take the room of the line, of the claimed sign and of breaks."""
    claimed = chart.claimed
    signs = [(frame.x(claimed[0].start.toordinal()), frame.y(claimed[1]))] if claimed else []
    room.draw(points, signs)
    room.lines += [((x, TOP), (x, HEIGHT - BOTTOM)) for x in _broken(chart.measured, frame)]


def _head(chart: Chart, title: str, above: int, t: ReaderLanguage) -> str:
    """Return the beginning of the picture; `above` is how much higher it is for words that have no room in it."""
    words = "; ".join(f"{t.period(p.period.label)}: {shown(p.value)}" for p in chart.measured)
    claimed = f" {_in_words(chart, chart.claimed, t)}" if chart.claimed else ""
    return (
        f'<svg class="chart" role="img" viewBox="0 {-above} {WIDTH} {HEIGHT + above}" xmlns="http://www.w3.org/2000/svg">'
        f"<title>{_words(title)}</title><desc>{_words(f'{words}.{claimed}')}</desc>"
    )


def _in_words(chart: Chart, claimed: tuple[Period, Decimal], t: ReaderLanguage) -> str:
    return t("finding.in_words", figure=_as_measured(chart, claimed[1]), period=t.period(claimed[0].label))


def _as_measured(chart: Chart, value: Decimal) -> str:
    """Return a claimed figure with as many decimals as the official ones have."""
    places = max(-int(point.value.as_tuple().exponent) for point in chart.measured)
    return shown(value, max(0, places))


def _grid(frame: _Frame) -> Iterator[str]:
    for n in range(frame.steps + 1):
        value = frame.low + frame.step * n
        y = frame.y(value)
        yield f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y}" y2="{y}"/>'
        yield f'<text class="tick" x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{shown(value)}</text>'


def _line(points: tuple[ChartPoint, ...], at: list[Point]) -> Iterator[str]:
    for (x1, y1), (x2, y2), point in zip(at, at[1:], points[1:], strict=False):
        dash = "" if point.final else "4 3"
        yield f'<line class="series" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke-dasharray="{dash}"/>'
    for (x, y), point in zip(at, points, strict=True):
        hollow = "" if point.final else " provisional"
        yield f'<circle class="point{hollow}" cx="{x}" cy="{y}" r="3.5"/>'


def _broken(points: tuple[ChartPoint, ...], frame: _Frame) -> list[float]:
    """Where the publisher says that figures before and after are not made alike."""
    return [frame.x(point.period.start.toordinal()) for point in points if point.status is Status.BREAK]


def _breaks(points: tuple[ChartPoint, ...], frame: _Frame, room: Room, t: ReaderLanguage) -> Iterator[str]:
    """Yield a line at each break, all alike, and words at the first."""
    said, at = t("finding.break"), _broken(points, frame)
    for x in at:
        yield f'<line class="break" x1="{x}" x2="{x}" y1="{TOP}" y2="{HEIGHT - BOTTOM}"/>'
    if at:
        spots = (
            Spot(anchor, at[0] + aside, y)
            for y in range(TOP + 10, HEIGHT - BOTTOM, 20)
            for anchor, aside in (("start", 4), ("end", -4))
        )
        yield _text("tick", said, room.place(said, spots))


def _text(kind: str, words: str, spot: Spot) -> str:
    return f'<text class="{kind}" x="{spot.x}" y="{spot.y}" text-anchor="{spot.anchor}">{_words(words)}</text>'


def _labels(points: tuple[ChartPoint, ...], at: list[Point], t: ReaderLanguage) -> Iterator[str]:
    """Yield the names of periods below the axis, the last among them, as many as stand beside one another without touching."""
    named = [(x, t.period(p.period.label)) for (x, _), p in zip(at, points, strict=True)]
    for x, label in _not_touching(named[::-1]):
        yield f'<text class="tick" x="{x}" y="{HEIGHT - BOTTOM + 26}" text-anchor="middle">{_words(label)}</text>'


def _not_touching(named: list[tuple[float, str]]) -> list[tuple[float, str]]:
    """Return every one of some labels, or every second, third …, until no two touch."""
    for every in range(max(1, -(-len(named) // LABELS)), len(named)):
        some = named[::every]
        if all(abs(a - b) >= (len(one) + len(two)) / 2 * LETTER + ASIDE for (a, one), (b, two) in pairwise(some)):
            return some
    return named[:1]


def _claimed(chart: Chart, frame: _Frame, room: Room, t: ReaderLanguage) -> Iterator[str]:
    if chart.claimed is None:
        return
    x, y = frame.x(chart.claimed[0].start.toordinal()), frame.y(chart.claimed[1])
    if chart.band is not None:
        low, high = (
            frame.y(end) if end is not None else edge
            for end, edge in zip(chart.band, (HEIGHT - BOTTOM, TOP), strict=True)
        )
        height = max(1.0, round(low - high, 1))
        yield f'<rect class="band" x="{x - 8}" y="{high}" width="16" height="{height}"/>'
    yield f'<path class="claimed" d="M{x} {y - 6} l6 6 l-6 6 l-6 -6 z"/>'
    said = f"{t('finding.mark')} {_as_measured(chart, chart.claimed[1])}"
    yield _text("claimed-word", said, room.place(said, _spots_for_claimed(chart, x, y)))


def _spots_for_claimed(chart: Chart, x: float, y: float) -> Iterator[Spot]:
    """Yield the places beside the claimed point, on the other side of it than the official figure first."""
    anchor, way = ("end", -1) if x > WIDTH - 160 else ("start", 1)
    sides = (18, -8, 34, -24) if _stands_above(chart) else (-8, 18, -24, 34)
    return (Spot(anchor, round(x + way * aside, 1), round(y + side, 1)) for aside in (12, 28, 60) for side in sides)


def _stands_above(chart: Chart) -> bool:
    """Return whether the official figure of the claimed period is above the claimed one."""
    there = _place_of_figure(chart)
    return there is not None and chart.claimed is not None and chart.measured[there].value > chart.claimed[1]


def _place_of_figure(chart: Chart) -> int | None:
    """Return which of the points is the official figure of the claimed period."""
    return next(
        (n for n, point in enumerate(chart.measured) if chart.claimed and point.period == chart.claimed[0]), None
    )


def _measured(chart: Chart, points: list[Point], room: Room) -> Iterator[str]:
    """Yield the official figure of the claimed period, on the other side of its point than the claimed one."""
    there = _place_of_figure(chart)
    if there is not None:
        (x, y), said = points[there], shown(chart.measured[there].value)
        asides = (-9, 18, 20) if _stands_above(chart) else (18, 20, -9)
        above = (Spot("middle", x, round(y + aside, 1)) for aside in asides)
        beside = (
            Spot(anchor, round(x + way, 1), round(y + aside, 1))
            for aside in (*asides, 5)
            for anchor, way in (("start", 10), ("end", -10))
        )
        yield _text("measured-word", said, room.place(said, chain(above, beside)))


def _below(chart: Chart, t: ReaderLanguage) -> str:
    """Return what the signs mean, and who publishes the figures."""
    signs = " ".join(f'<span class="sign {sign}">{_words(word)}</span>' for sign, word in _signs(chart, t))
    source = f" {_words(t('source.source'))} {_words(printable(chart.source))}" if chart.source else ""
    return f'<figcaption class="meta">{signs}{source}</figcaption>'


def _signs(chart: Chart, t: ReaderLanguage) -> Iterator[tuple[str, str]]:
    yield "official", t("finding.official")
    if not all(point.final for point in chart.measured):
        yield "provisional", t("finding.provisional")
    if chart.claimed is not None:
        yield "said", t("finding.mark")
    if chart.band is not None:
        yield "band", t("finding.band")
