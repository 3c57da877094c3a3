"""What a finding on a row, a first time or a pace shows: its sentence, its lines with their units, its caveats, its period."""

from __future__ import annotations

import pytest

from tests.compare.test_ranks import G7, A, E, O, R, U
from workbench.core.series import Additivity

UNEMPLOYMENT = {"title": "Unemployment rate", "unit": "%", "adds": Additivity.MEAN}
ASYLUM = {"title": "Asylum applicants", "unit": "applicant"}
APPLICANTS = {"DEU": {"2021": "164250"}, "FRA": {"2021": "120000"}}
ANYWHERE = ("assumed-place", "The claim names no place; Germany, the document's own, is assumed.")
WHOSE = ("assumed-row", "The claim does not say among whom; all countries of the series were taken.")
FAR_BACK = ("as-far-back", "The series goes back to 2016: earlier years could not be looked at.")
IN_THE_G7 = (
    ("Germany, 2021: 3.6", "percentage"), ("Canada, 2021: 7.5", "percentage"), ("France, 2021: 7.9", "percentage"),
    ("United Kingdom, 2021: 4.8", "percentage"), ("Italy, 2021: 9.5", "percentage"), ("Japan, 2021: 2.8", "percentage"),
    ("United States, 2021: 5.3", "percentage"),
)  # fmt: skip
BOTTOM = ("place 2 of 7, counted from the bottom", "place")

ROWS = [
    # the speech; agreement, measured less claimed; the sentence; what is to be known; the lines
    (
        "In 2021 Germany had the lowest unemployment in the G7.", A, "1",
        "UNHCR gives 3.6 % in 2021, the 2nd lowest of 7 places (G7), where the claim says “lowest”. Lower: Japan (2.8).",
        (), (*IN_THE_G7, BOTTOM),
    ),
    (
        "In 2021 Germany had the lowest unemployment of these countries.", U, "1",
        (
            "UNHCR gives 3.6 % in 2021, the 2nd lowest of 7 places (all countries of the series), where the claim says “lowest”. "
            f"Lower: Japan (2.8). {WHOSE[1]}"
        ),
        (WHOSE,), (*IN_THE_G7, BOTTOM),
    ),
    (
        "Unemployment in 2022 was the lowest since 2019.", E, "0",
        "UNHCR gives 3.1 % in 2022, the lowest of 3 figures since 2020, as the claim says.",
        (ANYWHERE,),
        (
            ("Germany, 2022: 3.1", "percentage"), ("Germany, 2020: 3.8", "percentage"), ("Germany, 2021: 3.6", "percentage"),
            ("place 1 of 3, counted from the bottom", "place"),
        ),
    ),
    (
        "In 2019 Germany had the lowest unemployment in the G7.", U, None,
        "No figure of G7 for that period is at hand to set beside it.",
        (("row-of-one", "No figure of G7 for that period is at hand to set beside it."),), (),
    ),
]  # fmt: skip


def shown(found):
    """Return what a reader sees of a finding, beside its title."""
    return (
        found.agreement,
        None if found.difference is None else str(found.difference.normalize()),
        found.why,
        tuple((caveat.kind, caveat.says) for caveat in found.caveats),
        tuple((step.says, step.unit) for step in found.trace.steps),
    )


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_a_finding_on_a_row_shows_its_row(make, row):
    speech, *rest = row
    (found,) = make.heard(speech, make.series(**UNEMPLOYMENT), G7)
    year = speech.split("In " if speech.startswith("In") else "in ")[1][:4]
    assert shown(found) == tuple(rest)
    assert (found.title, found.period.label) == (f"Unemployment rate, Germany, {year}", year)
    assert (found.place, found.unit, str(found.claimed_range)) == ("DEU", "place", "[1, 1]")


def test_what_is_counted_is_counted_and_who_is_missing_is_named(make):
    """In 2021 Germany had the highest number of asylum applicants in the G7."""
    speech = test_what_is_counted_is_counted_and_who_is_missing_is_named.__doc__
    (found,) = make.heard(speech, make.series(**ASYLUM), APPLICANTS)
    assert (
        found.why
        == "UNHCR counts 164,250 applicants in 2021, the highest of 2 places (G7), where the claim says “highest”."
    )
    assert [(caveat.kind, caveat.says) for caveat in found.caveats] == [
        ("row-incomplete", "5 of the row have no figure here: the place in it cannot be told."),
        ("places-without-figure", "No figure for Canada, United Kingdom, Italy, Japan, United States."),
    ]


def test_the_list_that_europe_is_read_as_is_named(make):
    """In 2021 Germany had the lowest unemployment in Europe."""
    (found,) = make.heard(test_the_list_that_europe_is_read_as_is_named.__doc__, make.series(**UNEMPLOYMENT), G7)
    assert "the lowest of 4 places (Europe)" in found.why  # not Canada, Japan and the United States
    told = {caveat.kind: caveat.says for caveat in found.caveats}
    assert told["row-of-places"].startswith("Europe is taken as the United Nations list it: ")
    assert told["places-without-figure"].startswith(
        "No figure for Åland Islands, Albania, Andorra, Austria, Belgium, Bulgaria and "
    )


PACES = [
    # the speech, the sentence, the line
    ("450 people a day", "450 persons a day, exactly what the claim says.", "164,250 / 365 days = 450 a day"),
    ("1 person a day", "450 persons a day, where the claim says 1 person.", "164,250 / 365 days = 450 a day"),
    ("13,000 people a month", "13,688 persons a month, close to the claimed 13,000 persons.", "164,250 / 12 months = 13,687.5 a month"),
    ("41,000 people a quarter", "41,062 persons a quarter, in line with the claimed 41,000 persons.", "164,250 / 4 quarters = 41,062.5 a quarter"),
]  # fmt: skip


@pytest.mark.parametrize(("pace", "says", "line"), PACES)
def test_a_pace_is_shown_with_the_count_that_it_is_made_of(make, pace, says, line):
    """164,250 in a year of 365 days."""
    (found,) = make.heard(f"{pace} applied for asylum in 2021.", make.series(**ASYLUM), APPLICANTS)
    assert found.why == f"UNHCR gives 164,250 applicants in 2021: {says}"
    assert [(step.says, step.unit) for step in found.trace.steps] == [
        ("Germany, 2021: 164,250", "applicant"),
        (line, "person"),
    ]
    assert (found.period.label, found.unit, found.place) == ("2021", "person", "DEU")


def test_a_month_of_days_has_its_pace(make):
    """450 people a day applied for asylum in May 2021."""
    speech = test_a_month_of_days_has_its_pace.__doc__
    (found,) = make.heard(speech, make.series(**ASYLUM), {"DEU": {"2021-05": "13950"}})
    assert found.trace.steps[-1].says == "13,950 / 31 days = 450 a day"


def test_weeks_are_shown_with_two_decimals(make):
    """3,150 people a week applied for asylum in 2021."""
    speech = test_weeks_are_shown_with_two_decimals.__doc__
    (found,) = make.heard(speech, make.series(**ASYLUM), APPLICANTS)
    assert found.trace.steps[-1].says == "164,250 / 52.14 weeks = 3,150.00 a week"
    assert round(found.measured, 6) == 3150  # of all 365 / 7 weeks, not of 52.14


def test_a_pace_of_a_year_without_a_figure_says_so(make):
    (found,) = make.heard("450 people a day applied for asylum in 2020.", make.series(**ASYLUM), APPLICANTS)
    assert (found.agreement, found.period.label) == (U, "2020")
    assert found.why == "“Asylum applicants” has no figure for Germany in 2020. It has 2021 to 2021."
    assert found.why in [caveat.says for caveat in found.caveats]


FIRSTS = [
    # the speech; agreement, measured less claimed; the sentence; what is to be known of the row; the lines
    (
        "Unemployment rose above 4 percent for the first time in 2017.", A, "0.1",
        "UNHCR gives 4.1 in 2016 already, where the claim says that more than 4 % was a first.", (FAR_BACK, ANYWHERE),
        (("Germany, 2016: 4.1", "percentage"), ("the highest of 1 figure before: 4.1", "%")),
    ),
    (
        "Unemployment fell below 3.5 percent for the first time in 2018.", R, "0.3",
        "UNHCR gives no figure of less than 3.5 % from 2016 until 2018, as the claim says.", (FAR_BACK, ANYWHERE),
        (("Germany, 2016: 4.1", "percentage"), ("Germany, 2017: 3.8", "percentage"), ("the lowest of 2 figures before: 3.8", "%")),
    ),
    (
        "Unemployment fell below 3 percent for the first time in 2016.", U, None,
        "“Unemployment rate” has no figure before 2016 to set beside it.",
        (("row-of-one", "“Unemployment rate” has no figure before 2016 to set beside it."), ANYWHERE), (),
    ),
    (
        "Unemployment fell below 3 percent for the first time in 2015.", U, None,
        "“Unemployment rate” has no figure for Germany in 2015. It has 2016 to 2022.",
        (("no-figure", "“Unemployment rate” has no figure for Germany in 2015. It has 2016 to 2022."), ANYWHERE), (),
    ),
]  # fmt: skip


@pytest.mark.parametrize("row", FIRSTS, ids=[row[0] for row in FIRSTS])
def test_a_first_time_shows_the_figures_before(make, row):
    speech, *rest = row
    _, found = make.heard(speech, make.series(**UNEMPLOYMENT), G7)
    assert shown(found) == tuple(rest)
    assert (found.unit, found.place) == ("%", "DEU")


def test_a_row_that_begins_late_is_said_to(make):
    """Unemployment fell below 3.5 percent for the first time since 1990 in 2018."""
    _, found = make.heard(test_a_row_that_begins_late_is_said_to.__doc__, make.series(**UNEMPLOYMENT), G7)
    assert (found.agreement, found.period.label) == (U, "2018")
    late = ("series-begins", "The series begins in 2016, after the row that the claim speaks of.")
    assert late in [(caveat.kind, caveat.says) for caveat in found.caveats]
    _, whole = make.heard(
        "Unemployment fell below 3.5 percent for the first time since 2015 in 2018.", make.series(**UNEMPLOYMENT), G7
    )
    assert whole.agreement is R
    assert "series-begins" not in [caveat.kind for caveat in whole.caveats]


def test_the_last_of_two_is_not_the_opposite_of_the_first(make):
    """Two figures have a higher and a lower one; only among three is the last far from the first."""
    speech = "Unemployment in 2021 was the highest since 2019."
    few = {"DEU": {"2020": "3.8", "2021": "3.6"}}
    more = {"DEU": {"2020": "3.8", "2021": "3.6", "2022": "3.9"}}
    series = make.series(**UNEMPLOYMENT)
    assert make.heard(speech, series, few)[0].agreement is A
    assert (
        make.heard("Unemployment in 2021 was the highest since 2018.", series, {"DEU": {"2019": "3.9"} | more["DEU"]})[
            0
        ].agreement
        is O
    )
