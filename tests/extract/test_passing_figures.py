"""Figures that claim nothing by themselves, and those that look like them and do; shares of a named whole."""

from __future__ import annotations

from datetime import date

import pytest

from tests.each import each
from workbench.core.claim import ClaimKind
from workbench.extract import read_text

SAID = date(2021, 12, 2)
NO_CLAIM = [
    ("en", "She served for six years."),
    ("en", "After 24 months of hard work we are proud."),
    ("en", "The law was changed within three weeks."),
    ("en", "There is trouble between the two nations."),
    ("en", "We stand for One Country, Two Systems."),
    ("en", "For three reasons we are proud."),
    ("en", "A man, 47, was arrested."),
    ("en", "For more call extension 5000."),
    ("de", "Nach 20 Jahren sind wir stolz."),
    ("de", "Wir machen fünf Dinge."),
    ("de", "Wir sorgen in zwei Bereichen für Ruhe."),
    ("de", "Sie erreichen uns in der Lindenstraße 44."),
    ("mk", "По дваесет години сме горди."),
    ("mk", "Имам три прашања."),
]
A_CLAIM = [
    ("en", "Patients wait for 27 weeks."),
    ("en", "A girl born then could hope for 55 years of life."),
    ("en", "It is the smallest navy in 100 years."),
    ("en", "The two regions lost 450 teachers."),
    ("en", "Life expectancy is 81 years."),
    ("en", "A child can expect to live for two years more."),
    ("de", "Patienten warten seit 27 Wochen."),
    ("de", "Die Lebenserwartung liegt bei 81 Jahren."),
    ("mk", "Пациентите чекаат за преглед 27 недели."),
]


def _claims(said: str, language: str):
    return read_text(said, said=SAID, language=language).claims


@each(("language", "said"), NO_CLAIM)
def test_a_figure_in_passing_claims_nothing(language: str, said: str):
    assert not _claims(said, language)


@each(("language", "said"), A_CLAIM)
def test_what_is_measured_in_time_is_claimed(language: str, said: str):
    assert _claims(said, language)


@each(
    ("language", "said", "kind"),
    [
        ("en", "The nation put 2.18 per cent of its GDP into research.", ClaimKind.SHARE),
        ("en", "Taxes took 13 percent of national income.", ClaimKind.SHARE),
        ("en", "The deficit was 3 percent of GDP.", ClaimKind.LEVEL),
        ("en", "The balance was -4.2% of GDP.", ClaimKind.LEVEL),
        ("en", "Unemployment was 5 percent.", ClaimKind.LEVEL),
        ("de", "36,5 Prozent der Sitze hatten Frauen inne.", ClaimKind.SHARE),
        ("de", "Das Land steckte 10,3 Prozent seines Bruttoinlandsprodukts in die Gesundheit.", ClaimKind.SHARE),
        ("de", "Das Defizit lag bei 3 Prozent der Wirtschaftsleistung.", ClaimKind.LEVEL),
        ("mk", "Земјата одвоила 0,5 % од бруто-домашниот производ.", ClaimKind.SHARE),
    ],
)
def test_a_share_is_one_of_a_whole(language: str, said: str, kind: ClaimKind):
    (claim,) = _claims(said, language)
    assert claim.kind is kind


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Der Mann wird nicht alt, sagt man, 81,8 Jahre, das war die Lebenserwartung."),
        ("de", "Wir werden streiten, aber 5 Prozent waren ohne Arbeit."),
        ("en", "They paid in, and 40,000 pupils, by their account, if he will answer me."),
    ],
)
def test_a_promise_beside_a_figure_does_not_make_it_one(language: str, said: str):
    kinds = {claim.kind for claim in _claims(said, language) if claim.amount is not None}
    assert ClaimKind.PROMISE not in kinds


@pytest.mark.parametrize(
    ("said", "unit"),
    [
        ("Refugees in Turkey numbered 2.87 million.", "refugee"),
        ("At 14.83 million, the number of women in work was never higher.", "woman"),
        ("The number of births in the districts on both sides of the river fell to 340.", "birth"),
    ],
)
def test_the_thing_counted_is_found_in_the_sentence(said: str, unit: str):
    amounts = [claim.amount or claim.change.value.target for claim in _claims(said, "en")]
    assert amounts[0].value.unit.name == unit


ONE_OF = [
    ("One of 700 Germans was murdered in 2020.", "en"),
    ("1 of 700 Germans was murdered in 2020.", "en"),
    ("Einer von 700 Deutschen wurde 2020 ermordet.", "de"),
    ("Eine von 700 Deutschen wurde 2020 ermordet.", "de"),
    ("1 von 700 Deutschen wurde 2020 ermordet.", "de"),
    ("1 од 700 Германци беше убиен во 2020.", "mk"),
]


@pytest.mark.parametrize(("said", "language"), ONE_OF)
def test_the_number_of_those_of_whom_one_is_told_counts_nothing(said: str, language: str):
    """700 murders would bear it out, and there was one of 700 people."""
    assert not [
        claim for claim in read_text(said, language=language).claims if claim.amount and claim.amount.value.low == 700
    ]
