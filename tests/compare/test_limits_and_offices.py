"""What can be worked with, what one office alone says, and growth over years of which there are no figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from workbench.compare import check, outcome
from workbench.compare.figure_limits import DIGITS, workable
from workbench.compare.providers.side_by_side import figure_words, no_second_source, side_by_side
from workbench.core.finding import Agreement
from workbench.core.series import Additivity, SeriesRef
from workbench.extract import read_text

SAID = date(2021, 3, 31)


def heard(make, speech, series, figures):
    claims = read_text(speech, said=SAID, place="RWA", document="d").claims
    return [f for c in claims for f in check(c, series, make.table({"RWA": figures}), today=SAID)]


@pytest.mark.parametrize("sign", ["", "-"])
def test_thirty_digits_each_way_are_worked_with_and_no_more(sign):
    assert workable(Decimal(f"{sign}{'1' * DIGITS}"))
    assert not workable(Decimal(f"{sign}{'1' * (DIGITS + 2)}"))
    assert workable(Decimal(f"{sign}0.{'1' * DIGITS}"))
    assert not workable(Decimal(f"{sign}0.{'1' * (DIGITS + 1)}"))
    assert workable(Decimal(f"{sign}0"))


@pytest.mark.parametrize(
    ("measured", "words"), [("0.41238", "0.41 %"), ("12", "12 %"), ("12.00", "12 %"), ("-3.456", "−3.46 %")]
)
def test_a_measured_figure_is_written_for_readers(make, measured, words):
    """Children in poverty were 12 percent in 2019."""
    series = make.series("%", title="Child poverty rate", adds=Additivity.MEAN)
    (found, *_) = heard(make, "The child poverty rate was 12 percent in 2019.", series, {"2019": measured})
    assert figure_words(found).replace("\N{NO-BREAK SPACE}", " ").replace("-", "−") == words


def test_a_figure_of_one_office_alone_names_it(make):
    series = replace(make.series("%", title="Child poverty rate", adds=Additivity.MEAN), publisher="Office of Children")
    (found, *_) = heard(make, "The child poverty rate was 12 percent in 2019.", series, {"2019": "12"})
    assert "Office of Children alone" in no_second_source(found).says


def test_an_office_stands_once_beside_another(make):
    """Two answers of one office are no second office."""
    said, figures = "The child poverty rate was 12 percent in 2019.", {"2019": "12"}
    findings = []
    for source, key in (("a", "x"), ("b", "y"), ("b", "z")):
        series = replace(make.series("%", title="Child poverty rate", adds=Additivity.MEAN), ref=SeriesRef(source, key))
        findings += [replace(each, series=series) for each in heard(make, said, series, figures)[:1]]
    (beside, *_) = side_by_side(findings)
    assert [side.series.ref.source for side in beside.sides] == ["a", "b"]


def test_growth_a_year_over_years_without_figures_is_told(make):
    """The economy grew by 3 percent a year from 2010 to 2019, and the series ends in 2009."""
    series = make.series("%", title="GDP growth (annual %)", adds=Additivity.MEAN)
    found = heard(
        make, "The economy grew by 3 percent a year from 2010 to 2019.", series, {"2007": "3", "2008": "3", "2009": "3"}
    )
    assert [each.agreement for each in found] == [Agreement.UNDECIDED]
    assert found[0].why == "“GDP growth (annual %)” has no figure for Rwanda in 2011. It has 2007 to 2009."


@pytest.mark.parametrize(("title", "mean"), [("GDP growth (annual %)", True), ("GDP, constant prices", False)])
def test_the_mean_of_yearly_rates_is_said_where_it_is_one(make, title, mean):
    """The economy grew by 3 percent a year from 2017 to 2019: rates have a mean, levels a rate that gives the last from the first."""
    rates = (
        make.series("%", title=title, adds=Additivity.MEAN)
        if mean
        else make.series("EUR", title=title, adds=Additivity.SUM)
    )
    figures = (
        {"2016": "100", "2017": "103", "2018": "106.09", "2019": "109.2727"}
        if not mean
        else {"2016": "9", "2017": "2", "2018": "3", "2019": "4"}
    )
    found = heard(make, "The economy grew by 3 percent a year between 2016 and 2019.", rates, figures)
    told = " ".join(each.why for each in found)
    assert ("the mean of the yearly rates" in told) is mean


@pytest.mark.parametrize(
    ("speech", "word"), [("fell by 20 percent", "supported"), ("fell by 11 percent", "contradicted")]
)
def test_two_decades_to_a_year_begin_before_the_first_of_them(make, speech, word):
    """Emissions fell by 20 percent in the two decades to 2020: from 2000, and not from 2001."""
    series = make.series("t", title="Carbon dioxide emissions", adds=Additivity.SUM)
    figures = {str(y): str(90 - (y - 2001)) for y in range(2001, 2020)} | {"1999": "70", "2000": "100", "2020": "80"}
    assert (
        outcome(heard(make, f"Carbon dioxide emissions {speech} in the two decades to 2020.", series, figures))[0]
        == word
    )


@pytest.mark.parametrize("title", ["GDP growth (annual %)", "GDP, constant prices"])
def test_growth_a_year_since_the_last_figure_is_left_open(make, title):
    """GDP has grown by 3 percent a year since 2019, and the series ends with that year."""
    series = make.series("%" if "growth" in title else "EUR", title=title, adds=Additivity.MEAN)
    found = heard(make, "Since 2019 GDP has grown by 3 percent a year.", series, {"2018": "3", "2019": "3"})
    assert [each.agreement for each in found] == [Agreement.UNDECIDED] * len(found)
    assert outcome(found)[0] == "undecided"
