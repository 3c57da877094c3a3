"""A change that does not fit as it was read, and fits from another period of its text, is left open: that may be meant."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.conftest import when
from tests.each import each
from workbench.compare import over_named_periods
from workbench.core.claim import ChangeMode, Direction
from workbench.core.document import Span
from workbench.core.finding import Agreement, Caveat, Finding
from workbench.core.relations import Rank, RankRow
from workbench.core.series import Series, SeriesRef
from workbench.core.slip import Slip
from workbench.core.trace import NO_TRACE

SERIES = Series(ref=SeriesRef("mine", "a"), title="A")
SLIP = Slip(kind="other-base", says="It would hold.", trace=NO_TRACE)
OPEN = "As a change since {}, which the text names, it would hold: that may be meant."


def found(agreement=Agreement.APART, measured="28", claimed="28", part="change", **more):
    value = None if claimed is None else Decimal(claimed)
    fact = None if measured is None else Decimal(measured)
    return Finding(
        claim="c", series=SERIES, title="A", agreement=agreement, claimed=value, measured=fact, part=part,
        why="It gives so much.", **more,
    )  # fmt: skip


class Asked:
    """Keeps which readings were tried, and lets one of them hold."""

    def __init__(self, holds, *answers):
        self.holds, self.answers, self.readings = holds, answers or (found(Agreement.EXACT),), []

    def __call__(self, claim):
        change = claim.change.value
        self.readings.append((change.base.label, change.direction))
        return self.answers if change.base == when(self.holds) else [found()]


def named(*times):
    return [when(time) for time in times]


def test_a_cut_that_fits_since_a_year_of_the_text_is_left_open(make):
    """The programme has been cut since 2012. By 2017 it had been slashed by 28 percent."""
    claim = make.change("-28", period="2017")
    refuted = found(slips=(SLIP,), caveats=(Caveat("note", "So it is."),))
    asked = Asked("2012")
    (told, kept) = over_named_periods(
        claim, [refuted, found(Agreement.EXACT)], named("2017", "2015", "2012", "2010"), asked
    )
    assert asked.readings == [("2015", Direction.DOWN), ("2012", Direction.DOWN)]
    assert (told.agreement, told.slips) == (Agreement.UNDECIDED, ())
    assert told.why == f"It gives so much. {OPEN.format(2012)}"
    assert told.caveats == (Caveat("other-base-named", OPEN.format(2012)), Caveat("note", "So it is."))
    assert kept == found(Agreement.EXACT)


def test_a_stretch_of_years_is_taken_from_its_first(make):
    """Since 2012: from 2012, while a year of 366 days is one year."""
    claim = make.change("-28", period="2017")
    asked = Asked("1990")
    stretches = named("2012-01-01/2016-01-01", "2012", "2013-05-01/2014-05-02", "2013-05-01/2014-05-03", "2018")
    over_named_periods(claim, [found()], stretches, asked)
    assert [base for base, _ in asked.readings] == ["2012", "1 May 2013–1 May 2014", "2013"]


def test_a_level_may_be_what_it_changed_by(make):
    """Of 29,000 fewer the text names since when: up and down are tried, as an absolute change."""
    claim = make.level("29000", "person", period="2017")
    asked = Asked("2015")
    (told,) = over_named_periods(claim, [found()], named("2016", "2015"), asked)
    assert asked.readings == [
        ("2016", Direction.UP), ("2016", Direction.DOWN), ("2015", Direction.UP),
    ]  # fmt: skip
    assert told.agreement is Agreement.UNDECIDED
    seen = []
    over_named_periods(claim, [found()], named("2016"), lambda other: seen.append(other.change) or [])
    assert {(each.value.mode, each.value.amount, each.span, each.rule) for each in seen} == {
        (ChangeMode.ABSOLUTE, claim.amount, claim.amount.span, claim.amount.rule)
    }


@pytest.mark.parametrize("agreement", [Agreement.EXACT, Agreement.ROUNDS_TO, Agreement.NEAR, Agreement.UNDECIDED])
def test_what_is_not_refuted_needs_no_other_base(make, agreement):
    asked = Asked("2012")
    assert over_named_periods(make.change("-28", period="2017"), [found(agreement)], named("2012"), asked) == (
        found(agreement),
    )
    assert asked.readings == []


def test_a_claim_that_says_since_when_is_read_from_no_other_time(make):
    rank = Rank(highest=True, place=1, upto=False, row=RankRow.TIMES, words="highest", span=Span(0, 1))
    level = make.level("28", "person", period="2017")
    kept = [
        make.change("-28", base="2016", period="2017"), make.change("-", period="2017"), make.change("-28", period=None),
        replace(level, rank=rank), make.level("28", "%", period="2017"), make.nothing(period="2017"),
    ]  # fmt: skip
    for claim in kept:
        asked = Asked("2012")
        assert over_named_periods(claim, [found()], named("2012"), asked) == (found(),)
        assert asked.readings == []


FITS = [
    # what the other reading gives; whether it bears the claim out
    ((found(Agreement.EXACT),), True), ((found(Agreement.ROUNDS_TO, "30.8"),), True), ((found(Agreement.ROUNDS_TO, "30.81"),), False),
    ((found(Agreement.ROUNDS_TO, "25.2"),), True), ((found(Agreement.ROUNDS_TO, "25.19"),), False),
    ((found(Agreement.ROUNDS_TO, "-30.8", "-28"),), True), ((found(Agreement.NEAR),), False), ((), False),
    ((found(Agreement.EXACT, part="level 0"),), False), ((found(Agreement.ROUNDS_TO, "3", None),), False),
    ((found(Agreement.EXACT, "0", "0"),), False), ((found(Agreement.ROUNDS_TO, None),), False),
]  # fmt: skip


@each(("answers", "open_"), FITS)
def test_only_a_change_that_fits_by_little_is_another_reading(make, answers, open_):
    """More than 28 percent: 28.07 may be meant, and 90 is not; a tenth of the figure is little."""
    claim = make.change("-28", period="2017")
    (told,) = over_named_periods(claim, [found()], named("2012"), Asked("2012", *answers) if answers else lambda _: ())
    assert (told.agreement is Agreement.UNDECIDED) is open_


def test_six_other_times_are_tried_and_no_more(make):
    claim, asked = make.change("-28", period="2017"), Asked("1990")
    times = [str(year) for year in range(2016, 2008, -1)]
    over_named_periods(claim, [found()], named(*times, *times), asked)
    assert [base for base, _ in asked.readings] == times[:6]
