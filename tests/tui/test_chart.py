"""The chart says by signs what is measured, claimed and provisional."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from workbench.core.period import year
from workbench.tui.lines.chart import ChartDot, axis_for, chart_lines
from workbench.tui.lines.line import texts
from workbench.tui.lines.wrap import cells

FIVE = [ChartDot(year(y), Decimal(v)) for y, v in ((2019, 450), (2020, 151), (2021, 91), (2022, 162), (2023, 598))]


def test_a_chart() -> None:
    lines = texts(chart_lines(FIVE, ChartDot(year(2021), Decimal("45.3")), 50, 10))
    assert len(lines) == 10
    assert sum(line.count("●") for line in lines[:8]) == 5
    assert any("◆ claimed" in line for line in lines[:8])
    assert [year for year in ("2019", "2020", "2021", "2022", "2023") if year in lines[8]] == [
        "2019",
        "2020",
        "2021",
        "2022",
        "2023",
    ]
    assert lines[9] == "● measured   ◆ claimed 45.3"


def test_the_highest_stands_above_the_lowest() -> None:
    lines = texts(chart_lines([ChartDot(year(2020), Decimal(1)), ChartDot(year(2021), Decimal(9))], None, 40, 10))
    rows = {x: n for n, line in enumerate(lines[:8]) for x, sign in enumerate(line) if sign == "●"}
    first, last = (rows[x] for x in sorted(rows))
    assert first > last


def test_provisional_figures_have_their_own_sign() -> None:
    points = [*FIVE[:3], ChartDot(year(2022), Decimal(162), unsure=True)]
    text = "\n".join(texts(chart_lines(points, None, 50, 12)))
    assert "○" in text
    assert "┄" in text
    assert "┄○ provisional" in text


def test_a_missing_figure_breaks_the_line_and_is_not_zero() -> None:
    points = [ChartDot(year(2019), Decimal(450)), ChartDot(year(2020), None), ChartDot(year(2021), Decimal(400))]
    lines = texts(chart_lines(points, None, 60, 10))
    assert sum(line.count("●") for line in lines[:-1]) == 2
    assert not any("·" in line for line in lines)


def test_an_axis_that_does_not_start_at_zero_says_so() -> None:
    points = [ChartDot(year(2020), Decimal(1820000)), ChartDot(year(2021), Decimal(1837000))]
    lines = texts(chart_lines(points, None, 50, 10))
    assert lines[-1].endswith("! axis starts at 1.8M")


def test_too_little_room_gives_the_figures_as_words() -> None:
    assert texts(chart_lines(FIVE[:1], ChartDot(year(2021), Decimal(90)), 20, 4)) == [
        "        2019  450",
        "        2021  90 ◆ claimed",
    ]


def test_nothing_to_draw() -> None:
    assert chart_lines([], None, 60, 10) == []


@given(
    st.lists(st.decimals(-(10**12), 10**12, places=2), min_size=1, max_size=40),
    st.integers(24, 120),
    st.integers(6, 40),
)
def test_a_chart_fits_its_room(values: list[Decimal], width: int, height: int) -> None:
    points = [ChartDot(year(1980 + n), value) for n, value in enumerate(values)]
    lines = texts(chart_lines(points, points[-1], width, height))
    assert len(lines) == height
    assert all(cells(line) <= width for line in lines[:-1])


@given(st.decimals(-(10**9), 10**9, places=3), st.decimals(-(10**9), 10**9, places=3), st.integers(2, 12))
def test_an_axis_holds_all_its_figures(one: Decimal, other: Decimal, intervals: int) -> None:
    axis = axis_for(min(one, other), max(one, other), intervals)
    assert axis.low <= min(one, other)
    assert axis.high >= max(one, other)
    assert axis.labels()[-1] == axis.high
