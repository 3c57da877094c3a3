"""Rules that hold for any figures: traces replay, agreement is monotone, units scale, nothing crashes."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from workbench.compare import check, outcome, plan
from workbench.compare.claimed_figure import claimed_change, claimed_direction, claimed_level
from workbench.compare.judging.agreement import ORDER, agreement
from workbench.compare.judging.agreement_recheck import contradiction
from workbench.consistency import own_arithmetic
from workbench.core.claim import Change, ChangeMode, ClaimKind, Direction
from workbench.core.document import Span
from workbench.core.finding import Agreement
from workbench.core.period import Frequency, Period, month, quarter, year
from workbench.core.quantity import Amount, Relation
from workbench.core.series import Additivity, Observation, SeriesRef, Status

NUMBERS = st.decimals(min_value=-(10**9), max_value=10**9, allow_nan=False, allow_infinity=False, places=2)
WILD = st.sampled_from(
    [Decimal(text) for text in ("0", "1", "-0.0", "1e60", "-1e60", "1e-60", "1e400", "9e998", "1e-500")]
)
POSITIVE = st.decimals(min_value=Decimal("0.01"), max_value=10**9, places=2)
STEPS = st.sampled_from([Decimal(s) for s in ("0.01", "0.1", "1", "10", "1000", "1000000")])
UNITS = ["%", "pp", "", "application", "usd", "eur", "t", "kg", "index", "/1000", "/100000"]


@st.composite
def amounts(draw, make):
    relation = draw(st.sampled_from(Relation))
    low = draw(st.one_of(NUMBERS, WILD))
    high = max(low + draw(POSITIVE), low) if relation is Relation.BETWEEN else None
    return Amount(relation, low, high, draw(STEPS), make.unit(draw(st.sampled_from(UNITS))))


@st.composite
def periods(draw):
    y = draw(st.integers(2015, 2024))
    start = date(y, draw(st.integers(1, 12)), draw(st.integers(1, 28)))
    whole = [year(y), year(1), year(9998), quarter(y, draw(st.integers(1, 4))), month(y, draw(st.integers(1, 12)))]
    return draw(st.sampled_from([*whole, Period(start, start + timedelta(days=draw(st.integers(1, 900))))]))


@st.composite
def changes(draw, make):
    mention = st.one_of(st.none(), amounts(make).map(lambda a: make.mention(a, draw(st.integers(0, 90)))))
    return Change(
        draw(st.sampled_from(Direction)), draw(st.sampled_from(ChangeMode)), draw(mention),
        draw(st.one_of(st.none(), periods())), draw(mention), draw(mention),
    )  # fmt: skip


@st.composite
def claims(draw, make):
    found = make.level("1")
    amount = draw(st.one_of(st.none(), amounts(make).map(lambda a: make.mention(a, draw(st.integers(0, 90))))))
    change = draw(st.one_of(st.none(), changes(make).map(lambda c: make.mention(c, draw(st.integers(0, 90))))))
    spans = draw(st.lists(periods().map(make.mention), max_size=3))
    more = draw(st.lists(amounts(make).map(make.mention), max_size=3))
    return replace(
        found, id=draw(st.sampled_from(["a", "b", "c"])), kind=draw(st.sampled_from(ClaimKind)), amount=amount, change=change,
        amounts=((amount,) if amount else ()) + tuple(more), changes=(change,) if change else (),
        period=spans[0] if spans else None, periods=tuple(spans), place=draw(st.sampled_from(["MKD", "SRB", None])),
        said=draw(st.one_of(st.none(), st.dates(date(2015, 1, 1), date(2025, 1, 1)))),
        measure=draw(st.sampled_from(["", "asylum applications", "growth"])),
        sentence=Span(0, draw(st.integers(1, 300))), context=draw(st.text(max_size=200)),
    )  # fmt: skip


@st.composite
def observations(draw):
    values = st.one_of(st.none(), NUMBERS, WILD)
    return Observation(
        ref=SeriesRef("unhcr", "asylum"), place=draw(st.sampled_from(["MKD", "MKD", "SRB"])), period=draw(periods()),
        value=draw(values), step=draw(STEPS), status=draw(st.sampled_from(Status)),
        vintage=draw(st.one_of(st.none(), st.dates(date(2015, 1, 1), date(2025, 1, 1)))),
    )  # fmt: skip


@settings(deadline=None)  # others work on this machine too
@given(st.data())
def test_no_claim_and_no_figures_crash_and_every_trace_replays(make, data):
    claim, sibling = data.draw(claims(make)), data.draw(claims(make))
    unit = data.draw(st.sampled_from(UNITS))
    title = data.draw(st.sampled_from(["Asylum applications", "GDP growth (annual %)", "\x1b[31m" * 9]))
    series = make.series(unit, title=title, adds=data.draw(st.sampled_from(Additivity)))
    rows = data.draw(st.lists(observations(), max_size=12))
    found = (*check(claim, series, rows, today=make.today), *own_arithmetic(claim, [sibling]))
    assert check(claim, series, rows, today=make.today)
    assert outcome(found)[0] in {"supported", "contradicted", "undecided"}
    assert plan(claim, series).first <= plan(claim, series).last
    for each in found:
        for trace in each.traces:  # its own, and those of what would make the claim true
            assert trace.replay(lambda evidence: Decimal(0)) == trace.result
        assert each.measured == each.trace.result
        assert each.why
        assert each.agreement is not Agreement.UNDECIDED or each.caveats
        assert (each.difference is None) == (each.measured is None or each.claimed is None)
        assert contradiction(each) == ""


def test_a_trace_with_evidence_replays_from_the_cells(make):
    """What is read again is what the finding says; a changed cell is found out."""
    rows = make.rows({"2020": "151", "2021": "91"})
    (found,) = check(make.change("-70", base="2020"), make.series(), rows, today=make.today)
    cells = {row.evidence: row.value for row in rows}
    assert found.trace.replay(cells.__getitem__) == found.measured
    assert set(found.trace.evidence()) == set(cells)
    with pytest.raises(Exception, match="step"):
        found.trace.replay(lambda evidence: cells[evidence] + 1)


@settings(deadline=None)  # others work on this machine too
@given(
    data=st.data(),
    near=NUMBERS,
    far=NUMBERS,
    direction=st.sampled_from(Direction),
    mode=st.sampled_from([None, *ChangeMode]),
)
def test_moving_the_figure_away_never_improves_agreement(make, *, data, near, far, direction, mode):
    amount = data.draw(amounts(make))
    claimed = claimed_level(amount) if mode is None else claimed_change(amount, direction, mode)
    slack = data.draw(st.sampled_from([Decimal(0), Decimal("0.5"), Decimal(500)]))
    _is_monotone(claimed, near, far, slack)
    _is_monotone(claimed_direction(direction, Decimal("0.5")), near, far, slack)


@pytest.mark.parametrize(("measured", "how"), [("3", "rounds_to"), ("0", "rounds_to"), ("-3", "opposite")])
def test_what_has_not_fallen_may_have_risen(measured, how):
    """A denied fall is borne out by a rise as much as by no change."""
    claimed = claimed_direction(Direction.FLAT, Decimal("0.5"), Direction.DOWN)
    assert agreement(claimed, Decimal(measured)).value == how


def _is_monotone(claimed, near, far, slack):
    def outside(value):
        low, high = claimed.range.low, claimed.range.high
        if low is not None and value < low:
            return -1, low - value
        return (1, value - high) if high is not None and value > high else (0, Decimal(0))

    (side, first), (other, second) = outside(near), outside(far)
    assume(side == 0 or other in {0, side})
    closer, farther = (near, far) if first <= second else (far, near)
    if first != second:
        places = [ORDER.index(agreement(claimed, value, slack)) for value in (closer, farther)]
        assert places[0] <= places[1]


@settings(deadline=None)  # others work on this machine too
@given(st.integers(1, 999), st.integers(1, 10**6), st.integers(1, 10**6), st.sampled_from(["-", "+", "level"]))
def test_scaling_claim_and_series_together_changes_nothing(make, said, old, new, kind):
    thousand = Decimal(1000)

    def agreements(by):
        text = str(said * by)
        claim = make.level(text, "usd") if kind == "level" else make.change(kind + text, "usd", base="2020")
        rows = [make.scaled(row, by) for row in make.rows({"2020": str(old), "2021": str(new)})]
        return [f.agreement for f in check(claim, make.series("usd"), rows, today=make.today)]

    assert agreements(Decimal(1)) == agreements(thousand) == agreements(thousand * thousand)


@settings(deadline=None)  # others work on this machine too
@given(POSITIVE, st.sampled_from(["0.1", "1", "2.5"]))
def test_a_fall_is_judged_as_a_rise_in_the_mirror(make, size, off):
    """Save on the very ends of the rounding, which are half-open upward."""
    amount = Amount(Relation.IS, size, None, Decimal("0.01"), make.unit("%"))
    rise = claimed_change(amount, Direction.UP, ChangeMode.RELATIVE)
    fall = claimed_change(amount, Direction.DOWN, ChangeMode.RELATIVE)
    measured = size * Decimal(off)
    assert agreement(rise, measured) is agreement(fall, -measured)
    assert agreement(rise, -measured) is agreement(fall, measured)


@settings(deadline=None)  # others work on this machine too
@given(st.lists(st.integers(0, 10**6), min_size=12, max_size=12))
def test_months_add_up_to_the_year_and_average_to_its_mean(make, values):
    rows = make.rows({f"2021-{m:02}": str(v) for m, v in enumerate(values, start=1)})
    claim = make.level("1", "application")
    total = check(claim, make.series(adds=Additivity.SUM), rows, today=make.today)[0].measured
    mean = check(claim, make.series(adds=Additivity.MEAN), rows, today=make.today)[0].measured
    assert total == sum(values)
    assert abs(mean * 12 - total) < Decimal("1e-30")


@pytest.mark.slow
def test_hundreds_of_findings_in_a_second(make):
    """With all that would make each of them true; what is reached on a quiet core stands in tests/benchmarks."""
    claim, series = make.change("-70", base="2020"), make.series()
    rows = make.rows({str(y): str(y) for y in range(1960, 2024)})
    started = time.process_time()
    for _ in range(300):
        check(claim, series, rows, today=make.today)
    assert time.process_time() - started < 1.0


def test_the_order_of_the_figures_does_not_matter(make):
    rows = make.rows({"2020": "151", "2021": "91", "2022": "162"})
    claim = make.change("-70", base="2020")
    assert check(claim, make.series(), rows, today=make.today) == check(
        claim, make.series(), rows[::-1], today=make.today
    )


def test_quarters_of_a_half_year_are_a_half_year(make):
    rows = make.rows({"2021-Q1": "1", "2021-Q2": "2"})
    found = check(make.level("3", "application", period="2021-S1"), make.series(), rows, today=make.today)[0]
    assert (found.measured, found.period.frequency) == (3, Frequency.HALF)


def test_the_order_of_findings_never_depends_on_the_figures(make):
    """Unemployment rose by 1 per cent: whichever reading the figures bear out, they are listed alike."""
    claim = make.change("+1", base="2020", measure="unemployment rate")
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    by_points = check(claim, series, make.rows({"2020": "4.0", "2021": "5.0"}), today=make.today)
    by_percent = check(claim, series, make.rows({"2020": "100", "2021": "101"}), today=make.today)
    assert [f.reading for f in by_points] == [f.reading for f in by_percent]
    assert [f.agreement for f in by_points] != [f.agreement for f in by_percent]
