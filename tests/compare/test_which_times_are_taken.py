"""Which times a question is measured at: those that are named, or those that stand for them, with what is told of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.conftest import when
from workbench.compare.alignment.align import align
from workbench.compare.alignment.series_table import SeriesTable, breaks, latest, revisions
from workbench.compare.claimed_figure import claimed_change
from workbench.compare.questions.question import Question
from workbench.compare.questions.question_periods import YEARS_TO, QuestionPeriods, question_periods
from workbench.compare.trends.span_periods import back_from, last_step, step_length, whole_years, years
from workbench.compare.trends.trend_questions import change_over_span, level_over_span
from workbench.core.claim import ChangeMode, Direction, Mention
from workbench.core.finding import Caveat
from workbench.core.period import Frequency, Period
from workbench.core.quantity import PERCENT
from workbench.core.relations import ChangeStep, Trend, TrendKind
from workbench.core.series import Additivity, Status

TODAY = date(2024, 1, 1)
YEARS = {str(year): str(year) for year in range(2010, 2023)}
MONTHS = {f"{year}-{month:02}": "1" for year in (2018, 2019, 2020) for month in range(1, 13)}
RELATIVE = ChangeMode.RELATIVE


def table(make, figures, unit="%", adds=Additivity.MEAN, **more):
    return SeriesTable(make.series(unit, adds=adds), "MKD", tuple(make.rows(figures, **more)))


def taken(
    make,
    where,
    *,
    mode=RELATIVE,
    period=None,
    rule="year",
    base=None,
    step=None,
    said="2023-05-10",
    part="change",
    others=(),
):
    claim = replace(make.change("-40", base=base, period=period, said=said), step=step)
    if period is not None:
        named = replace(claim.period, rule=rule)
        claim = replace(claim, period=named, periods=(named, *(make.mention(when(other), 40) for other in others)))
    size = claim.amount.value
    asked = Question(
        part=part, claimed=claimed_change(size, Direction.DOWN, RELATIVE), unit=PERCENT, mode=mode,
        period=(when(period),) if period else (), base=when(base) if base else None, amount=size,
    )  # fmt: skip
    found = question_periods(claim, asked, where, TODAY)
    if isinstance(found, Caveat):
        return found.says
    return found.period.label, found.base.label if found.base else None, [caveat.says for caveat in found.caveats]


LATEST = "The claim names no period; the latest figure that was complete on 10 May 2023 was taken ({})."
SINCE = "The claim does not say since when; the change is measured from {}."
NONE = "“Asylum applications” has no figure for North Macedonia{}."
CASES = [
    # how it is asked; the time, the one before, what is told
    ({"period": "2021", "mode": None}, ("2021", None, [])),
    ({"period": "2021"}, ("2021", "2020", [SINCE.format(2020)])),
    ({"period": "2021", "base": "2015"}, ("2021", "2015", [])),
    ({"period": "2021", "others": ["2012"]}, ("2021", "2012", [])),
    ({"period": "2012", "others": ["2021"]}, ("2021", "2012", [])),
    ({"period": "2021", "others": ["2012", "2015"]}, ("2021", "2020", [SINCE.format(2020)])),
    ({"period": "2021", "others": ["2021-03"]}, ("2021", "2020", [SINCE.format(2020)])),
    ({"period": "2015-01-01/2021-01-01"}, ("2020", "2015", [SINCE.format(2015)])),
    ({"period": "2015-01-01/2021-01-01", "rule": YEARS_TO}, ("2020", "2014", [])),
    ({"period": "2015-01-01/2021-01-01", "mode": None, "rule": YEARS_TO}, ("2015–2020", None, [])),
    ({"period": "2015-01-01/2021-01-01", "base": "2015"}, ("2020", "2015", ["The change is measured to 2020, the last figure of 2015–2020."])),
    ({"period": "2022-02-01/2023-01-01", "base": "2022-02"}, ("Feb–Dec 2022", "Feb 2022", [])),
    ({"period": "2013-05-10/2023-05-10"}, ("2022", "2012", ["“10 May 2013–9 May 2023” is taken as 2012 to 2022, the last figure of that stretch."])),
    ({"period": "2021-12-01/2022-12-03"}, ("2021", "2020", ["“1 Dec 2021–2 Dec 2022” is taken as 2020 to 2021, the last figure of that stretch."])),
    ({}, ("2022", "2021", [LATEST.format(2022), SINCE.format(2021)])),
    ({"mode": None}, ("2022", None, [LATEST.format(2022)])),
    ({"base": "2015"}, ("2022", "2015", [LATEST.format(2022)])),
    ({"base": "2015-01-01/2021-01-01"}, ("2020", "2015", [])),
    ({"base": "2015-01-01/2021-01-01", "mode": None}, ("2022", None, [LATEST.format(2022)])),
    ({"step": ChangeStep(Frequency.YEAR)}, ("2022", "2021", [LATEST.format(2022)])),
    ({"step": ChangeStep(Frequency.YEAR), "period": "2020"}, ("2020", "2019", [])),
    ({"step": ChangeStep(Frequency.MONTH)}, "The claim sets one month beside another; the figures of “Asylum applications” last longer than a month."),
    ({"step": ChangeStep(Frequency.MONTH), "period": "2020"}, ("2020", "2019", [SINCE.format(2019)])),
    ({"said": None}, ("2022", "2021", [LATEST.format(2022).replace("10 May 2023", "1 Jan 2024"), SINCE.format(2021)])),
    ({"said": "2022-12-31"}, ("2021", "2020", [LATEST.format(2021).replace("10 May 2023", "31 Dec 2022"), SINCE.format(2020)])),
    ({"said": "2010-03-01"}, NONE.format("") + " It has 2010 to 2022."),
    ({"period": "2025-01-01/2035-03-01"}, NONE.format(" in Jan 2025–Feb 2035") + " It has 2010 to 2022."),
    ({"period": "2020-05-01/2024-01-01"}, ("2022", "2018", ["“May 2020–Dec 2023” is taken as 2018 to 2022, the last figure of that stretch."])),
    ({"period": "2020-05-01/2024-03-01"}, NONE.format(" in May 2020–Feb 2024") + " It has 2010 to 2022."),
    ({"period": "2021", "part": "from"}, ("2020", None, [SINCE.format(2020)])),
    ({"period": "2021", "part": "to"}, ("2021", None, [SINCE.format(2020)])),
    ({"period": "2021", "part": "from", "mode": None, "base": "2015"}, ("2015", None, [])),
    ({"part": "from", "said": "2010-03-01"}, NONE.format("") + " It has 2010 to 2022."),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "told"), CASES, ids=[str(asked) for asked, _ in CASES])
def test_a_question_has_its_time_and_the_one_it_is_measured_from(make, asked, told):
    assert taken(make, table(make, YEARS), **asked) == told


JUNE = "2019-07-01/2020-07-01"
IN_A_YEAR_TO = [
    # the stretch, its rule; the unit, how it adds up; the time and the one before
    (JUNE, YEARS_TO, "index", Additivity.UNKNOWN, ("Jun 2020", "Jun 2019", [])),
    (JUNE, "year", "index", Additivity.UNKNOWN, ("Jul 2019–Jun 2020", "Jul 2018–Jun 2019", [SINCE.format("Jul 2018–Jun 2019")])),
    (JUNE, YEARS_TO, "t", Additivity.SUM, ("Jul 2019–Jun 2020", "Jul 2018–Jun 2019", [SINCE.format("Jul 2018–Jun 2019")])),
    ("2019-07-01/2020-06-01", YEARS_TO, "index", Additivity.UNKNOWN, ("Jul 2019–May 2020", "Jul 2018–May 2019", [SINCE.format("Jul 2018–May 2019")])),
    ("2022-07-01/2023-07-01", YEARS_TO, "index", Additivity.UNKNOWN, ("Jul 2022–Jun 2023", "Jul 2021–Jun 2022", [SINCE.format("Jul 2021–Jun 2022")])),
]  # fmt: skip


@pytest.mark.parametrize(("stretch", "rule", "unit", "adds", "told"), IN_A_YEAR_TO)
def test_the_year_to_a_month_goes_from_the_same_month_of_the_year_before(make, *, stretch, rule, unit, adds, told):
    where = table(make, MONTHS, unit, adds)
    assert taken(make, where, period=stretch, rule=rule) == told
    quarters = replace(where, rows=(*make.rows({"2020-Q2": "3"}), *where.rows))
    assert taken(make, quarters, period=stretch, rule=rule) == told  # the shortest that ends then
    own = replace(where, rows=(*where.rows, replace(where.rows[0], period=when(JUNE))))
    assert taken(make, own, period=JUNE, rule=YEARS_TO)[0] == "Jul 2019–Jun 2020"


def test_of_two_longer_figures_the_shorter_answers(make):
    """March lies in the first quarter and in the first half: what is nearest to the month is taken."""
    where = table(make, {"2021-01-01/2021-07-01": "6", "2021-Q1": "3", "2021": "12"}, "t", Additivity.SUM)
    found = align(where, when("2021-03"))
    assert (found.period.label, found.coarse) == ("2021-Q1", True)
    for rows in (where.rows[::-1], where.rows[1:] + where.rows[:1]):
        assert align(replace(where, rows=rows), when("2021-03")).period.label == "2021-Q1"
    most = align(table(make, {"2021-Q1": "3"}, "t", Additivity.SUM), when("2021-02-01/2021-05-01"))
    assert most.period.label == "2021-Q1"
    assert isinstance(align(table(make, {"2021-Q1": "3"}), when("2021-03-02/2021-05-01")), Caveat)


def test_the_latest_figure_had_ended_by_the_day(make):
    where = table(make, {"2020": "1", "2021": "2", "2022": None})
    assert latest(where, date(2022, 1, 1)).period.label == "2021"
    assert latest(where, date(2021, 12, 31)).period.label == "2020"
    assert latest(where, date(2020, 12, 31)) is None


def test_a_break_stands_between_two_times(make):
    """After the base, and up to the period itself; which of the two is first does not matter."""
    marks = {"2018": Status.BREAK, "2020": Status.BREAK}
    where = table(make, YEARS, status=marks)
    for ends, labels in (
        (("2018", "2019"), []),
        (("2017", "2018"), ["2018"]),
        (("2017", "2021"), ["2018", "2020"]),
        (("2020", "2022"), []),
    ):
        for base, period in (ends, ends[::-1]):
            said = [f"The series has a break in {label}: figures before it are not comparable." for label in labels]
            assert [caveat.says for caveat in breaks(where, when(base), when(period))] == said


def test_a_figure_published_by_the_day_was_out(make):
    (now,) = make.rows({"2021": "95"})
    then = [
        replace(now, value=value, vintage=day)
        for value, day in ((90, date(2022, 1, 1)), (91, date(2022, 2, 1)), (95, date(2023, 1, 1)))
    ]
    out = {
        day: [caveat.says for caveat in revisions(then, [now], day)]
        for day in (date(2021, 12, 31), date(2022, 1, 31), date(2022, 2, 1), date(2023, 1, 1))
    }
    assert out == {
        date(2021, 12, 31): [], date(2022, 1, 31): ["2021: published as 90 on 2022-01-01, 95 today."],
        date(2022, 2, 1): ["2021: published as 91 on 2022-02-01, 95 today."], date(2023, 1, 1): [],
    }  # fmt: skip
    assert revisions(then, [now], None) == ()


def test_the_steps_of_a_stretch(make):
    months, mixed = table(make, MONTHS), table(make, {"2019": "1", "2020-Q1": "1", "2020-Q2": "1"})
    assert (step_length(months, None), step_length(months, Frequency.QUARTER), step_length(mixed, None)) == (1, 3, 3)
    assert step_length(table(make, {}), None) == 12
    assert step_length(table(make, {"2019": "1", "2020-Q1": "1"}), None) == 12
    assert step_length(months, Frequency.DAY) == 1
    assert last_step(months, 12, date(2021, 1, 1)).label == "2020"
    assert last_step(months, 12, date(2020, 12, 31)).label == "2019"
    assert last_step(months, 3, date(2020, 6, 1)).label == "2020-Q1"
    assert last_step(months, 1, date(2020, 6, 1)).label == "May 2020"
    assert last_step(table(make, {}), 1, date(2020, 6, 1)) is None
    assert [each.label for each in back_from(months, when("2018-03"), 1, 9)] == ["Jan 2018", "Feb 2018", "Mar 2018"]
    assert len(back_from(months, when("2020-12"), 1, 5)) == 6
    assert [each.label for each in years(2019, 2021)] == ["2019", "2020", "2021"]
    assert (len(years(1000, 2021)), years(1000, 2021)[0].label) == (601, "1421")
    assert whole_years([when("2021-03"), when("2019-01-01/2021-01-01")]) == (2019, 2020)
    assert [
        whole_years([when(each)])
        for each in ("2019-02-01/2021-01-01", "2019-01-02/2021-01-01", "2019-01-01/2021-01-02", "2019-01-01/2020-02-01")
    ] == [None] * 4
    assert whole_years([Period(date(2019, 1, 1), date(2020, 1, 1))]) == (2019, 2019)


GOES_ON = [
    ("2019", "2021-02-01/2021-03-01", True),
    ("2019", "2020", False),
    ("2019", "2021", True),
    ("2019", "2019-01-01/2021-01-01", False),
]


@pytest.mark.parametrize(("base", "period", "total"), GOES_ON)
def test_rates_of_several_years_are_put_on_top_of_one_another(make, base, period, total):
    """Prices rose by 20 percent from 2019 to 2021: of yearly rates that is growth in total, and from 2019 to 2020 one rate."""
    rates = make.series("%", title="Inflation", adds=Additivity.MEAN)
    claim = make.change("+20", base=base)
    asked = change_over_span(claim, claim.change, rates, (when(period),))
    assert [(each.part, each.trend, each.mode) for each in asked] == (
        [("growth", Trend(TrendKind.COMPOUND), None)] if total else []
    )
    assert change_over_span(claim, claim.change, make.series("eur"), (when(period),)) == []
    for other in (make.change("+20"), make.change("+20", "pp", base=base), make.change("+", base=base)):
        assert change_over_span(other, other.change, rates, (when(period),)) == []
    assert change_over_span(claim, claim.change, rates, ()) == []


def test_a_pace_is_asked_of_what_adds_up(make):
    claim = make.level("450", "person")
    daily = replace(
        claim, amount=replace(claim.amount, value=make.amount("450", replace(make.unit("person"), per="day")))
    )
    assert isinstance(daily.amount, Mention)
    asked = level_over_span(daily, daily.amount, make.series("person"), (when("2021"),))
    assert (asked.part, asked.trend, str(asked.unit)) == (
        "mean",
        Trend(TrendKind.PACE, step=Frequency.DAY, words="per day"),
        "person",
    )
    assert level_over_span(daily, daily.amount, make.series("%", adds=Additivity.MEAN), (when("2021"),)) is None
    assert level_over_span(daily, daily.amount, make.series("person", title="Daily arrivals"), (when("2021"),)) is None
    assert level_over_span(claim, claim.amount, make.series("person"), (when("2021"),)) is None
    assert QuestionPeriods(when("2021")) == QuestionPeriods(when("2021"), (), None, ())
