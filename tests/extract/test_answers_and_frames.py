"""A figure that answers a question measures what was asked, where it was asked of; a country that is spoken of is not taken for our own."""

import pytest

from tests.each import each
from workbench.extract import read_text

ASKED = [
    ("en", "GBR", "What was unemployment in Spain in 2012? {}", "unemployment rate"),
    ("de", "DEU", "Wie hoch war die Arbeitslosenquote in Spanien 2012? {}", "Arbeitslosenquote"),
    ("mk", "MKD", "Колкава беше невработеноста во Шпанија во 2012? {}", "стапка на невработеност"),
]
ANSWERS = {
    "en": [
        "Twenty-five per cent.",
        "Twenty-five per cent; wages fell all the same.",
        "Twenty-five per cent, and the taxes went up all the same.",
        "Horrible! Twenty-five per cent: and food was dearer still.",
    ],
    "de": ["Fünfundzwanzig Prozent.", "Fünfundzwanzig Prozent; die Steuern stiegen trotzdem."],
    "mk": ["Дваесет и пет проценти.", "Дваесет и пет проценти; а даноците растеа."],
}


@each(
    ("language", "home", "asked", "answer", "measure"),
    [
        (language, home, asked, answer, measure)
        for language, home, asked, measure in ASKED
        for answer in ANSWERS[language]
    ],
)
def test_an_answer_measures_what_was_asked(language, home, asked, answer, measure):
    """What was unemployment in Spain in 2012? Twenty-five per cent; wages fell all the same."""
    claim = read_text(asked.format(answer), language=language, place=home).claims[0]
    assert (claim.measure, claim.place) == (measure, "ESP")


@pytest.mark.parametrize(
    ("said", "measure"),
    [
        ("Poland, mate? A fifth of the workforce was jobless there in 2018.", "unemployment rate"),
        ("Is he serious? Inflation was 12 percent in 2018.", "Inflation"),
    ],
)
def test_an_answer_in_whole_sentences_measures_what_it_says(said, measure):
    """Poland, mate? A fifth of the workforce was jobless there in 2018."""
    assert read_text(said, place="GBR").claims[0].measure == measure


FRAMED = [
    (
        "de",
        "DEU",
        "Schauen Sie doch mal nach Schweden, da hat der Staat 7,6 Prozent des BIP in die Bildung gesteckt.",
        "SWE",
    ),
    ("en", "GBR", "Take Slovenia: the state put 7.6 percent of GDP into schools.", "SVN"),
    ("en", "GBR", "Look at Sweden, the state put 7.6 percent of GDP into schools.", "SWE"),
]


@pytest.mark.parametrize(("language", "home", "said", "place"), FRAMED)
def test_a_country_to_look_at_is_the_place(language, home, said, place):
    """Schauen Sie doch mal nach Schweden, da hat der Staat 7,6 Prozent in die Bildung gesteckt."""
    assert read_text(said, language=language, place=home).claims[0].place == place


ELSEWHERE = [
    ("en", "GBR", "Sweden, my friends, did well: the state put 7.6 percent of GDP into schools."),
    ("de", "AUT", "Schweden hat es geschafft: Der Staat steckte 7,6 Prozent des BIP in die Bildung."),
]


@pytest.mark.parametrize(("language", "home", "said"), ELSEWHERE)
def test_no_place_is_assumed_beside_a_country_that_is_spoken_of(language, home, said):
    """Sweden did well: the state put 7.6 percent of GDP into schools. Whose state?"""
    assert read_text(said, language=language, place=home).claims[0].place != home


AT_HOME = [
    ("en", "GBR", "Our exports to Germany rose by 3 percent."),
    ("en", "GBR", "Sweden did well: we put 7.6 percent of GDP into schools."),
    ("en", "GBR", "Unemployment was 5 percent, lower than in France."),
    ("de", "AUT", "Der Handel mit Schweden wuchs, die Arbeitslosenquote lag bei 5 Prozent."),
]


@pytest.mark.parametrize(("language", "home", "said"), AT_HOME)
def test_our_own_place_is_ours_beside_partners_and_others(language, home, said):
    """Sweden did well: we put 7.6 percent of GDP into schools."""
    assert read_text(said, language=language, place=home).claims[0].place == home
