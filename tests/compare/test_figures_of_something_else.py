"""Where a figure that does not fit is taken to be of something else, and where a claim names too little to be refuted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.compare.test_where_doubts_begin import asked
from tests.conftest import when
from tests.each import each
from workbench.compare.alignment.series_table import SeriesTable
from workbench.compare.caveats import STALE_AFTER, stale
from workbench.compare.claimed_figure import claimed_direction
from workbench.compare.judging import comparability
from workbench.compare.judging.changes_without_base import undated, without_base
from workbench.core.claim import AS_MUCH, ChangeMode, Direction, Qualifier, Sort
from workbench.core.errors import Problem
from workbench.core.finding import Caveat
from workbench.core.period import Frequency
from workbench.core.series import Additivity

LOST = [
    # claimed, the figure, the figures of the series, how it is measured, what the series is kept in
    ("41000", "41.3", ("41.3",), None, "1,000"), ("41000000", "41.3", ("39", "41.3"), None, "1,000,000"),
    ("41000", "41", ("39", "41"), None, None), ("41000", "41", ("39.5", "41"), ChangeMode.ABSOLUTE, "1,000"),
    ("41000", "41", ("39.5", "41"), ChangeMode.RELATIVE, None), ("41000000000", "41.3", ("41.3",), None, None),
    ("41", "41.3", ("41.3",), None, None),
]  # fmt: skip


@pytest.mark.parametrize(("said", "value", "figures", "mode", "kept"), LOST)
def test_what_comes_whole_and_has_fractions_is_kept_in_thousands(make, *, said, value, figures, mode, kept):
    rows = make.rows({"2019": None, **{str(2020 + n): each for n, each in enumerate(figures)}})
    found = comparability.lost_scale(asked(make, said, mode=mode), make.series(), rows, Decimal(value))
    text = f"The series has fractions of what comes whole: it is kept in units of {kept}, as it seems, and then the figures agree."
    assert found == (Caveat("lost-scale", text) if kept else None)
    assert comparability.lost_scale(asked(make, said, mode=mode), make.series("t"), rows, Decimal(value)) is None


ORDERS = [
    # claimed, the figure, whether something else must be counted
    ("1", "1499", False), ("1", "1500", True), ("1499", "1", False), ("1600", "1", True), ("1", "-1500", True),
    ("1", "1000000", False), ("1", "1100000", False), ("1", "1100001", True), ("1", "909091", False), ("1", "909090", True),
    ("1", "1000000000", False), ("1", "1000000000000", False), ("1", "1000000000000000", True), ("1", "0", False), ("0", "5000", False),
]  # fmt: skip


@each(("said", "value", "other"), ORDERS)
def test_a_figure_thousands_of_times_another_is_of_something_else(make, said, value, other):
    text = "The figure and the claimed one are too far apart for a slip: something else must be counted, such as the whole for one head."
    for mode in (None, ChangeMode.ABSOLUTE):
        found = comparability.other_order(asked(make, said, mode=mode), Decimal(value))
        assert found == (Caveat("other-order", text) if other else None)
    assert comparability.other_order(asked(make, said, mode=ChangeMode.RELATIVE), Decimal(value)) is None


def test_a_figure_with_the_other_sign_is_left_open_where_the_words_name_none(make):
    """The gap was 8.6 billion, beside a balance of -8.6."""
    claim, question = make.level("8.6", "eur"), asked(make, "8.6", "eur", make.series("eur"))
    text = "The figure has the other sign, and the claim does not say whether it speaks of a deficit or of a surplus."
    assert comparability.unsigned(claim, question, Decimal("-8.6")) == Caveat("unsigned", text)
    assert comparability.unsigned(claim, question, Decimal("8.6")) is None
    assert comparability.unsigned(claim, question, Decimal("-9.9")) is None
    zero = replace(asked(make, "0", "eur", make.series("eur")))
    assert comparability.unsigned(claim, zero, Decimal(0)) is None
    assert comparability.unsigned(claim, replace(question, mode=ChangeMode.ABSOLUTE), Decimal("-8.6")) is None
    for sort in (Sort.DEFICIT, Sort.SURPLUS):
        said = replace(claim, qualifiers=(make.mention(Qualifier(sort=sort)),))
        assert comparability.unsigned(said, question, Decimal("-8.6")) is None
    assert comparability.unsigned(make.change("-8.6", "eur"), question, Decimal("-8.6")) is None


NO_PERIOD, NO_BASE = Caveat("no-period", ""), Caveat("assumed-base", "")


def test_a_change_without_its_ends_is_refuted_by_no_one_pair_of_years(make):
    claim, series = make.change("-40"), make.series()
    text = "The claim does not say from when to when: it may hold between other years than those that were taken."
    told = Caveat("undated-change", text)
    sized = asked(make, "40", "%", make.series("%"), mode=ChangeMode.RELATIVE)
    assert undated(claim, series, sized, (NO_PERIOD, NO_BASE)) == told
    assert undated(claim, series, replace(sized, caveats=(NO_PERIOD, NO_BASE)), ()) == told
    assert undated(claim, series, replace(sized, mode=None), (NO_PERIOD, NO_BASE)) is None
    assert undated(claim, series, sized, (NO_PERIOD,)) is None
    assert undated(claim, series, sized, (NO_BASE,)) is None
    for kind in ("other-period", "measure-from-before"):
        before = replace(claim, notes=(Problem("", "", "", kind),))
        assert undated(before, series, sized, (NO_BASE,)) == told
        assert undated(before, series, sized, (NO_PERIOD,)) is None
    assert undated(replace(claim, notes=(Problem("", "", "", "other"),)), series, sized, (NO_BASE,)) is None
    assert without_base(claim, sized, (NO_PERIOD, NO_BASE)) == told
    assert without_base(claim, sized, (NO_BASE,)) is None
    assert without_base(replace(claim, notes=(Problem("", "", "", "no-base"),)), sized, (NO_BASE,)) == told
    as_much = replace(claim, change=replace(claim.change, rule=AS_MUCH))
    assert undated(as_much, series, sized, (NO_BASE,)) == told


def test_the_way_of_a_rate_of_growth_is_refuted_by_no_one_pair_of_years(make):
    """Inflation eased to 3.6 percent."""
    prices = make.series("%", title="Inflation", adds=Additivity.MEAN)
    way = replace(
        asked(make, "1", "%", prices), mode=ChangeMode.POINTS, claimed=claimed_direction(Direction.DOWN, Decimal(1))
    )
    eased, fell = make.change("-", target=("3.6", "%")), make.change("-")
    assert undated(eased, prices, way, (NO_BASE,)) is not None
    assert undated(fell, prices, way, (NO_BASE, NO_PERIOD)) is None
    assert undated(eased, make.series("%", title="Unemployment"), way, (NO_BASE, NO_PERIOD)) is None
    assert undated(make.nothing(), prices, way, (NO_BASE, NO_PERIOD)) is None


@pytest.mark.parametrize(
    ("figures", "told"), [({"2020": "3"}, True), ({"2020": "3", "2021": None}, True), ({"2020": "3", "2021": "4"}, False), ({}, True)]
)  # fmt: skip
def test_a_lone_figure_is_said_to_be_alone(make, figures, told):
    text = "The series has a single figure for this place; nothing beside it shows whether it is usual."
    where = SeriesTable(make.series(), "MKD", tuple(make.rows(figures)))
    assert comparability.single_figure(where) == ((Caveat("one-value", text),) if told else ())


TIMES = {
    Frequency.DAY: "2020-01-01/2020-01-02",
    Frequency.MONTH: "2020-01",
    Frequency.QUARTER: "2020-Q1",
    Frequency.YEAR: "2020",
}


@pytest.mark.parametrize("frequency", [*TIMES, Frequency.SPAN])
def test_a_series_is_stale_after_the_months_of_its_frequency(make, frequency):
    """Of yearly figures 36 months after the end of the newest are no reason to say so, and 37 are; of other stretches likewise."""
    newest = replace(when(TIMES.get(frequency, "2019-03-01/2020-01-01")), frequency=frequency)
    (row, older) = make.rows({"2020": "3", "2010": "2"})
    rows = [older, replace(row, period=newest), replace(row, period=when("2023"), value=None)]
    last = newest.end.year * 12 + newest.end.month - 1 + STALE_AFTER.get(frequency, 36)
    kept, late = (date(n // 12, n % 12 + 1, 28) for n in (last, last + 1))
    assert stale(make.series(), rows, kept) == ()
    text = f"“Asylum applications” has no figure after {newest.label}, long before 28 {late:%B %Y}: it may no longer be kept up."
    assert stale(make.series(), rows, late) == (Caveat("stale", text),)
    assert stale(make.series(), [], late) == ()
