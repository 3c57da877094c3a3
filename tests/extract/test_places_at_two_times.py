"""Two places are compared at one time, and as fact: what should be, and another year of the other place, is left open."""

from __future__ import annotations

import pytest

from workbench.core.claim import NOT_SAID_SO, UNREAD_PERIOD
from workbench.extract import read_text

TWO_TIMES = {
    "en": [
        "Unemployment was lower in Kenya in 2015 than in Ghana in 2014.",
        "In 2015 fewer tourists came to Kenya than to Ghana in 2012.",
        "Our debt was higher in 2015 than in Ghana in 2014.",
    ],
    "de": [
        "Die Arbeitslosigkeit war 2015 in Kenia niedriger als in Ghana im Jahr 2014.",
        "2015 war die Arbeitslosigkeit in Kenia niedriger als 2014 in Ghana.",
    ],
    "mk": ["Невработеноста во Кенија во 2015 година беше пониска отколку во Гана во 2014 година."],
}
ONE_TIME = {
    "en": [
        "Unemployment was lower in Kenya in 2015 than in Ghana in 2015.",
        "In 2015 unemployment in Kenya was lower than in 2014.",
        "In 2015 unemployment was lower in Kenya than in Ghana, as in 2014.",
    ],
    "de": [
        "2015 war die Arbeitslosigkeit in Kenia niedriger als 2014.",
        "2015 war die Arbeitslosigkeit in Kenia niedriger als in Ghana.",
    ],
    "mk": ["Во 2015 година невработеноста во Кенија беше пониска отколку во Гана."],
}
WISHED = {
    "en": ["In 2015 unemployment {} lower in Kenya than in Ghana."],
    "de": ["2015 {} die Arbeitslosigkeit in Kenia niedriger sein als in Ghana."],
    "mk": ["Во 2015 година невработеноста во Кенија {} пониска отколку во Гана."],
}
MODALS = {
    "en": ["should be", "ought to be", "must be", "might be", "should really be"],
    "de": ["sollte", "müsste", "könnte", "dürfte"],
    "mk": ["треба да е", "требаше да биде", "може да биде"],
}


def kinds(text: str, language: str) -> set[str]:
    return {note.kind for claim in read_text(text, language=language).claims for note in claim.notes}


@pytest.mark.parametrize("language", TWO_TIMES)
def test_another_time_of_the_other_place_is_left_open(language):
    for text in TWO_TIMES[language]:
        assert UNREAD_PERIOD in kinds(text, language), text


@pytest.mark.parametrize("language", ONE_TIME)
def test_one_time_or_one_place_is_compared(language):
    for text in ONE_TIME[language]:
        assert UNREAD_PERIOD not in kinds(text, language), text


@pytest.mark.parametrize("language", WISHED)
def test_what_should_be_lower_is_not_said_to_be(language):
    for frame in WISHED[language]:
        for modal in MODALS[language]:
            assert NOT_SAID_SO in kinds(frame.format(modal), language), modal


SHARES = {
    "en": [
        "Spending relative to the size of the economy was higher in Kenya than in Ghana in 2015.",
        "Debt relative to GDP was higher in Kenya than in Ghana in 2015.",
    ],
    "de": [
        "Die Ausgaben gemessen an der Wirtschaftsleistung waren 2015 in Kenia höher als in Ghana.",
        "Gemessen am BIP waren die Schulden 2015 in Kenia höher als in Ghana.",
    ],
    "mk": ["Даночните приходи како дел од БДП во Кенија во 2015 година беа повисоки отколку во Гана."],
}


@pytest.mark.parametrize("language", SHARES)
def test_the_whole_of_a_share_is_no_place_compared_with(language):
    for text in SHARES[language]:
        (claim,) = read_text(text, language=language).claims
        assert claim.comparison is not None
        assert (claim.place, claim.comparison.place) == ("KEN", "GHA"), text


def test_a_year_behind_constant_prices_is_the_figures_own():
    (claim,) = read_text("Извозот изнесуваше 10 милиони денари во постојани цени во 2014 година.", language="mk").claims
    assert [claim.period and claim.period.value.label] == ["2014"]
