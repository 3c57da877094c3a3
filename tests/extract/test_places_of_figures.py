"""Each figure keeps the place that its own words name: "we had 28, the Germans 41", "76 here, 80 there"."""

from __future__ import annotations

import pytest

from tests.match.outcomes import LATER
from workbench.extract import read_text


def places_by_figure(said: str, place: str, language: str) -> dict[int, str | None]:
    claims = read_text(said, said=LATER, place=place, language=language).claims
    return {int(claim.amount.value.low): claim.place for claim in claims if claim.amount is not None}


@pytest.mark.parametrize(
    ("language", "said", "figure"),
    [
        ("en", "We had 28 broadband lines per hundred inhabitants in 2018, the Germans 41.", 28),
        (
            "en",
            "In 2015 we had almost fourteen nurses per thousand inhabitants, in Germany, by contrast, just over eight.",
            14,
        ),
        ("en", "Unemployment here was 20.7 percent in 2018, in Germany 3.4.", 20),
        ("de", "28 Breitbandanschlüsse auf hundert Einwohner hatten wir 2018, die Deutschen, Moment, 41.", 28),
        (
            "de",
            "Auf tausend Einwohner kamen 2015 bei uns fast vierzehn Pflegekräfte, in Deutschland dagegen nur gut acht.",
            14,
        ),
        ("de", "Bei uns lag die Arbeitslosenquote 2018 bei 4,9 Prozent, in Deutschland dagegen bei 3,4.", 4),
        ("mk", "Кај нас невработеноста во 2018 беше 20,7 проценти, а во Германија 3,4.", 20),
    ],
)
def test_the_other_figure_keeps_its_place(language, said, figure):
    """We had 28 broadband lines per hundred inhabitants in 2018, the Germans 41."""
    assert places_by_figure(said, "AUT", language)[figure] == "AUT"


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("Unemployment was 28 percent, in Germany, in 2018.", "DEU"),
        ("We had 28 percent, as Germany had in 2018.", "AUT"),
        ("Unemployment was 28 percent in Germany in 2018, and 19 in Spain.", "DEU"),
    ],
)
def test_a_place_without_a_figure_of_its_own_stays(said, place):
    """Unemployment was 28 percent, in Germany, in 2018."""
    assert places_by_figure(said, "AUT", "en")[28] == place


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Four points part Austria from Germany on the corruption index of 2018: 76 here, 80 there."),
        ("de", "Vier Punkte trennten Österreich im Korruptionsindex 2018 von den Deutschen: 76 hier, 80 dort."),
    ],
)
def test_here_and_there_point_at_their_figures(language, said):
    """76 here, 80 there."""
    found = places_by_figure(said, "AUT", language)
    assert (found[76], found[80]) == ("AUT", "DEU")


@pytest.mark.parametrize(
    ("language", "said", "points"),
    [
        ("en", "Denmark, with 88 points out of a hundred, came first on the 2018 corruption index.", [88]),
        ("en", "Denmark scored 88 out of 100 points on the corruption index in 2018.", [88]),
        ("en", "Denmark scored 88 out of 100 on the corruption index in 2018.", [88]),
        ("de", "Dänemark kam 2018 im Korruptionsindex auf 88 von 100 Punkten.", [88]),
        ("de", "Dänemark kam 2018 im Korruptionsindex auf 88 von 100 möglichen Punkten.", [88]),
        ("mk", "Данска во 2018 доби 88 од 100 поени на индексот на корупција.", [88]),
    ],
)
def test_the_top_of_a_scale_counts_nothing(language, said, points):
    """Denmark, with 88 points out of a hundred, came first: nobody has 100, and 88 are no percent."""
    amounts = [mention.value for mention in read_text(said, said=LATER, language=language).amounts]
    assert [int(amount.low) for amount in amounts] == points
    assert {amount.unit.dimension.value for amount in amounts} == {"index"}


def test_so_many_of_a_hundred_who_are_no_points_are_a_share():
    """88 out of 100 came."""
    (amount,) = read_text("88 out of 100 pupils passed in 2018.", said=LATER).amounts
    assert str(amount.value) == "88 percentage"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "The rate fell from 29 births per thousand girls aged fifteen to nineteen in 2000 to 14 in 2016."),
        ("de", "Die Rate fiel von 29 Geburten je tausend Mädchen im Alter von fünfzehn bis neunzehn Jahren auf 14."),
    ],
)
def test_ages_in_words_are_no_amounts(language, said):
    """Girls aged fifteen to nineteen: 19 is no figure that the rate fell to."""
    lows = {int(mention.value.low) for mention in read_text(said, said=LATER, language=language).amounts}
    assert lows == {29, 14}
