"""The same figure said of a further time or place, and places that a sentence only sets itself apart from."""

from __future__ import annotations

import pytest

from tests.each import each
from tests.match.outcomes import LATER, outcome_of
from workbench.core.quantity import PERCENT
from workbench.core.series import Series, SeriesRef
from workbench.extract import read_text

RATE = Series(ref=SeriesRef("mine", "a"), title="Unemployment rate", unit=PERCENT)

TOO = [
    ("en", "Unemployment in Spain was 26 percent in 2013, and in 2018 too."),
    ("en", "Unemployment in Spain was 26 percent in 2013, and again in 2018."),
    ("en", "Unemployment in Spain was 26 percent in 2013, as in 2018."),
    ("en", "Unemployment in Spain was 26 percent in 2013, as in Germany."),
    ("en", "Unemployment in Spain was 26 percent in 2013, just like Germany."),
    ("de", "Die Arbeitslosenquote in Spanien lag 2013 bei 26 Prozent, 2018 ebenso."),
    ("de", "Die Arbeitslosenquote in Spanien lag 2013 bei 26 Prozent, und auch 2018."),
    ("de", "Die Arbeitslosenquote in Spanien lag 2013 bei 26 Prozent, wie in Deutschland."),
    ("mk", "Невработеноста во Шпанија во 2013 беше 26 проценти, а исто и во 2018."),
    ("mk", "Невработеноста во Шпанија во 2013 беше 26 проценти, како и во Германија."),
]


@each(("language", "said"), TOO)
def test_the_first_figure_does_not_bear_out_the_second(language, said):
    """26 percent in 2013, and in 2018 too: the figure of 2013 bears out half of it."""
    assert outcome_of(said, language, RATE, "26", 2013) == "undecided"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Unemployment in Spain was 26 percent again in 2013."),
        ("en", "In 2013, too, unemployment in Spain was 26 percent."),
        ("de", "Auch 2013 lag die Arbeitslosenquote in Spanien bei 26 Prozent."),
        ("mk", "И во 2013 невработеноста во Шпанија беше 26 проценти."),
    ],
)
def test_its_own_time_is_no_further_one(language, said):
    """Auch 2013 lag die Quote bei 26 Prozent: of which other year is not said, and nothing is left open."""
    assert outcome_of(said, language, RATE, "26", 2013) == "supported"


APART = {
    "en": ("Unlike Spain, {}", "Unlike in Spain, {}", "As in Spain, {}", "Just like in Spain, {}", "In contrast to Spain, {}"),
    "de": ("Anders als in Spanien {}", "Anders als Spanien {}", "Wie in Spanien {}", "Genau wie in Spanien {}", "Im Gegensatz zu Spanien {}", "Im Unterschied zu Spanien {}"),
    "mk": ("За разлика од Шпанија, {}", "Како и во Шпанија, {}", "Исто како во Шпанија, {}"),
}  # fmt: skip
HERE = {
    "en": "unemployment in Germany was 26 percent in 2013.",
    "de": "lag die Arbeitslosenquote in Deutschland 2013 bei 26 Prozent.",
    "mk": "невработеноста во Германија во 2013 беше 26 проценти.",
}


@each(("language", "apart"), [(one, words) for one, listed in APART.items() for words in listed])
def test_the_place_that_a_sentence_sets_itself_beside_is_not_its_own(language, apart):
    """Anders als in Spanien lag die Quote in Deutschland bei 26 Prozent: that is Germany's figure."""
    (claim,) = read_text(apart.format(HERE[language]), said=LATER, language=language).claims
    assert claim.place == "DEU"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Since leaving Spain he has lived in Germany, where unemployment was 26 percent in 2013."),
        ("en", "He moved from Spain to Germany, where unemployment was 26 percent in 2013."),
        ("de", "Er ist aus Spanien nach Deutschland gezogen, wo die Arbeitslosenquote 2013 bei 26 Prozent lag."),
        ("mk", "Тој замина од Шпанија во Германија, каде невработеноста во 2013 беше 26 проценти."),
    ],
)
def test_where_is_the_place_named_right_before(language, said):
    """He moved from Spain to Germany, where unemployment was 26 percent: there, and neither in Spain nor at home."""
    (claim,) = read_text(said, said=LATER, language=language, place="GBR").claims
    assert claim.place == "DEU"
