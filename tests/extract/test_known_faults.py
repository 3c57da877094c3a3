"""Ways of speaking that were once read wrong; each row is what was said and what must be read in it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.each import each
from workbench.extract import read_text


def amounts(speech: str) -> list[str]:
    """Return each amount with its unit."""
    return [str(mention.value) for mention in read_text(speech, said=date(2021, 12, 2)).amounts]


@each(
    ("speech", "read"),
    [
        ("The park has 25 km².", ["25 square kilometre"]),
        ("Each flat has 40 m².", ["40 square metre"]),
        ("It holds 2.5 m³.", ["2.5 cubic metre"]),
        ("There live 40 people per km².", ["40 person per square kilometre"]),
        ("A 5,000-strong crowd came.", ["5000 member"]),
        ("The 27-strong bloc agreed.", ["27 member"]),
        ("The army is strong: 5,000 soldiers.", ["5000 soldier"]),
        ("It stands at a distance of about 48m.", ["about 48 metre"]),
        ("The tower has a height of 48m.", ["48 metre"]),
        ("The towers stand 48m apart.", ["48 metre"]),
        ("The distance cost us $48m.", ["48000000 dollar"]),
        ("We paid 48m euros.", ["48000000 euro"]),
        ("They saw 15, 20 or 25 percent.", ["15 percentage", "20 to 25 percentage"]),
        ("They saw 10, 15, and 20 schools.", ["10 school", "15 school", "20 school"]),
        ("Of the 15, 20 percent were women.", ["15", "20 percentage"]),
        ("The debt is 5 billion, or 40 percent of GDP.", ["5000000000", "40 percentage"]),
    ],
)
def test_what_a_figure_counts(speech, read):
    assert amounts(speech) == read


@each(
    ("speech", "read"),
    [
        ("It was never lower than 5 percent.", "at least 5 percentage"),
        ("It has never been higher than 5 percent.", "at most 5 percentage"),
        ("It wasn't more than 5 percent.", "at most 5 percentage"),
        ("It is not just over 5 percent.", "more than 5 percentage"),
        ("It was lower than 5 percent.", "less than 5 percentage"),
        ("Nowhere near 500 people came.", "less than 500 person"),
        ("Not even 500 people came.", "less than 500 person"),
        ("Barely 500 people came.", "about 500 person"),
        ("At the very least 500 people came.", "at least 500 person"),
        ("500 people at the very most came.", "at most 500 person"),
        ("Twenty-odd ministers came.", "about 20 minister"),
        ("They have 20 odd socks.", "20 sock"),
        ("Inflation eased by 0.3 points.", "0.3 percentage point"),
        ("The index rose by 3 points.", "3 point"),
    ],
)
def test_what_a_hedge_says_when_it_is_denied_and_what_points_are(speech, read):
    assert amounts(speech) == [read]


def test_both_bounds_of_a_range_have_its_unit():
    assert amounts("Prices rose by more than 5 but less than 7 percent.") == [
        "more than 5 percentage",
        "less than 7 percentage",
    ]


@pytest.mark.parametrize(
    ("speech", "quote"),
    [
        ("We built no fewer than 20 schools.", "no fewer than 20 schools"),
        ("Just under 500 people came.", "Just under 500 people"),
        ("500 people at the very least came.", "500 people"),
        ("The awesome 500 people came.", "500 people"),
    ],
)
def test_a_quote_holds_the_whole_of_its_hedge(speech, quote):
    assert [claim.quote for claim in read_text(speech).claims] == [quote]


@pytest.mark.parametrize("plan", ["Agenda 2030", "The 2030 Agenda", "Our Vision 2030", "The Strategy 2027"])
def test_the_year_in_the_name_of_a_plan_is_neither_period_nor_amount(plan):
    reading = read_text(f"{plan} is signed by all.", said=date(2021, 12, 2))
    assert reading.periods == reading.amounts == ()


@pytest.mark.parametrize("speech", ["The agenda in 2030 is open.", "Our plan is for 2030.", "In 2030 the agenda ends."])
def test_a_year_beside_a_plan_is_a_period(speech):
    assert [str(mention.value) for mention in read_text(speech).periods] == ["2030"]


def test_those_nine_months_are_the_ones_named_before():
    text = "In the first nine months of 2021 prices rose. In those nine months 40 people were hired."
    (claim,) = (one for one in read_text(text).claims if one.amount is not None)
    assert (claim.quote, str(claim.period.value)) == ("40 people", "Jan–Sep 2021")
    assert amounts(text) == ["40 person"]


def test_those_two_years_are_not_the_nine_months_named_before():
    reading = read_text("In the first nine months of 2021 prices rose. In those two years 40 people were hired.")
    assert [str(mention.value) for mention in reading.periods] == ["Jan–Sep 2021"]


@pytest.mark.parametrize("when", ["last year", "last month", "last week"])
def test_a_figure_before_last_year_is_its_own(when):
    reading = read_text(f"Cases rose from 20 {when} to 35.", said=date(2021, 12, 2))
    change = reading.changes[0].value
    assert (change.origin.value.low, change.target.value.low) == (20, 35)
    assert [mention.span.cut(f"Cases rose from 20 {when} to 35.") for mention in reading.periods] == [when]


def test_five_past_years_are_a_period():
    (mention,) = read_text("In the 5 past years it rose.", said=date(2018, 8, 30)).periods
    assert str(mention.value) == "30 Aug 2013–29 Aug 2018"


@pytest.mark.parametrize(
    ("speech", "quotes"),
    [
        ("We hired 450 teachers and built 20 schools.", ["450 teachers", "20 schools"]),
        ("We hired 450 teachers and opened 20 schools.", ["450 teachers", "20 schools"]),
        ("We hired 450 teachers and nurses.", ["450 teachers and nurses"]),
        ("We hired 450 trained and paid teachers.", ["450 trained and paid teachers"]),
    ],
)
def test_what_is_counted_ends_where_another_deed_begins(speech, quotes):
    assert [claim.quote for claim in read_text(speech).claims] == quotes


@pytest.mark.parametrize(
    "said",
    ["British Columbia is green.", "The Spanish flu came.", "French-speaking pupils came.", "A Turkish delight."],
)
def test_what_only_bears_the_name_of_a_country(said):
    assert read_text(said).places == ()


@pytest.mark.parametrize(
    ("speech", "period"),
    [
        ("Births fell over the three years to 2021.", "2019–2021"),
        ("We have three years to 2030.", "2030"),
        ("In the twelve months to June 2021 births fell.", "Jul 2020–Jun 2021"),
    ],
)
def test_years_that_are_counted_up_to_one(speech, period):
    assert [str(mention.value) for mention in read_text(speech).periods] == [period]


def test_the_first_time_is_nothing_that_is_measured():
    (claim,) = read_text("The population fell below 2 million for the first time.").claims
    assert claim.measure == "population"


@pytest.mark.parametrize(
    ("speech", "measures"),
    [
        ("We have cut crime by half and doubled spending on schools.", ["crime", "spending on schools"]),
        ("We raised pensions by 5 percent.", ["pensions"]),
        ("Exports rose 5 percent and fell sharply by 3 percent.", ["Exports", "Exports"]),
    ],
)
def test_what_is_cut_by_half_stands_behind_the_verb(speech, measures):
    assert [claim.measure for claim in read_text(speech).claims] == measures
