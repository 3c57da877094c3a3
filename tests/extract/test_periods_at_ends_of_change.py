"""The two ends of a change that is told over a stretch, and the ways in which its direction and size are worded."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.claim import Direction
from workbench.extract import read_text

SAID = date(2021, 12, 2)
OVER_YEARS = [
    ("en", "From {} to {} prices fell by 8 percent."),
    ("en", "Between {} and {} the number of pupils has fallen by 8 percent."),
    ("en", "Prices fell {}-{} by 8 percent."),
    ("de", "Von {} bis {} sanken die Preise um 8 Prozent."),
    ("de", "Zwischen {} und {} sind die Preise um 8 Prozent gesunken."),
    ("mk", "Од {} до {} година цените паднаа за 8 отсто."),
]


def _one(text: str, language: str = "en", **known: str):
    (claim,) = read_text(text, said=SAID, language=language, **known).claims
    return claim


@pytest.mark.parametrize(("language", "said"), OVER_YEARS)
@given(first=st.integers(1960, 2010), length=st.integers(2, 10))
def test_a_change_over_years_is_measured_in_the_last_from_the_first(language: str, said: str, first: int, length: int):
    claim = _one(said.format(first, first + length), language)
    assert (str(claim.change.value.base), str(claim.period.value)) == (str(first), str(first + length))


@pytest.mark.parametrize(("language", "said"), OVER_YEARS)
def test_no_doubt_is_left_which_year_is_last(language: str, said: str):
    assert "ambiguous-period" not in {note.kind for note in _one(said.format(2010, 2019), language).notes}


@pytest.mark.parametrize(
    "said",
    [
        "From 2010 to 2019 exports grew by 5 percent a year.",
        "From 2010 to 2019 exports rose every year.",
        "Between 2010 and 2019 we built 800 homes.",
        "Exports grew from January to June 2019 by 5 percent.",
    ],
)
def test_what_is_told_of_the_whole_stretch_keeps_it(said: str):
    claim = _one(said)
    assert claim.period.rule == "from-to"
    assert claim.change is None or claim.change.value.base is None


@pytest.mark.parametrize(
    ("language", "said", "base"),
    [
        ("en", "Exports have risen by 5 percent since 2015.", "2015"),
        ("en", "Exports have risen by 5 percent since March 2015.", "Mar 2015"),
        ("de", "Seit 2015 haben sich die Exporte verdoppelt.", "2015"),
        ("en", "Applications are up 4.2 per cent on 2019.", "2019"),
        ("en", "In 2020 exports fell by 30% from the 1.43 million tonnes of 2019.", "2019"),
        ("en", "In 2021 the rate was 9.0 percentage points above that of 2019.", "2019"),
    ],
)
def test_the_base_is_read_however_it_is_worded(language: str, said: str, base: str):
    changes = [claim.change.value for claim in read_text(said, said=SAID, language=language).claims if claim.change]
    assert str(changes[0].base) == base


@pytest.mark.parametrize(
    ("language", "said", "way"),
    [
        ("en", "The share shrank by just 2.5 per cent.", Direction.DOWN),
        ("en", "The share grew by only 2.5 per cent.", Direction.UP),
        ("en", "The share got smaller by 3 percentage points.", Direction.DOWN),
        ("en", "Wages are higher by 3 percent.", Direction.UP),
        ("de", "Wir haben die Zahl um 44 Prozent heruntergebracht.", Direction.DOWN),
        ("de", "Die Mieten sind um 37 Prozent hinaufgegangen.", Direction.UP),
        ("de", "Um 0,8 Prozent haben die Mieten angezogen.", Direction.UP),
        ("de", "Die Quote ging um 8 Prozent nach unten.", Direction.DOWN),
        ("mk", "Кошничката била за 4,9 отсто поскапа.", Direction.UP),
        ("mk", "Платата е повисока за 15,3 %.", Direction.UP),
        ("mk", "Бројот на случаи е сведен на 58.", Direction.DOWN),
    ],
)
def test_the_way_is_read_however_it_is_worded(language: str, said: str, way: Direction):
    claim = _one(said, language)
    assert claim.change is not None
    assert claim.change.value.direction is way


@pytest.mark.parametrize(
    "said", ["53 out of every hundred of them left.", "In 2016 18 of a hundred left.", "Five of each hundred left."]
)
def test_so_many_of_a_hundred_are_a_share(said: str):
    assert _one(said).amount.rule == "share"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "In 2019 we gave 575 million euros, in 2018 prices."),
        ("en", "In 2019 we gave 575 million euros at constant 2018 prices."),
        ("de", "2019 gaben wir, in Preisen von 2018, 575 Millionen Euro."),
    ],
)
def test_the_year_of_the_prices_is_not_the_year_of_the_claim(language: str, said: str):
    assert str(_one(said, language).period.value) == "2019"


@pytest.mark.parametrize(
    ("language", "said", "place"),
    [("de", "1,3 Millionen Griechen waren arbeitslos.", "GRC"), ("mk", "Хрватите земале 7.129 куни.", "HRV")],
)
def test_a_people_names_its_country(language: str, said: str, place: str):
    assert _one(said, language, place="MKD").place == place


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("The census covers 2007 to 2015. In that time poachers took 400 elephants.", "2007–2015"),
        ("Think of the summer of 2015, of 2015 as a whole. Some 177,135 people came.", "2015"),
        ("On 1 January 2021 the country had 59 million people. Some 30 million were women.", "1 Jan 2021"),
    ],
)
def test_a_period_goes_on(said: str, period: str):
    assert str(read_text(said, said=SAID).claims[-1].period.value) == period


def test_voriges_jahr_is_the_year_before_the_speech():
    claim = read_text(
        "Als wir 2005 anfingen, war alles anders. Voriges Jahr waren 3,7 Prozent arbeitslos.", said=SAID, language="de"
    ).claims[-1]
    assert str(claim.period.value) == "2020"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Cases halved from 561 to 281 people."),
        ("en", "Cases more than halved: from 561 to 263 people."),
        ("en", "Cases doubled, from 263 to 561 people."),
        ("en", "Cases fell by 50 percent: from 561 to 281 people."),
        ("de", "Die Zahl der Fälle hat sich halbiert: von 561 auf 263 Personen."),
        ("mk", "Бројот на заболени се преполови: од 561 на 263 лица."),
    ],
)
def test_ends_behind_a_change_are_of_it_and_no_levels(language: str, said: str):
    """What is measured is the subject's, and not the people behind its last figure."""
    (claim,) = read_text(said, language=language).claims
    assert claim.change is not None
    origin, target = claim.change.value.origin, claim.change.value.target
    assert origin is not None
    assert target is not None
    assert {str(origin.value.low), str(target.value.low)} <= {"561", "281", "263"}
    assert claim.measure.lower() in {"cases", "fälle", "заболени"}


def test_ends_that_lead_the_other_way_are_of_another_change():
    """Doubled, and from more to less."""
    claims = read_text("Fines doubled from 561 to 263 cases.").claims
    assert all(claim.change is None or claim.change.value.origin is None for claim in claims)
