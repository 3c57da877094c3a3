"""Series of growth on the year before: which of their figures answers, and for which claims none does."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.each import each
from workbench.compare import check, outcome
from workbench.core.series import Additivity
from workbench.extract import read_text

SAID = date(2019, 12, 11)
MONTHS = {f"{y}-{m:02}": f"{(y - 2010) + m / 10:.1f}" for y in (2017, 2018, 2019) for m in range(1, 13)}


def heard(make, speech, title="Consumer price inflation, change on the same month of the previous year"):
    series = make.series("%", title=title, adds=Additivity.MEAN)
    claims = read_text(speech, said=SAID, place="ZAF", document="d").claims
    rows = make.table({"ZAF": MONTHS})
    return [found for claim in claims for found in check(claim, series, rows, today=SAID)]


@pytest.mark.parametrize(
    "speech",
    [
        "Prices went up by {} percent in the twelve months to November.",
        "Prices rose by {} percent in the year to November 2019.",
        "Inflation over the 12 months to November 2019 was {} percent.",
        "Prices rose by {} percent in November 2019.",
        "Prices were {} percent higher in November than in November of last year.",
        "Prices were {} percent higher in November 2019 than in November last year.",
    ],
)
def test_twelve_months_to_a_month_have_the_figure_of_that_month(make, speech):
    found = heard(make, speech.format("10.1"))
    assert {each.measured for each in found} == {Decimal("10.1")}
    assert outcome(found)[0] == "supported"
    assert outcome(heard(make, speech.format("7.2")))[0] == "contradicted"


@pytest.mark.parametrize(
    "speech",
    [
        "Prices went up by {} percent in the twelve months to December 2018.",
        "Prices rose by {} percent in the year to December 2018.",
        "In the year to December 2018 inflation was {} percent.",
        "In the year ending December 2018 inflation was {} percent.",
        "Inflation over the 12 months to December 2018 was {} percent.",
        "Prices were {} percent higher in December 2018 than in December 2017.",
    ],
)
def test_twelve_months_to_december_are_not_the_calendar_year(make, speech):
    found = heard(make, speech.format("9.2"))
    assert {each.measured for each in found} == {Decimal("9.2")}
    assert outcome(heard(make, speech.format("7.1")))[0] == "contradicted"


def test_a_calendar_year_has_the_mean_of_its_months(make):
    """Inflation was 8.65 percent in 2018."""
    (found,) = heard(make, test_a_calendar_year_has_the_mean_of_its_months.__doc__ or "")
    assert found.measured == Decimal("8.65")


@pytest.mark.parametrize(
    "speech",
    [
        "Prices rose by 0.3 percent in May 2018 from April 2018.",
        "Month on month, prices rose by 0.3 percent in May 2018.",
        "Prices were 0.3 percent higher in May 2018 than the month before.",
    ],
)
def test_growth_on_the_month_before_is_not_judged_by_growth_on_the_year(make, speech):
    found = heard(make, speech)
    assert outcome(found)[0] == "undecided"
    assert {each.measured for each in found} == {None}


@each("verb", ["eased", "fell", "slowed", "came down", "dropped"])
@each("falling", [True, False])
def test_what_falls_to_a_percentage_is_the_rate_of_growth(make, verb, falling):
    """Inflation eased to 3.5 percent: it is above zero, and prices still rise."""
    series = make.series("%", title="Inflation, change on the same month of the previous year", adds=Additivity.MEAN)
    before, after = ("5.2", "3.5") if falling else ("2.1", "3.5")
    rows = make.table({"ZAF": {f"2018-{m:02}": before for m in range(1, 13)} | {"2019-11": after}})
    (claim,) = read_text(f"Inflation {verb} to 3.5 percent in November 2019.", said=SAID, place="ZAF").claims
    said = outcome(check(claim, series, rows, today=SAID))[0]
    assert said == "supported"  # since when it fell is not said: the year before refutes nothing


def test_a_rate_of_growth_that_fell_to_another_figure_is_refuted(make):
    assert outcome(heard(make, "Inflation eased to 7.2 percent in November 2019."))[0] == "contradicted"
