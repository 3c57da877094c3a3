"""What leaves a finding open, and what does not: figures of another order, wholes in other languages, growth with the other sign."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from workbench.compare import check, outcome
from workbench.core.finding import Agreement, Caveat, Finding
from workbench.core.series import Additivity, Series, SeriesRef
from workbench.extract import read_text

SAID = date(2021, 3, 31)


def heard(make, speech, series, figures, *, language="en", place="RWA"):
    claims = read_text(speech, said=SAID, place=place, language=language, document="d").claims
    return [f for c in claims for f in check(c, series, make.table({place: figures}), today=SAID)]


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("30,000", "supported"),
        ("36,000", "contradicted"),
        ("30 million", "contradicted"),  # thousands for millions
        ("300,000", "contradicted"),  # a digit too many
        ("8.7", "undecided"),  # one head's for all
        ("2.1", "undecided"),
    ],
)
def test_a_figure_of_another_order_is_of_something_else(make, said, word):
    series = make.series("t", title="Carbon dioxide emissions", adds=Additivity.SUM)
    speech = f"Carbon dioxide emissions were {said} tonnes in 2019."
    assert outcome(heard(make, speech, series, {"2018": "29100", "2019": "30000", "2020": "30700"}))[0] == word


@pytest.mark.parametrize("speech", ["The economy grew by 2.8 percent in 2020.", "GDP rose by 2.8 percent in 2020."])
def test_growth_that_was_a_fall_is_contradicted(make, speech):
    series = make.series("%", title="GDP growth (annual %)", adds=Additivity.MEAN)
    assert outcome(heard(make, speech, series, {"2019": "9.4", "2020": "-2.8"}))[0] == "contradicted"


@pytest.mark.parametrize("change", ["fell by {} percent", "were {} percent lower"])
def test_the_year_to_a_month_of_an_index_is_measured_between_the_two_months(make, change):
    series = make.series("index", title="Food prices, index", adds=Additivity.UNKNOWN)
    figures = {f"{y}-{m:02}": str(100 + (2020 - y) * 10 + m) for y in (2018, 2019, 2020) for m in range(1, 13)}
    found = heard(make, f"Food prices {change.format('8.6')} in the year to June 2020.", series, figures)
    assert {round(each.measured or Decimal(0), 1) for each in found} == {Decimal("-8.6")}
    assert outcome(found)[0] == "supported"


@pytest.mark.parametrize(
    ("language", "speech"),
    [
        ("de", "2019 gingen {} Prozent des Bruttoinlandsprodukts in die Forschung."),
        ("de", "Für Forschung wurden 2019 {} Prozent der Wirtschaftsleistung ausgegeben."),
        ("mk", "Во 2019 година за наука се издвоени {} % од бруто-домашниот производ."),
        ("mk", "Во 2019 година за наука се издвоени {} отсто од БДП."),
    ],
)
def test_a_whole_said_in_another_language_is_that_of_the_title(make, language, speech):
    series = make.series("%", title="Research expenditure as a proportion of GDP", adds=Additivity.MEAN)
    for figure, word in (("0,7", "supported"), ("1,9", "contradicted")):
        found = heard(make, speech.format(figure), series, {"2018": "0.6", "2019": "0.7"}, language=language)
        assert outcome(found)[0] == word


@pytest.mark.parametrize("language", ["de", "mk"])
def test_another_whole_in_another_language_stays_open(make, language):
    speech = {
        "de": "2019 arbeiteten 0,7 Prozent der Beschäftigten in der Forschung.",
        "mk": "Во 2019 година 0,7 отсто од вработените беа во наука.",
    }
    series = make.series("%", title="Research expenditure as a proportion of GDP", adds=Additivity.MEAN)
    assert (
        outcome(heard(make, speech[language], series, {"2018": "0.6", "2019": "0.7"}, language=language))[0]
        == "undecided"
    )


@pytest.mark.parametrize(
    ("speech", "word"),
    [
        ("In 2019 almost 20 percent of people who wanted work were unable to find any.", "supported"),
        ("In 2019 almost 30 percent of those who went looking for a job found none.", "contradicted"),
        ("In 2019 almost 20 percent of all men found no work.", "undecided"),
    ],
)
def test_those_who_seek_work_are_the_whole_of_a_rate_of_unemployment(make, speech, word):
    series = make.series("%", title="Unemployment rate, persons aged 15 and over", adds=Additivity.MEAN)
    assert outcome(heard(make, speech, series, {"2018": "18", "2019": "19.5"}))[0] == word


@pytest.mark.parametrize(
    ("speech", "open_"),
    [
        ("Emissions of carbon dioxide came down 5 per cent from 2018 to 2019 under that very government.", False),
        ("Emissions of carbon dioxide came down 5 per cent from 2018 to 2019, under this administration.", False),
        ("Emissions of carbon dioxide were 5 per cent lower from 2018 to 2019 than the industry claimed.", True),
    ],
)
def test_under_whom_it_was_is_no_comparator(make, speech, open_):
    series = make.series("t", title="Carbon dioxide emissions", adds=Additivity.SUM)
    found = heard(make, speech, series, {"2018": "1000", "2019": "950"})
    assert ("comparator" in {caveat.kind for each in found for caveat in each.caveats}) is open_


@pytest.mark.parametrize("mean", ["im Monatsmittel", "im Monatsdurchschnitt", "im Schnitt", "im Durchschnitt"])
def test_a_mean_of_months_in_german(make, mean):
    series = make.series("person", title="Arbeitslose", adds=Additivity.LAST)
    figures = {f"2019-{m:02}": str(1000 + 10 * m) for m in range(1, 13)}
    found = heard(make, f"2019 gab es {mean} 1.065 Arbeitslose.", series, figures, language="de")
    assert outcome(found)[0] == "supported"


KINDS = {
    "place": ["assumed-place", "inherited-place"],
    "period": ["inherited-period"],
    "measure": ["measure-from-before"],
    "statistic": ["nominal", "percent-or-points"],
    "unit": ["unit-unsure"],
}
PAIRS = [
    (one, other)
    for first in KINDS
    for second in KINDS
    for one in KINDS[first]
    for other in KINDS[second]
    if first < second
]


def _found(agreement: Agreement, *kinds: str, formula: str = "") -> Finding:
    series = Series(ref=SeriesRef("mine", "a"), title="a")
    caveats = tuple(Caveat(kind, f"{kind}.") for kind in kinds)
    return Finding(
        claim="c", series=series, title="A", agreement=agreement, measured=Decimal(4), why="It gives 4.", caveats=caveats,
        formula=formula,
    )  # fmt: skip


@pytest.mark.parametrize("kinds", PAIRS, ids=" and ".join)
def test_a_contradiction_on_two_assumptions_is_left_open_and_says_so(kinds):
    for agreement in (Agreement.APART, Agreement.OPPOSITE):
        said, why = outcome([_found(agreement, *kinds)])
        assert said == "undecided"
        assert "More than one thing was assumed" in why
        assert outcome([_found(agreement, *kinds, formula="x * 2")])[0] == "contradicted"
    assert outcome([_found(Agreement.EXACT, *kinds)])[0] == "supported"


@pytest.mark.parametrize("kinds", PAIRS, ids=" and ".join)
@pytest.mark.parametrize(
    ("claimed", "open_"), [("3", False), ("7.5", False), ("-4", True), ("0.4", True), ("40", True)]
)
def test_a_figure_of_the_size_that_was_claimed_makes_up_for_assumptions(kinds, claimed, open_):
    found = replace(_found(Agreement.APART, *kinds), claimed=Decimal(claimed))
    assert (outcome([found])[0] == "undecided") is open_
    third = next(kind for kind, its in KINDS.items() if not set(kinds) & set(its))
    told = replace(_found(Agreement.APART, *kinds, KINDS[third][0]), claimed=Decimal(claimed))
    assert outcome([told])[0] == "undecided"  # "And 70 percent complain": measure, period and place are from before


@pytest.mark.parametrize("kind", [kind for kinds in KINDS.values() for kind in kinds])
def test_one_assumption_leaves_a_contradiction_as_it_is(kind):
    assert outcome([_found(Agreement.APART, kind)]) == ("contradicted", f"It gives 4. {kind}.")
    for other in next(kinds for kinds in KINDS.values() if kind in kinds):
        assert outcome([_found(Agreement.APART, kind, other)])[0] == "contradicted"
