"""The chart of a finding says its unit, its source, what was claimed and how exactly, and where figures are not alike."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from tests.each import each
from workbench.core.period import month, year
from workbench.core.series import Status
from workbench.export._chart_svg import BOTTOM, HEIGHT, TOP, WIDTH, svg
from workbench.export.pdf import INK
from workbench.report.chart_data import Chart, ChartPoint
from workbench.report.language import LANGUAGES, language

VALUES = {2018: 290, 2019: 450, 2020: 151, 2021: 91}


def drawn(
    claimed: str = "45", band=(Decimal("44.5"), Decimal("45.5")), statuses=(), values=VALUES, code: str = "en"
) -> str:
    points = tuple(ChartPoint(year(y), Decimal(v), dict(statuses).get(y, Status.FINAL)) for y, v in values.items())
    made = Chart(points, (year(2021), Decimal(claimed)), "asylum application", band, "Office of <Figures>")
    return str(svg(made, "Applications", language(code)))


def test_unit_source_legend_and_both_figures_stand_there():
    page = drawn()
    for says in ("asylum applications", "Source: Office of &lt;Figures&gt;", "official figures", "claimed 45", ">91<"):
        assert says in page
    assert "provisional" not in page


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_is_in_the_readers_language(code):
    page, words = drawn(statuses={2021: Status.PROVISIONAL, 2019: Status.BREAK}.items(), code=code), language(code)
    for key in ("official", "provisional", "break", "band", "mark"):
        assert words(f"finding.{key}") in page


def test_a_provisional_figure_is_hollow_and_a_break_is_a_line():
    page = drawn(statuses={2021: Status.PROVISIONAL, 2019: Status.BREAK}.items())
    assert page.count('class="point provisional"') == 1
    assert page.count('class="break"') == 1


def test_on_paper_each_part_of_a_chart_has_its_colour():
    """The claimed range was a black box in the PDF."""
    page = drawn(statuses={2021: Status.PROVISIONAL, 2019: Status.BREAK}.items())
    picture = page[page.index("<title>") : page.index("</svg>")]
    assert set(re.findall(r' class="([^"]+)" ', picture)) == set(INK)


@each(
    ("low", "high"), [(None, Decimal(100)), (Decimal(60), None), (Decimal(40), Decimal(50)), (Decimal(45), Decimal(45))]
)
@each("claimed", ["-900", "45", "450000"])
def test_the_claimed_range_is_drawn_inside_the_frame_open_ends_to_its_edge(low, high, claimed):
    page = drawn(claimed, (low, high))
    y, height = map(
        float, re.search(r'class="band" x="[\d.]+" y="([\d.]+)" width="16" height="([\d.]+)"', page).groups()
    )
    assert TOP - 1 <= y <= y + height <= HEIGHT - BOTTOM + 1.5
    if low is None:
        assert abs(y + height - (HEIGHT - BOTTOM)) <= 1
    if high is None:
        assert y == TOP
    xs = [float(x) for x in re.findall(r'<(?:circle|text)[^>]* (?:cx|x)="([\d.]+)"', page)]
    assert all(0 <= x <= WIDTH for x in xs)


def test_a_claimed_rate_keeps_its_decimals():
    """5.3 is not shown as 5 beside rates of one decimal."""
    page = drawn("5.3", None, values={2020: Decimal("4.6"), 2021: Decimal("5.1")})
    assert "claimed 5.3" in page
    assert "Claimed: 5.3 in 2021." in page


def boxes(page: str, size: int) -> list[tuple[str, float, float, float, float]]:
    """Return the words of the axes, with the corners of the room that they take in letters of a size."""
    found = []
    for x, y, anchor, says in re.findall(
        r'<text class="tick" x="([\d.]+)" y="([\d.]+)" text-anchor="(\w+)">([^<]+)<', page
    ):
        wide, right = 0.56 * size * len(says), {"end": 0.0, "middle": 0.5}[anchor]
        left = float(x) - wide * (1 - right)
        found.append((says, left, left + wide, float(y) - 0.72 * size, float(y)))
    return found


@each("size", [12, 19])
@each("many", [2, 3, 4, 8, 9, 10, 17, 20, 30])
@each("monthly", [False, True])
def test_no_word_of_the_axes_lies_on_another(size: int, many: int, monthly: bool):
    """On a narrow screen, where letters are larger, the 0 lay on the first year."""
    periods = [month(2018 + n // 12, n % 12 + 1) if monthly else year(1995 + n) for n in range(many)]
    points = tuple(ChartPoint(each, Decimal(400 - n), Status.FINAL) for n, each in enumerate(periods))
    chart = Chart(points, (periods[-1], Decimal(10)), "asylum application", None, "Office")
    words = boxes(str(svg(chart, "Applications", language("en"))), size)
    assert "0" in {says for says, *_ in words}
    assert periods[-1].label in {says for says, *_ in words}
    for n, (one, left, right, top, bottom) in enumerate(words):
        for other, left2, right2, top2, bottom2 in words[n + 1 :]:
            assert right <= left2 or right2 <= left or bottom <= top2 or bottom2 <= top, (one, other)


@each("values", [(290, 450, 151, 91), (91, 151, 450, 290), (100, 101, 102, 103), (5, 300, 5, 300), (300, 5, 300, 5)])
@each("share", ["0.5", "0.9", "1", "1.02", "1.3"])
def test_no_line_goes_through_the_claimed_figure(values: tuple[int, ...], share: str):
    """Where the claim was true, the line of the official figures struck its words through."""
    figures = dict(zip(VALUES, values, strict=True))
    claimed = str(figures[2021] * Decimal(share))
    page = drawn(claimed, None, values=figures)
    x, y, anchor, says = re.search(
        r'claimed-word" x="([\d.]+)" y="([\d.]+)" text-anchor="(\w+)">([^<]+)<', page
    ).groups()
    wide, left = 0.56 * 12 * len(says), float(x)
    box = (left - wide, left) if anchor == "end" else (left, left + wide)
    for line in re.findall(r'class="series" x1="([\d.]+)" y1="([\d.]+)" x2="([\d.]+)" y2="([\d.]+)"', page):
        x1, y1, x2, y2 = map(float, line)
        for n in range(201):
            at, height = x1 + (x2 - x1) * n / 200, y1 + (y2 - y1) * n / 200
            assert not (box[0] <= at <= box[1] and float(y) - 9 <= height <= float(y)), (says, at, height)
