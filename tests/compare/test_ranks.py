"""Places in a row: the lowest since 1974, the third highest in the European Union, more than any other country."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.each import each
from workbench.compare import outcome, plan
from workbench.compare.judging.agreement import ORDER
from workbench.core.finding import Agreement
from workbench.core.series import Additivity, SeriesRef
from workbench.extract import read_text

# Unemployment rates, yearly, percent, as Eurostat (une_rt_a) and the World Bank give them, rounded
GERMANY = {"2016": "4.1", "2017": "3.8", "2018": "3.4", "2019": "3.1", "2020": "3.8", "2021": "3.6", "2022": "3.1"}
G7 = {
    "DEU": GERMANY,
    "FRA": {"2021": "7.9", "2022": "7.3"},
    "ITA": {"2021": "9.5", "2022": "8.1"},
    "CAN": {"2021": "7.5", "2022": "5.3"},
    "JPN": {"2021": "2.8", "2022": "2.6"},
    "GBR": {"2021": "4.8", "2022": "3.7"},
    "USA": {"2021": "5.3", "2022": "3.6"},
}
E, R, N, A, O, U = (  # noqa: E741
    Agreement.EXACT, Agreement.ROUNDS_TO, Agreement.NEAR, Agreement.APART, Agreement.OPPOSITE, Agreement.UNDECIDED,
)  # fmt: skip

HEARD = [
    # the speech, how it agrees, the place claimed, the place measured
    ("In 2021 unemployment in Germany was the second lowest in the G7.", E, 2, 2),
    ("In 2021 Germany had the lowest unemployment in the G7.", A, 1, 2),
    ("In 2021 Italy had the highest unemployment in the G7.", E, 1, 1),
    ("In 2021 Japan had the highest unemployment in the G7.", O, 1, 7),
    ("In 2021 Italy had higher unemployment than any other country in the G7.", E, 1, 1),
    ("In 2022 Canada had the third highest unemployment rate in the G7.", E, 3, 3),
    ("France ranked second in the G7 for unemployment in 2022.", E, 2, 2),
    ("Unemployment in 2019 was the lowest since 2016.", E, 1, 1),
    ("Unemployment in 2021 was the lowest since 2019.", E, 1, 1),
    ("Unemployment in 2021 was the lowest since 2018.", A, 1, 2),
    ("Unemployment in 2022 was the lowest since 2016.", R, 1, 1),  # 3.1 was reached in 2019 too: a tie
    ("Unemployment in 2020 was the highest since 2017.", E, 1, 1),
    ("Unemployment fell to a five-year low in 2021.", A, 1, 3),  # 2018 and 2019 were lower
    ("In 2019 unemployment was at an all-time low.", E, 1, 1),
    ("Unemployment fell to a record 3.1 percent in 2019.", E, 1, 1),
    (
        "In 2019 Germany had the lowest number of people in unemployment of all the years in the last three years.",
        E,
        1,
        1,
    ),
    ("In 2016 unemployment was at an all-time low.", U, 1, None),  # nothing stands before it
]


@each(("speech", "how", "claimed", "measured"), HEARD)
def test_a_place_in_a_row(make, speech, how, claimed, measured):
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    found = next(f for f in make.heard(speech, series, G7) if f.part == "rank")
    assert (found.agreement, found.claimed) == (how, claimed), found.why
    assert found.measured == measured
    assert found.trace.result == found.measured


def test_who_stands_before_it_is_named(make):
    """In 2021 Germany had the lowest unemployment in the G7."""
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    (found,) = make.heard(test_who_stands_before_it_is_named.__doc__, series, G7)
    assert "the 2nd lowest of 7 places (G7)" in found.why
    assert "Lower: Japan (2.8)." in found.why


def test_the_year_that_breaks_a_record_is_named(make):
    """Unemployment in 2021 was the lowest since 2018."""
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    (found,) = make.heard(test_the_year_that_breaks_a_record_is_named.__doc__, series, G7)
    assert "Lower: 2019 (3.1)." in found.why
    assert outcome([found])[0] == "contradicted"


def test_a_tie_is_told(make):
    """Unemployment in 2022 was the lowest since 2016."""
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    (found,) = make.heard(test_a_tie_is_told.__doc__, series, G7)
    assert ("tie", "It shares the place with 2019.") in [(c.kind, c.says) for c in found.caveats]


def test_a_row_with_gaps_tells_no_place_unless_what_is_there_refutes_it(make):
    """In 2021 Germany had the lowest unemployment in the European Union."""
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    some = {"DEU": {"2021": "3.6"}, "FRA": {"2021": "7.9"}, "ITA": {"2021": "9.5"}}
    speech = test_a_row_with_gaps_tells_no_place_unless_what_is_there_refutes_it.__doc__
    (found,) = make.heard(speech, series, some)
    assert found.agreement is U
    assert {"row-incomplete", "places-without-figure"} <= {c.kind for c in found.caveats}
    (refuted,) = make.heard(speech, series, some | {"CZE": {"2021": "2.8"}})
    assert refuted.agreement is A


def test_the_union_of_2015_has_the_united_kingdom_in_it(make):
    """In 2015 Germany took in the second highest number of refugees in the European Union."""
    members = "AUT BEL BGR HRV CYP CZE DNK EST FIN FRA GRC HUN IRL ITA LVA LTU LUX MLT NLD POL PRT ROU SVK SVN ESP SWE"
    figures = {code: {"2015": "1", "2020": "1"} for code in members.split()}
    figures |= {"DEU": {"2015": "5", "2020": "5"}, "GBR": {"2015": "9", "2020": "9"}}
    speech = test_the_union_of_2015_has_the_united_kingdom_in_it.__doc__
    series = make.series("refugee", title="Refugees")
    assert next(f for f in make.heard(speech, series, figures) if f.part == "rank").agreement is E
    later = next(f for f in make.heard(speech.replace("2015", "2020"), series, figures) if f.part == "rank")
    assert (later.agreement, later.measured) == (A, 1)


def test_a_groups_own_figure_is_no_place_among_its_members(make):
    """In 2022 Japan had the lowest unemployment in the G7."""
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    with_groups = G7 | {"EU27": {"2022": "0.1"}, "WLD": {"2022": "0.1"}, "G7": {"2022": "0.1"}}
    (found,) = make.heard(test_a_groups_own_figure_is_no_place_among_its_members.__doc__, series, with_groups)
    assert (found.agreement, found.measured) == (E, 1)


def test_a_record_that_the_series_cannot_reach_back_to_is_not_called_one(make):
    """Unemployment in 2019 was the lowest since 1990."""
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    speech = test_a_record_that_the_series_cannot_reach_back_to_is_not_called_one.__doc__
    (found,) = make.heard(speech, series, G7)
    assert found.agreement is U
    assert "series-begins" in {c.kind for c in found.caveats}


def test_a_rank_beside_a_change_is_not_what_is_claimed(make):
    """Unemployment fell from 3.8% in 2020 (the third lowest in the G7) to 3.6% in 2021."""
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    found = make.heard(test_a_rank_beside_a_change_is_not_what_is_claimed.__doc__, series, G7)
    assert {"change", "from", "to"} <= {f.part for f in found}


OPEN = [
    ("In 2021 Germany had the fastest growth of unemployment in the G7.", "rank-of-change"),
    ("In 2021 the European Union had the lowest unemployment in the world.", "group-in-row"),
    # what leaves the place or the row open is not guessed at
    ("In 2021 Italy had one of the highest unemployment rates in the G7.", "rank"),
    ("Unemployment was the lowest since the crisis.", "since-unknown"),
    ("In 2021 Italy had the worst unemployment in the G7.", "rank"),
]


@pytest.mark.parametrize(("speech", "why"), OPEN)
def test_words_that_leave_the_place_open_decide_nothing(make, speech, why):
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    found = make.heard(speech, series, G7 | {"EU27": {"2021": "7.1"}})
    assert {f.agreement for f in found} <= {U}
    assert not found or why in {c.kind for f in found for c in f.caveats}


def test_a_war_names_a_year(make):
    """In 2019 unemployment in Germany was the lowest since World War II."""
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    figures = {"DEU": {str(year): str(10 + year % 7) for year in range(1946, 2019)} | {"2019": "3.1"}}
    (found,) = make.heard(test_a_war_names_a_year.__doc__, series, figures)
    assert found.agreement is E
    assert "of 74 figures since 1946" in found.why


def test_a_year_of_months_is_set_beside_years_of_months(make):
    """Unemployment in 2022 was the lowest since 2019."""
    months = {
        f"{year}-{month:02}": str(100 - year % 100 + month % 3) for year in range(2019, 2024) for month in range(1, 13)
    }
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    (found,) = make.heard(test_a_year_of_months_is_set_beside_years_of_months.__doc__, series, {"DEU": months})
    assert (found.agreement, found.period.label) == (E, "2022")
    assert "of 3 figures since 2020" in found.why
    cells = {row.evidence: row.value for row in make.table({"DEU": months})}
    assert found.trace.replay(cells.__getitem__) == found.measured


FIRSTS = [
    # the speech, how the level agrees, how that it was never so before
    ("Unemployment fell below 3.5 percent for the first time since 2016 in 2018.", R, R),
    ("Unemployment fell below 3.5 percent for the first time since 2016 in 2019.", R, A),  # 3.4 in 2018 already
    ("Unemployment fell below 3 percent for the first time in 2019.", N, R),  # nor did it then, if nearly
    ("Unemployment fell below 3.5 percent for the first time since 1990 in 2018.", R, U),  # the series begins in 2016
    ("Unemployment fell to 3.4 percent for the first time in 2018.", R, R),  # what it fell to it had not been below
    ("Unemployment fell to 3.4 percent for the first time in 2019.", R, A),
    ("Unemployment was 3.4 percent for the first time in 2018.", R, U),  # so much, or so little?
]


@pytest.mark.parametrize(("speech", "level", "before"), FIRSTS)
def test_first_times(make, speech, level, before):
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    now, earlier = make.heard(speech, series, G7)
    assert (now.agreement, earlier.agreement) == (level, before), (now.why, earlier.why)


PEAKS = [
    ("Unemployment peaked at 4.1 percent in 2016.", E),
    ("Unemployment peaked at 3.8 percent in 2020.", N),  # of its cycle: 3.1 before and 3.6 after, but 4.1 in 2016
    ("Unemployment peaked at 3.1 percent in 2019.", O),
]


@pytest.mark.parametrize(("speech", "how"), PEAKS)
def test_peaks_are_those_of_a_cycle(make, speech, how):
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    found = next(f for f in make.heard(speech, series, G7) if f.part == "rank")
    assert found.agreement is how, found.why


PLANS = [
    # the speech, the places asked for, the first year asked for
    ("Unemployment was at a record low in 2022.", ("DEU",), 1800),
    ("Unemployment was the lowest since 1974.", ("DEU",), 1969),
    ("In 2021 Germany had the lowest unemployment in the G7.", ("CAN", "DEU", "FRA", "GBR", "ITA", "JPN", "USA"), 2016),
    ("In 2021 Germany had the lowest unemployment in the world.", (), 2016),
    ("In 2021 unemployment in Germany was lower than in France.", ("DEU", "FRA"), 2016),
    ("Unemployment fell for the ninth year in a row in 2019.", ("DEU",), 2009),  # nine years before 2023, and five more
    ("Unemployment fell to a 20-year low in 2022.", ("DEU",), 1998),
    ("Unemployment fell below 4 percent for the first time.", ("DEU",), 1800),
    ("Unemployment peaked at 7 percent in 2010.", ("DEU",), 2005),
    ("The price index stood at 120 points in 2022 (2010 = 100).", ("DEU",), 2005),
]


@each(("speech", "places", "first"), PLANS)
def test_what_a_row_needs_is_asked_for(make, speech, places, first):
    series = make.series("%", title="Unemployment rate")
    claim, *_ = read_text(speech, said=date(2023, 5, 10), place="DEU", language="en", document="d").claims
    asked = plan(claim, series)
    assert (asked.ref, asked.places, asked.first) == (SeriesRef("unhcr", "asylum"), places, first)


def test_members_of_the_year_that_is_spoken_of_are_asked_for_too(make):
    """In 2015 Germany had the lowest unemployment in the European Union."""
    speech = test_members_of_the_year_that_is_spoken_of_are_asked_for_too.__doc__
    (claim,) = read_text(speech, said=date(2023, 5, 10), place="DEU", language="en", document="d").claims
    assert "GBR" in plan(claim, make.series("%")).places


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(0, 60), min_size=6, max_size=6), st.integers(0, 60), st.integers(1, 30))
def test_moving_the_figure_up_the_row_never_makes_a_worse_place_of_the_highest(make, others, own, further):
    """In 2021 Germany had the highest unemployment in the G7."""
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    speech = test_moving_the_figure_up_the_row_never_makes_a_worse_place_of_the_highest.__doc__
    codes = ("FRA", "ITA", "CAN", "JPN", "GBR", "USA")

    def heard(value):
        figures = {code: {"2021": str(v)} for code, v in zip(codes, others, strict=True)}
        return make.heard(speech, series, figures | {"DEU": {"2021": str(value)}})[0]

    here, higher = heard(own), heard(own + further)
    assert ORDER.index(higher.agreement) <= ORDER.index(here.agreement)
    assert higher.measured <= here.measured


@settings(max_examples=50, deadline=None)
@given(st.lists(st.decimals(-1000, 1000, places=1), min_size=2, max_size=30))
def test_every_row_replays(make, values):
    """Unemployment was the lowest on record."""
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    figures = {str(2022 - n): str(value) for n, value in enumerate(values)}
    (found,) = make.heard(test_every_row_replays.__doc__, series, {"DEU": figures})
    lower = sum(Decimal(value) < values[0] for value in values[1:])
    assert found.measured == 1 + lower
    rows = {row.evidence: row.value for row in make.table({"DEU": figures})}
    assert found.trace.replay(rows.__getitem__) == found.measured
