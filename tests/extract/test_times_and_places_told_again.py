"""Years with endings, the same quarter of this year, a trailing "as of", and places beside "there" and "the world"."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.extract import read_text

SAID = date(2021, 6, 11)


def _claims(language: str, said: str, place: str | None = None):
    return read_text(said, language=language, said=SAID, place=place).claims


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("Од 2014-та до 2018-та влегоа 1,8 милијарди долари.", "2014–2018"),
        ("Меѓу 2014-та и 2018-та година влегоа 1,8 милијарди долари.", "2014–2018"),
        ("Во 2014-та влегоа 1,8 милијарди долари.", "2014"),
        ("Во 2014-тата година влегоа 1,8 милијарди долари.", "2014"),
    ],
)
def test_a_year_said_as_an_ordinal_is_a_year(said: str, period: str) -> None:
    (claim,) = _claims("mk", said)
    assert str(claim.period.value) == period


SAME = [
    ("en", "In the second quarter of 2010 29 million were in work. In the same quarter of this year it was 31 million."),
    ("de", "Im zweiten Quartal 2010 waren 29 Millionen erwerbstätig. Im selben Quartal dieses Jahres waren es 31 Millionen."),
    ("mk", "Во вториот квартал од 2010 имаше 29 милиони вработени. Во истиот квартал оваа година имаше 31 милион."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "said"), SAME)
def test_the_same_quarter_of_this_year_is_counted_from_the_day_of_the_speech(language: str, said: str) -> None:
    first, then = _claims(language, said)
    assert (str(first.period.value), str(then.period.value)) == ("2010-Q2", "2021-Q2")


def test_a_time_that_a_period_holds_is_no_time_without_a_date() -> None:
    said = "Во декември 2020 има 3 527 автомобили. Споредено со истиот месец од претходната година, бројот е зголемен за 5,8 %."
    *_, change = _claims("mk", said)
    assert "unread-period" not in {note.kind for note in change.notes}
    assert str(change.change.value.base) == "Dec 2019"


THERE = [
    ("de", "Amerika, das reichste Land der Welt? Von tausend Kindern starben dort 6,5.", "USA"),
    ("en", "Sweden is the richest country in the world. Unemployment there was 6.5 percent.", "SWE"),
    ("de", "2005, da lag die Arbeitslosenquote in Deutschland bei elf Prozent.", "DEU"),
    ("mk", "Таму некаде околу 21 отсто беа невработени во 2018.", "MKD"),
    ("de", "Inflation in UK, Dezember 2020: 5,4 %.", "GBR"),
]


@pytest.mark.parametrize(("language", "said", "place"), THERE)
def test_there_is_the_place_that_is_meant(language: str, said: str, place: str) -> None:
    claim = _claims(language, said, "MKD" if language == "mk" else None)[-1]
    assert (claim.place, {note.kind for note in claim.notes} & {"unread-place"}) == (place, set())


@pytest.mark.parametrize(
    ("said", "hectares"), [("Wald 2020: 3,9 Mill. ha.", 3_900_000), ("Wald 2020: 3,9 Mio. ha.", 3_900_000)]
)
def test_a_million_is_shortened_in_two_ways(said: str, hectares: int) -> None:
    (claim,) = _claims("de", said)
    assert claim.amount.value.low == hectares


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "2018 sank die Arbeitslosenquote unter 4 Prozent."),
        ("de", "2018 stieg die Arbeitslosenquote über 4 Prozent."),
        ("mk", "Во 2018 година падна стапката на невработеност под 4 проценти."),
        ("en", "In 2018 the rate fell below 4 percent."),
    ],
)
def test_what_a_rate_sank_under_is_what_it_sank_to(language: str, said: str) -> None:
    """The figure is a bound of the level, and never the size of the change."""
    claims = _claims(language, said)
    assert all(claim.change is None or claim.change.value.amount is None for claim in claims)
    figures = [
        each.value
        for claim in claims
        for each in (claim.amount, *(claim.change.value.figures if claim.change else ()))
        if each
    ]
    assert {str(each.low) for each in figures} == {"4"}
