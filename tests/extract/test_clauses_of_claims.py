"""What a claim says stands in its clause: who is addressed, what is told beside it and what follows from it are no part of it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.claim import Claim, ClaimKind
from workbench.extract import read_text

COMPARED = [
    "the jobless rate was lower in Spain than in Greece in 2018",
    "a kilowatt of solar panels cost more in Spain than in Greece in 2018",
    "Spain handed out more foreign aid than Greece in 2018",
    "Spain logged more terrorist incidents than Greece did in 2018",
    "Spain had the lowest birth rate of the four in 2018",
]
AHEAD = [
    "",
    "Mr Speaker, ",
    "Look, folks, ",
    "They have the bigger purse, and ",
    "They grumble about the weather, but ",
]
BEHIND = [
    "",
    ", and so the duty must stay",
    ", which is why my editor bought a bicycle",
    ", and hence the third shelf in the kitchen",
    ", therefore that young man with the banner is wrong",
    ", and for that reason the mayor planted trees",
]


def claims_of(said: str, language: str = "en", place: str | None = "PRT") -> tuple[Claim, ...]:
    return read_text(said, said=date(2021, 5, 1), place=place, language=language).claims


def read(said: str) -> tuple[object, ...]:
    (claim,) = claims_of(said)
    return claim.kind, claim.measure.casefold(), claim.place, claim.period and str(claim.period.value), claim.comparison


@given(st.sampled_from(COMPARED), st.sampled_from(AHEAD), st.sampled_from(BEHIND))
def test_what_is_said_around_a_comparison_changes_none_of_its_slots(said: str, ahead: str, behind: str):
    assert read(f"{ahead}{said}{behind}.") == read(f"{said}.")


@pytest.mark.parametrize(
    ("said", "measure"),
    [
        ("The Chinese, sir, can still put up a kilowatt of solar at lower cost than India.", "kilowatt of solar cost"),
        ("Nobody, and certainly not India, was putting up solar panels more cheaply than the Chinese.", "solar panels"),
        ("In 2019 Britain handed out more in foreign aid than Germany managed.", "foreign aid"),
        (
            "It was Britain, with its dissidents, that logged more terrorist incidents than Spain.",
            "terrorist incidents",
        ),
    ],
)
def test_a_measure_without_a_figure_has_no_verbs_of_anything(said: str, measure: str):
    (claim,) = claims_of(said)
    assert measure in claim.measure
    assert not {"sir", "put", "certainly", "managed", "logged", "handed"} & set(claim.measure.split())


@pytest.mark.parametrize(
    "figure",
    [
        ", a director insisted on Thursday, and 20,000 were leaving for Berlin",
        ", the bulletin maintains, and 340 new wards were opened",
        ", and 9,000 doctors left the country",
    ],
)
def test_a_comparison_beside_a_figure_of_another_clause_is_a_claim_of_its_own(figure: str):
    compared, counted = claims_of(f"Poland had more nurses than Germany in 2015{figure}.")
    assert (compared.kind, compared.place, compared.amount) == (ClaimKind.COMPARISON, "POL", None)
    assert compared.comparison is not None
    assert compared.comparison.place == "DEU"
    assert counted.amount is not None


@pytest.mark.parametrize(
    "said",
    [
        "Malta was among the lowest countries in the EU in 2011, with a value of 5.3 percent.",
        "Unemployment in Germany was among the lowest in Europe: 3 percent in 2018.",
        "Chile's rate of obesity was the third highest of all, at 34 percent.",
        "Unemployment was 5 percent in Spain, lower than in Greece.",
        "Unemployment was 5 percent in Spain, which is the lowest since 2008.",
    ],
)
def test_a_comparison_of_the_figure_itself_stays_with_it(said: str):
    assert sum(claim.amount is not None for claim in claims_of(said)) == 1
    assert all(claim.amount is not None or claim.kind is ClaimKind.RANK for claim in claims_of(said))


SAID = {
    "en": (
        "In 2017 the country had {} marriages for every thousand people",
        ", and so the hall will be a swimming pool by May.",
    ),
    "de": (
        "2017 gab es im Land {} Ehen auf tausend Einwohner",
        ", weshalb der Saal bis Mai ein Schwimmbad werden wird.",
    ),
    "mk": ("Во 2017 во земјата имало {} брака на илјада жители", ", па затоа од мај салата ќе стане базен."),
}


@pytest.mark.parametrize("language", SAID)
def test_what_will_follow_makes_no_promise_of_what_was(language: str):
    said, behind = SAID[language]
    (claim,) = claims_of(said.format("3") + behind, language)
    (bare,) = claims_of(said.format("3") + ".", language)
    assert claim.kind is not ClaimKind.PROMISE
    assert (claim.kind, claim.measure, claim.period) == (bare.kind, bare.measure, bare.period)


@pytest.mark.parametrize("hedge", ["едвај", "речиси", "околу", "над"])
def test_a_hedge_is_no_word_of_a_measure(hedge: str):
    (claim,) = claims_of(f"Во 2017 имало {hedge} три брака на илјада жители.", "mk")
    assert hedge not in claim.measure


@pytest.mark.parametrize(
    ("frame", "said", "language"),
    [
        ("In Korea, I mean.", "There were twice as many cash machines as in Japan in 2017.", "en"),
        ("Nein, in Korea, mein ich!", "Da standen 2017 doppelt so viele Geldautomaten wie in Japan.", "de"),
        ("Мислам на Кореја.", "Имаше во 2017 двојно повеќе банкомати отколку во Јапонија.", "mk"),
    ],
)
def test_the_place_that_was_announced_is_set_beside_the_other(frame: str, said: str, language: str):
    claim = claims_of(f"{frame} {said}", language, "DEU")[-1]
    assert (claim.place, claim.comparison and claim.comparison.place) == ("KOR", "JPN")
