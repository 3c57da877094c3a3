"""Sentences that put a table into words: ranks, brackets, groups of people, units of the subject. The docstring is the speech."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.each import each
from workbench.core.claim import ClaimKind, Direction
from workbench.core.period import year
from workbench.core.quantity import Dimension, Relation
from workbench.extract import read_text


def measures(text: str) -> list[str]:
    return [claim.measure for claim in read_text(text).claims]


# --- ranks ---------------------------------------------------------------------------------------------


def test_a_rank_is_neither_an_amount_nor_a_measure(claim):
    """Norway's alcohol consumption rose from rank 31 in 2001 with 5.5 litres to rank 24 in 2015 with 6.1 litres."""
    assert claim.measure == "alcohol consumption"
    assert [m.value.low for m in claim.amounts] == [Decimal("5.5"), Decimal("6.1")]
    assert claim.change.value.direction is Direction.UP
    assert (claim.change.value.base, claim.period.value) == (year(2001), year(2015))


def test_where_the_ranking_itself_fell_the_figures_are_levels(reading):
    """Malta's ranking for school attendance fell from 2nd in 2008 (97%) to 15th in 2016 (88%)."""
    assert [claim.amount.value.low for claim in reading.claims] == [97, 88]
    assert all(claim.change is None for claim in reading.claims)
    assert {claim.measure for claim in reading.claims} == {"school attendance"}


def test_a_move_in_rank_alone_is_a_rank(claim):
    """Portugal rose from 14th to 9th place in renewable energy among the countries of the region."""
    assert claim.kind is ClaimKind.RANK
    assert claim.change is None


def test_ranks_give_the_base_of_the_fall_behind_them(claim):
    """Rail freight in Latvia went from 3rd place in 2012 to 8th place in 2019, with tonnage falling from 60 to 41 million tonnes."""
    assert (claim.change.value.base, claim.period.value) == (year(2012), year(2019))
    assert claim.measure.startswith("tonnage")


def test_the_group_one_is_ranked_among_is_not_the_place(claim):
    """Among OECD countries, Chile's obesity rate was the third highest, at 34 percent."""
    assert claim.place == "CHL"


def test_the_group_is_the_place_where_nothing_is_ranked(claim):
    """Among OECD countries, the average tax wedge was 34.6 percent."""
    assert claim.place == "OECD"


def test_the_city_of_a_group_is_not_the_group():
    (claim,) = read_text(
        "The population of the OECD city of Izmir increased from 2,500,000 to 3,000,000 persons."
    ).claims
    assert claim.place is None


def test_a_rank_said_of_a_figure_is_a_claim_beside_it(reading):
    """Peru's maternal mortality, at 68 deaths per 100,000 live births in 2019, was the third highest in the region."""
    assert [claim.kind for claim in reading.claims] == [ClaimKind.LEVEL, ClaimKind.RANK]
    assert {claim.measure.split(" deaths")[0] for claim in reading.claims} == {"maternal mortality"}


# --- what a claim measures -----------------------------------------------------------------------------


@each(
    ("said", "measure"),
    [
        ("Output (excluding mining) of small firms fell by 4 percent.", "Output excluding mining of small firms"),
        (
            "Spending on housing, water and community services rose by 4 percent.",
            "Spending housing water community services",
        ),
        ("Wages in local currency, adjusted for hours, fell by 4 percent.", "Wages adjusted for hours"),
        ("The share of women who work part-time was 44 percent.", "share of women who work part-time"),
        ("Of all firms, 39% could not find staff.", "all firms find staff"),
        ("Mr Speaker, wages and pensions rose by 4 percent.", "wages pensions"),
        ("Thanks to our reforms, exports and imports grew by 7 percent.", "exports imports"),
        ("Infant mortality, at 3.1 deaths per 1,000 live births, is low.", "Infant mortality deaths per live births"),
        ("Catches peaked early, with landings dropping from 90 to 40 tonnes.", "landings"),
        ("Norway's spending on roads, bridges, tunnels fell by 4 percent.", "spending roads bridges tunnels"),
        ("The tax rate for parents when starting work was 38% of pay.", "tax rate for parents"),
        ("Emissions of SF6 and CO2 fell by 5 percent.", "Emissions of SF6 CO2"),
        ("Youth not in employment made up 11.9% of all.", "Youth not employment"),
    ],
)
def test_measures(said, measure):
    found = measures(said)
    assert len(found) == 1
    assert set(measure.split()) - {"who", "all", "work"} <= set(found[0].split()), found[0]


def test_a_fall_behind_a_comma_measures_what_the_clause_before_does(reading):
    """The benefit level decreased by 5 percentage points in 2003, dropping from 44% to 39% of earlier earnings."""
    assert [claim.measure for claim in reading.claims] == ["benefit level", "benefit level"]


def test_a_peak_is_one_of_what_was_spoken_of(reading):
    """Inflows were 53 million euros higher in 2014 than in 2019, with a peak of 69 million euros in 2014."""
    assert reading.claims[1].measure == "Inflows"


def test_a_figure_in_brackets_measures_what_stands_around_them(claim):
    """Union density is high in Iceland (92 percent of employees)."""
    assert claim.measure.startswith("Union density")


# --- who is counted ------------------------------------------------------------------------------------


def test_how_long_people_were_jobless_is_no_claim(claim):
    """The share of men aged 25 to 54 who had been unemployed for one year or more was 36% in 2015."""
    assert claim.amount.value.low == 36
    assert "25 to 54" in claim.measure
    assert "one year" in claim.measure


def test_hours_and_children_describe_too(claim):
    """A couple with two children, each working 40 hours per week, paid 21 percent of its wages in tax."""
    assert claim.amount.value.unit.dimension is Dimension.SHARE


def test_alone_they_are_claims():
    """Nothing else is claimed there."""
    (claim,) = read_text("Nurses have been working for 60 hours per week.").claims
    assert claim.amount.value.low == 60


def test_a_ratio_needs_no_unit(claim):
    """The ratio of debt to income of households was 1.7 in 2019."""
    assert (claim.amount.value.low, claim.measure) == (Decimal("1.7"), "ratio of debt to income of households")


# --- units ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "unit"),
    [
        ("Spending rose from 20 million to 31 million national currency units.", "national currency unit"),
        ("Spending rose from 20 million to 31 million in local currency.", "national currency unit"),
        ("The price index had a 0.4 percentage change.", "percentage"),
        ("Wages in US dollars rose from 39,000 to 57,000.", "dollar"),
        ("Output (EUR, constant prices) rose from 39,000 to 57,000.", "euro"),
        ("The number of nurses per 1,000 inhabitants rose from 7 to 9.", "nurse per 1,000 inhabitants"),
        ("Deaths per 100,000 population fell from 20 to 12.", "death per 100,000 population"),
    ],
)
def test_units_said_away_from_the_figure(said, unit):
    assert {str(m.value.unit) for m in read_text(said).amounts} == {unit}


def test_the_base_of_a_rate_is_no_amount(reading):
    """Doctors per 1,000 inhabitants rose to 4.2."""
    assert [m.value.low for m in reading.amounts] == [Decimal("4.2")]


def test_a_couple_of_thousand(claim):
    """A couple of thousand people came."""
    assert (claim.amount.value.low, claim.amount.value.relation) == (2000, Relation.ABOUT)


# --- time and kind -------------------------------------------------------------------------------------


def test_from_about_one_figure_to_another_is_a_change(claim):
    """Container traffic increased from approximately 150,000 to 540,000 units."""
    assert claim.change.value.origin.value.low == 150_000


def test_from_a_low_to_a_high(claim):
    """The ratio increased from a low of 2.1 in 2010 to a high of 2.4 in 2019."""
    assert (claim.change.value.origin.value.low, claim.change.value.base) == (Decimal("2.1"), year(2010))


def test_a_negative_level_is_no_fall(claim):
    """The trade balance was -4.2% of GDP in 2016."""
    assert claim.kind is ClaimKind.LEVEL
    assert claim.amount.value.low == Decimal("-4.2")


def test_the_base_may_open_the_sentence(claim):
    """Compared with 2010, emissions were 15% lower in 2019."""
    assert (claim.change.value.base, claim.period.value) == (year(2010), year(2019))


def test_a_figure_takes_the_period_right_behind_it(reading):
    """The index changed from 1st place with 0.42 percent in 2016 to 4th place with 0.1 percent in 2017."""
    assert [claim.period.value for claim in reading.claims] == [year(2016), year(2017)]


def test_higher_than_elsewhere_is_a_comparison(claim):
    """The price level of food in Switzerland was 67% higher than the EU average in 2019."""
    assert claim.kind is ClaimKind.COMPARISON
    assert (claim.place, claim.change.value.base, claim.period.value) == ("CHE", None, year(2019))


@pytest.mark.parametrize(
    ("said", "promise"),
    [
        ("Families lost 38% of income due to taxes.", False),
        ("Deaths fell due to better care for 40,000 patients.", False),
        ("Pensions are due to rise by 4 percent.", True),
        ("The bridge, due to open in 2030, at a cost of 5 million euros.", True),
        ("The bridge, due to open in 2030, costs 5 million euros.", False),
    ],
)
def test_due_to_is_a_promise_only_before_a_deed(said, promise):
    kinds = {claim.kind for claim in read_text(said).claims}
    assert (ClaimKind.PROMISE in kinds) is promise


def test_what_has_not_fallen_may_have_risen(claim):
    """Crime has not fallen since 2015."""
    assert (claim.change.value.direction, claim.change.value.denied) == (Direction.FLAT, Direction.DOWN)


# --- places in a row -----------------------------------------------------------------------------------


def test_among_the_bottom_five_is_a_rank_and_no_five_countries(claim):
    """In 2011, Malta was among the bottom 5 OECD countries for public water supply."""
    assert claim.kind is ClaimKind.RANK
    assert (claim.place, claim.amount) == ("MLT", None)
    assert "public water supply" in claim.measure
    assert "countries" not in claim.measure


def test_among_the_lowest_three_with_a_figure(claim):
    """In 2011, Malta was among the lowest 3 countries in the EU for patents per head, with a value of 5.3 per cent."""
    assert (claim.place, claim.amount.value.low) == ("MLT", Decimal("5.3"))
    assert "patents per head" in claim.measure


def test_a_move_in_rank_is_a_rank_whatever_verb(claim):
    """Georgia's rank for value added in farming fell from 1st in 2013 to 59th in 2017."""
    assert claim.kind is ClaimKind.RANK


def test_a_negative_growth_is_a_fall(claim):
    """Portugal had a -2.8 percent growth of output in 2015."""
    assert (claim.change.value.direction, claim.change.value.amount.value.low) == (Direction.DOWN, Decimal("2.8"))


def test_a_minus_in_brackets(reading):
    """It made a loss (-0.82 million euros)."""
    assert [m.value.low for m in reading.amounts] == [Decimal(-820_000)]


def test_a_subject_before_words_on_how_it_is_measured(claim):
    """Labour market insecurity, measured as earnings lost, was 3.8% for the unskilled."""
    assert claim.measure.startswith("Labour market insecurity")
