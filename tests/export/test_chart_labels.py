"""No word of a chart lies on its line, on a point or on another word, wherever the figures and the claimed one are."""

from __future__ import annotations

import random
import re
from decimal import Decimal
from itertools import combinations

import pytest

from tests.each import each
from workbench.core.period import month, year
from workbench.core.series import Status
from workbench.export._chart_svg import WIDTH, svg
from workbench.report.chart_data import Chart, ChartPoint
from workbench.report.language import LANGUAGES, language

WORD = re.compile(r'<text class="([\w-]+)" x="([-\d.]+)" y="([-\d.]+)"(?: text-anchor="(\w+)")?[^>]*>([^<]+)<')
STROKE = re.compile(r'class="series" x1="([\d.]+)" y1="([\d.]+)" x2="([\d.]+)" y2="([\d.]+)"')
BREAK = re.compile(r'class="break" x1="([\d.]+)" x2="([\d.]+)" y1="([\d.]+)" y2="([\d.]+)"')
POINT = re.compile(r'<circle class="point[^"]*" cx="([\d.]+)" cy="([\d.]+)"')
SIGN = re.compile(r'<path class="claimed" d="M([\d.]+) ([-\d.]+)')

SHAPES = {
    "falls": (450, 290, 151, 91),
    "rises": (91, 151, 290, 450),
    "peak": (91, 450, 91, 450, 91),
    "valley": (450, 91, 450, 91, 450),
    "flat": (100, 100, 100, 100),
    "nearly flat": (100, 101, 102, 103),
    "two": (91, 450),
    "millions": (5_290_000, 6_450_000, 6_151_000, 4_091_000),
    "below nothing": (-3, 4, -2, 5, -1),
    "dense": tuple(5 if n % 2 else 300 for n in range(40)),
    "dense and even": tuple(100 + n % 3 for n in range(60)),
}


def drawn(values, at: int, claimed, *, broken=(), code="en", unit="asylum application", monthly=False) -> str:
    periods = [month(2015 + n // 12, n % 12 + 1) if monthly else year(1960 + n) for n in range(len(values))]
    points = tuple(
        ChartPoint(each, Decimal(value), Status.BREAK if n in broken else Status.FINAL)
        for n, (each, value) in enumerate(zip(periods, values, strict=True))
    )
    band = (Decimal(claimed) - 1, Decimal(claimed) + 1)
    return str(
        svg(Chart(points, (periods[at], Decimal(claimed)), unit, band, "Office"), "Applications", language(code))
    )


def words_of(page: str, size: float) -> list[tuple[str, str, tuple[float, float, float, float]]]:
    """Return the class of each word, what it says and its room, in letters of a size."""
    found = []
    for kind, x, y, anchor, says in WORD.findall(page):
        wide = (0.7 if kind.endswith("word") else 0.58) * size * len(says)
        left = float(x) - wide * {"": 0, "start": 0, "middle": 0.5, "end": 1}[anchor]
        foot = 0.24 * size if any(c.isalpha() for c in says) else 0
        found.append((kind, says, (left, left + wide, float(y) - 0.73 * size, float(y) + foot)))
    return found


def faults(page: str, size: float) -> list[object]:
    """Return what lies on what."""
    words, found = words_of(page, size), []
    for (_, one, a), (_, other, b) in combinations(words, 2):
        if a[0] < b[1] and b[0] < a[1] and a[2] < b[3] and b[2] < a[3]:
            found.append((one, other))
    strokes = [tuple(map(float, each)) for each in STROKE.findall(page)]
    strokes += [(x1, y1, x2, y2) for x1, x2, y1, y2 in (map(float, each) for each in BREAK.findall(page))]
    points = [(float(x), float(y), 3.5) for x, y in POINT.findall(page)]
    points += [(float(x), float(y) + 6, 4.0) for x, y in SIGN.findall(page)]
    for kind, says, (left, right, top, foot) in words:
        if kind == "tick" and not says.startswith(("break", "Bruch")):
            continue
        if left < 0 or right > WIDTH:
            found.append((says, "outside"))
        for x, y, half in points:
            if left < x + half and x - half < right and top < y + half and y - half < foot:
                found.append((says, "point", x, y))
        for x1, y1, x2, y2 in strokes:
            steps = max(2, int(max(abs(x2 - x1), abs(y2 - y1))))
            between = ((x1 + (x2 - x1) * n / steps, y1 + (y2 - y1) * n / steps) for n in range(steps + 1))
            if any(left < x < right and top < y < foot for x, y in between):
                found.append((says, "line", x1, y1, x2, y2))
    return found


@each("size", [12, 19])
@each("shape", SHAPES)
@each("share", ["0.3", "0.98", "1", "1.02", "1.3", "3"])
def test_no_word_lies_on_a_line_a_point_or_a_word(shape: str, share: str, size: int):
    """Beside every point of every line; where the claim was made of a year far from the last, too."""
    values = SHAPES[shape]
    for at in sorted({*range(min(len(values), 6)), len(values) // 2, len(values) - 1}):
        page = drawn(values, at, Decimal(values[at]) * Decimal(share))
        assert {"claimed-word", "measured-word"} <= {kind for kind, *_ in words_of(page, size)}
        assert faults(page, size) == [], (at, page)


@each("seed", range(40))
def test_whatever_the_figures_and_their_breaks(seed: int):
    chance = random.Random(seed)  # noqa: S311
    values = [chance.randint(1, 10 ** chance.randint(1, 7)) for _ in range(chance.randint(2, 48))]
    at = chance.randrange(len(values))
    claimed = Decimal(values[at]) * Decimal(chance.choice(("0.5", "0.97", "1", "1.01", "2")))
    broken = chance.sample(range(len(values)), min(len(values), chance.randint(0, 3)))
    code = chance.choice(("en", "de"))
    page = drawn(values, at, claimed, broken=broken, code=code, monthly=chance.random() < 0.5)
    assert faults(page, 12) == []
    assert faults(page, 19) == [], page


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_picture_full_of_lines_has_its_words_above_it_in_every_language(code: str):
    """The unit's words move up with them, and the picture is higher by the rows that they need."""
    page = drawn(SHAPES["dense"], 39, 200, broken=(20,), code=code, unit="person aged 15 to 64 in the labour force")
    _, low, _, high = map(float, re.search(r'viewBox="([-\d.]+) ([-\d.]+) ([\d.]+) ([\d.]+)"', page).groups())
    assert low < 0
    assert low + high == 270
    assert faults(page, 19) == []
    assert min(box[2] for _, _, box in words_of(page, 19)) >= low


def test_words_stand_next_to_what_they_name_where_there_is_room():
    page = drawn(SHAPES["falls"], 3, 45)
    ((x, y),) = ((float(x), float(y)) for x, y in SIGN.findall(page))
    left, right, top, foot = next(box for kind, _, box in words_of(page, 12) if kind == "claimed-word")
    assert min(abs(left - x), abs(right - x)) <= 60
    assert min(abs(top - y), abs(foot - y)) <= 60
    assert 'viewBox="0 0 640 270"' in page
