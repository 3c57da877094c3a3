"""Times and places that stand beside a figure: in brackets at the end, the year before, the world's, and how long people will live."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.core.claim import ClaimKind
from workbench.extract import read_text

SAID = date(2021, 8, 20)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Norway takes 39.9 percent of its output in taxes, Chile 20.7 percent (2019).", "en"),
        ("Norwegen nimmt 39,9 Prozent seiner Wirtschaftsleistung über Steuern ein, Chile 20,7 Prozent (2019).", "de"),
        ("Норвешка зема 39,9 отсто од БДП преку даноци, Чиле 20,7 отсто (2019).", "mk"),
    ],
)
def test_a_year_in_closing_brackets_is_that_of_all_figures(text: str, language: str) -> None:
    claims = read_text(text, language=language, said=SAID).claims
    assert [(claim.place, claim.period and claim.period.value.label) for claim in claims] == [
        ("NOR", "2019"),
        ("CHL", "2019"),
    ]


def test_brackets_in_the_midst_are_of_their_figure_alone() -> None:
    text = "Norway takes 39.9 percent in taxes (2019), and Chile 20.7 percent (2018)."
    periods = [claim.period and claim.period.value.label for claim in read_text(text, said=SAID).claims]
    assert periods == ["2019", "2018"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("2018 kamen 51.000 Tonnen Abfall nach Malaysia, nach 2 Millionen Tonnen im Jahr zuvor.", "de"),
        ("2018 kamen 51.000 Tonnen Abfall nach Malaysia, nach 2 Millionen Tonnen im Jahr davor.", "de"),
        ("2018 waren es 51.000 Tonnen, deutlich weniger als die 2 Millionen Tonnen des Vorjahres.", "de"),
        ("In 2018 imports of waste were far below the 2 million tonnes of a year earlier.", "en"),
        ("Waste imports in 2018 were far below the 2 million tonnes of the year before.", "en"),
    ],
)
def test_the_year_before_is_counted_from_that_of_the_sentence(text: str, language: str) -> None:
    claims = read_text(text, language=language, said=SAID).claims
    asked = [claim for claim in claims if claim.amount is not None and claim.amount.value.low == 2_000_000]
    assert [claim.period and claim.period.value.label for claim in asked] == ["2017"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In 2012 the world's watchdogs still gave Portugal 63 points in the index.", "PRT"),
        ("In 2012 the world's population was 7.1 billion.", "WLD"),
    ],
)
def test_the_worlds_is_a_place_where_no_other_is_named(text: str, place: str) -> None:
    assert {claim.place for claim in read_text(text, said=SAID).claims} == {place}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A child born in Kenya in 2019 will live 16 years longer than in 2000.", "en"),
        ("A baby born today can expect to live 79 years.", "en"),
        ("Ein 2019 geborenes Kind wird in Kenia 66 Jahre alt.", "de"),
        ("Бебе родено во 2019 во Кенија ќе живее 66 години.", "mk"),
    ],
)
def test_how_long_the_newborn_will_live_is_no_promise(text: str, language: str) -> None:
    claims = read_text(text, language=language, said=SAID).claims
    assert claims
    assert all(claim.kind is not ClaimKind.PROMISE for claim in claims)


@pytest.mark.parametrize(
    ("text", "language"),
    [("We will build 500 homes for children born here.", "en"), ("Wir werden 500 Wohnungen bauen.", "de"), ("Ќе изградиме 500 станови.", "mk")],
)  # fmt: skip
def test_a_promise_stays_one(text: str, language: str) -> None:
    assert {claim.kind for claim in read_text(text, language=language, said=SAID).claims} == {ClaimKind.PROMISE}
