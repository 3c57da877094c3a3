"""“3.4 percent in Germany against 15.3 in Spain”: each figure is that of the place behind it, with and without a pause, in every language."""

from __future__ import annotations

import pytest

from tests.each import each
from workbench.extract import read_text

FRAMES = {
    "en": "In 2018 unemployment was 3.4 percent in Germany{pause} {against} 15.3 percent in Spain.",
    "de": "2018 lag die Arbeitslosenquote in Deutschland bei 3,4 Prozent{pause} {against} 15,3 Prozent in Spanien.",
    "mk": "Во 2018 година невработеноста во Германија беше 3,4 отсто{pause} {against} 15,3 отсто во Шпанија.",
}
AGAINST = {
    "en": ("against", "versus", "compared with", "as opposed to"),
    "de": ("gegenüber", "gegen", "verglichen mit", "im Vergleich zu"),
    "mk": ("наспроти", "споредено со", "во споредба со"),
}
ALL = [(language, against, pause) for language in FRAMES for against in AGAINST[language] for pause in ("", ",")]


@each(("language", "against", "pause"), ALL)
def test_a_figure_set_against_another_is_that_of_the_place_behind_it(language, against, pause):
    text = FRAMES[language].format(against=against, pause=pause)
    claims = [claim for claim in read_text(text, place="DEU", language=language).claims if claim.amount is not None]
    assert {str(claim.amount.value.low): claim.place for claim in claims} == {"3.4": "DEU", "15.3": "ESP"}


def test_a_figure_set_against_one_of_another_time_keeps_its_place():
    text = "Unemployment in Germany was 3.4 percent in 2018, against 3.8 percent in 2017."
    assert {claim.place for claim in read_text(text).claims} == {"DEU"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We had fewer nurses than the Germans in 2015, eight per thousand inhabitants against fourteen."),
        (
            "de",
            "Auf tausend Einwohner gerechnet hatten wir 2015 weniger Pflegekräfte als die Deutschen, acht gegen vierzehn.",
        ),
    ],
)
def test_what_the_other_has_is_not_said_of_the_speakers_own(language, text):
    claims = [each for each in read_text(text, place="AUT", language=language).claims if each.amount is not None]
    assert [claim.place for claim in claims if str(claim.amount.value.low) == "14"] in ([None], ["DEU"])
