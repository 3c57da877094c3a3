"""Figures of a list are of one thing and one unit: "per 1,000 live births, Turkey: 38.6 (2000); 18.2 (2010); 10.0 (2019)"."""

from __future__ import annotations

import pytest

from workbench.extract import read_text

LISTS = [
    "Deaths before the fifth birthday per 1,000 live births, Turkey: 38.6 (2000); 18.2 (2010); 10.0 (2019).",
    "Road deaths per 100,000 inhabitants in Spain: 14.5 (2000), 5.3 (2010), 3.7 (2019).",
    "Unemployment in Germany: 5.2 percent (2013), 3.8 (2017), 3.4 (2018).",
    "Arbeitslosenquote in Deutschland: 5,2 Prozent (2013), 3,8 (2017), 3,4 (2018).",
]


@pytest.mark.parametrize("text", LISTS)
def test_the_figures_of_a_list_are_of_one_thing_and_one_unit(text: str) -> None:
    claims = read_text(text, language="de" if "Prozent" in text else "en").claims
    assert len({claim.measure for claim in claims}) == 1
    assert len({claim.amount.value.unit.dimension for claim in claims if claim.amount}) == 1
    assert len({str(claim.period.value) for claim in claims if claim.period}) == 3


@pytest.mark.parametrize(("name", "power"), [("millions", 6), ("billions", 9), ("trillions", 12)])
def test_scales_are_said_in_the_plural_too(name: str, power: int) -> None:
    """It is "95.7 millions of inhabitants", and never 95.7 of a thing called millions; "millions of people" stays as vague as it is."""
    (claim,) = read_text(f"In 2016 Egypt had 95.7 {name} of inhabitants.").claims
    assert claim.amount is not None
    assert claim.amount.value.low == 957 * 10 ** (power - 1)
    (vague,) = read_text(f"{name.capitalize()} of people left Egypt in 2016.").claims
    assert vague.amount is not None
    assert vague.amount.value.high > vague.amount.value.low == 10**power


ELSEWHERE = [
    ("Carbon dioxide emissions everywhere were 358.7 million tonnes in 2017.", "en"),
    ("International carbon dioxide emissions were 358.7 million tonnes in 2017.", "en"),
    ("Economies everywhere saw 3.4 percent unemployment in 2018.", "en"),
    ("Die internationalen Emissionen lagen 2017 bei 358,7 Millionen Tonnen.", "de"),
    ("Überall lag die Arbeitslosenquote 2018 bei 3,4 Prozent.", "de"),
    ("Насекаде невработеноста во 2018 година беше 3,4 отсто.", "mk"),
]


@pytest.mark.parametrize(("text", "language"), ELSEWHERE)
def test_what_is_said_of_all_countries_is_not_of_the_texts_own(text: str, language: str) -> None:
    (claim, *_) = read_text(text, language=language, place="GBR").claims
    assert claim.place is None
