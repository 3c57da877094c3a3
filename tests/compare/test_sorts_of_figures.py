"""What a figure is counted against, what it is one of, and what it tells of: each is read, or leaves the claim open."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.each import each
from workbench.compare import check, outcome
from workbench.compare.unit_conversion import fit
from workbench.core.finding import Agreement
from workbench.core.quantity import Dimension, Unit
from workbench.extract import read_text

SAID = date(2019, 6, 25)
RATES = {"SRB": {"2016": "34.9", "2017": "31.9", "2018": "29.7"}}


def judged(make, speech, figures, language="en", place="SRB", **series):
    claims = read_text(speech, said=SAID, place=place, document="d", language=language).claims
    table = make.table({place: figures})
    return outcome([f for claim in claims for f in check(claim, make.series(**series), table, today=SAID)])[0]


@pytest.mark.parametrize(
    ("language", "speech"),
    [
        ("en", "In 2017 one in three young people in the labour force was out of work."),
        ("en", "A third of the under-25s who wanted work had none in 2017."),
        ("en", "In 2017 a third of the young who were ready and able to work had no job."),
        ("de", "2017 war ein Drittel der erwerbswilligen Jugendlichen ohne Arbeit."),
        ("de", "Ein Drittel der Jugendlichen auf dem Arbeitsmarkt war 2017 arbeitslos."),
        ("mk", "Во 2017 година третина од младите на пазарот на трудот беа невработени."),
    ],
)
def test_those_who_seek_work_are_the_labour_force(make, language, speech):
    """One in three is 31.7 to 35 percent; of those who seek work, it is the rate of unemployment."""
    series = {"unit": "%", "title": "Youth unemployment rate, persons aged 15 to 24"}
    assert judged(make, speech, {"2017": "31.9"}, language, **series) == "supported"
    assert judged(make, speech, {"2017": "24.1"}, language, **series) == "contradicted"


@pytest.mark.parametrize(
    ("speech", "places"),
    [
        ("In 2017 there were 24 homicides per 100,000 inhabitants.", "SRB"),
        ("In 2017 24 homicides were counted for every hundred thousand Serbs.", "SRB"),
        ("In 2017 there were 24 homicides per 100,000 Brazilians.", "BRA"),
    ],
)
def test_the_people_of_a_place_by_their_name_are_its_inhabitants(make, speech, places):
    unit = Unit(Dimension.RATE, "case", per="100,000 people")
    assert judged(make, speech, {"2017": "24"}, place=places, unit=unit, title="Intentional homicides") == "supported"


def test_spending_for_every_native_is_spending_per_head():
    """What we spent on health came to US$5,638 for every Australian in 2015."""
    said = "What we spent on health came to US$5,638 for every Australian in 2015."
    (claim,) = read_text(said, said=SAID, place="AUS", document="d").claims
    assert [each.value.what for each in claim.qualifiers] == ["inhabitant"]
    (friday,) = read_text("We spent US$5,638 for every Friday in 2015.", said=SAID, place="AUS", document="d").claims
    assert friday.qualifiers == ()


@each(
    ("language", "speech"),
    [
        ("en", "Usually about 20,000 people die in a year."),
        ("en", "In 2018 25,755 people died, and normally it is about 20,000 deaths."),
        ("de", "Normalerweise sterben im Jahr etwa 20.000 Menschen."),
        ("mk", "Обично умираат околу 20.000 луѓе."),
    ],
)
@each("figure", ["20100", "25755"])
def test_what_is_usual_is_settled_by_no_single_year(make, language, speech, figure):
    claims = read_text(speech, said=SAID, place="MKD", document="d", language=language).claims
    series = make.series("person", title="Deaths")
    found = check(claims[-1], series, make.table({"MKD": {"2018": figure}}), today=SAID)
    assert {each.agreement for each in found} == {Agreement.UNDECIDED}
    assert "usual" in {caveat.kind for each in found for caveat in each.caveats}


def test_people_are_no_companies_and_companies_no_people():
    people, count = Unit(Dimension.COUNT, "person"), Unit(Dimension.COUNT, "")
    assert fit(people, count, "New businesses registered").factor is None
    assert fit(people, Unit(Dimension.COUNT, "household"), "Households").factor is None
    assert fit(Unit(Dimension.COUNT, "company"), people, "Employees").factor is None
    for title in ("Deaths", "Employees of enterprises", "Asylum applications", "Refugees by country of asylum"):
        assert fit(people, count, title).factor == Decimal(1), title


@pytest.mark.parametrize(
    ("speech", "word"),
    [
        (
            "In 2016, which they keep calling the turning point, 34.9 percent of the labour force had no job.",
            "supported",
        ),
        (
            "We all remember 2016, said the minister, and he added that 29.7 percent of the labour force had no job.",
            "undecided",
        ),
        (
            "We all remember 2016, said the minister, and he added that 34.9 percent of the labour force had no job.",
            "undecided",
        ),
        ("He added that 29.7 percent of the labour force had no job.", "supported"),
    ],
)
def test_the_latest_figure_is_not_taken_where_a_year_was_named_and_not_read(make, speech, word):
    assert judged(make, speech, RATES["SRB"], unit="%", title="Unemployment rate") == word


def test_twice_as_many_of_something_unread_is_not_measured_from_the_year_before(make):
    """Taxes took 114 hours of a British firm's year in 2019 and twice as many of a German one's."""
    said = "Preparing taxes took twice as many hours of a German firm in 2019."
    (claim,) = read_text(said, said=SAID, place="DEU", document="d").claims
    series = make.series("hour", title="Time to prepare and pay taxes")
    found = check(claim, series, make.table({"DEU": {"2018": "218", "2019": "218"}}), today=SAID)
    assert outcome(found)[0] == "undecided"


@pytest.mark.parametrize(
    ("language", "speech"),
    [
        ("en", "New Zealand scored 87 points in 2018 and held first place."),
        ("en", "With 87 points New Zealand took the top spot in 2018."),
        ("de", "Neuseeland belegte 2018 mit 87 Punkten den ersten Platz."),
        ("mk", "Нов Зеланд во 2018 со 87 поени го држеше првото место."),
    ],
)
def test_a_place_in_a_row_that_was_not_read_is_not_borne_out_by_the_points(make, language, speech):
    claims = read_text(speech, said=SAID, place="NZL", document="d", language=language).claims
    series = make.series("point", title="Corruption Perceptions Index")
    found = [f for claim in claims for f in check(claim, series, make.table({"NZL": {"2018": "87"}}), today=SAID)]
    assert outcome(found)[0] == "undecided"
