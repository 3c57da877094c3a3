"""A change of which the text tells no base decides nothing, though the years that are near would give it."""

from __future__ import annotations

import pytest

DATA = """series,title,unit,place,time,value
flu,Number of cases of influenza,cases,MKD,2016,310
flu,Number of cases of influenza,cases,MKD,2017,540
flu,Number of cases of influenza,cases,MKD,2018,1890
"""

ABOUT = {"date": "2019-02-11", "place": "MKD"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Cases of influenza have more than tripled, and nobody in the ministry says a word."),
        ("en", "Cases of influenza are up by 250 percent!"),
        ("en", "We now have 1,350 more cases of influenza."),
        ("en", "By 2018 the number of cases of influenza had risen by 250 percent."),
        ("en", "Until 2018 the cases of influenza rose by 1,350."),
        ("en", "Since then the cases of influenza have more than tripled."),
        ("de", "Die Zahl der Fälle von Influenza hat sich mehr als verdreifacht."),
        ("de", "Bis 2018 hat sich die Zahl der Fälle von Influenza mehr als verdreifacht."),
        ("de", "Die Zahl der Fälle von Influenza ist um 250 Prozent gestiegen."),
        ("mk", "Бројот на случаи на грип е зголемен за 250 проценти."),
        ("mk", "Бројот на случаи на грип до 2018 година порасна за 250 проценти."),
    ],
)
def test_a_size_without_a_base_is_left_open(said, language: str, text: str) -> None:
    answer = said(text, language=language)
    assert answer["outcome"] == "undecided", answer["why"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In 2018 cases of influenza more than tripled."),
        ("en", "Cases of influenza rose by 250 percent in 2018."),
        ("en", "From 2017 to 2018 cases of influenza rose by 1,350."),
        ("de", "Von 2017 bis 2018 hat sich die Zahl der Fälle von Influenza mehr als verdreifacht."),
        ("de", "2018 ist die Zahl der Fälle von Influenza um 250 Prozent gestiegen."),
        ("mk", "Бројот на случаи на грип од 2017 до 2018 година порасна за 250 проценти."),
    ],
)
def test_a_size_with_its_base_is_borne_out(said, language: str, text: str) -> None:
    answer = said(text, language=language)
    assert answer["outcome"] == "supported", answer["why"]
