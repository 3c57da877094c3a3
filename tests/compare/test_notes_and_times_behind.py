"""What stands behind a figure may make it another: a mark of a note, a time told in the next sentence, a record that no series holds."""

from __future__ import annotations

from datetime import date

from tests.each import each
from tests.match.outcomes import outcome_of_claim
from workbench.core.period import year
from workbench.core.quantity import PERCENT
from workbench.core.series import Series, SeriesRef
from workbench.extract import read_text

RATE = Series(ref=SeriesRef("mine", "a"), title="Unemployment rate", unit=PERCENT)
SAID_ON = date(2017, 5, 3)

OPEN = [
    ("en", "Unemployment in Spain was 20 percent. The year was 1987."),
    ("en", "Unemployment in Spain stood at 20 percent. It was the summer of 1987."),
    ("de", "Die Arbeitslosigkeit lag in Spanien bei 20 Prozent. Man schrieb das Jahr 1987."),
    ("de", "Die Arbeitslosigkeit lag in Spanien bei 20 Prozent. So war das 1987."),
    ("mk", "Невработеноста во Шпанија беше 20 отсто. Се сеќавам на 1987 година."),
    ("en", "Unemployment in Spain was 20 percent* in 2016."),
    ("en", "Unemployment in Spain was 20 %† in 2016."),
    ("de", "Die Arbeitslosigkeit lag in Spanien 2016 bei 20 Prozent*."),
    ("mk", "Невработеноста во Шпанија во 2016 година беше 20 отсто*."),
    ("en", "Not for a hundred years had unemployment in Spain been as high as in 2016, at 20 percent."),
    ("en", "Never in two generations had unemployment in Spain been as high as in 2016, at 20 percent."),
    ("de", "Seit Generationen war die Arbeitslosigkeit in Spanien nie so niedrig wie 2016, bei 20 Prozent."),
    ("mk", "Никогаш невработеноста во Шпанија не била толку ниска за сто години како во 2016 година, 20 отсто."),
]  # fmt: skip
DECIDED = [
    ("en", "Unemployment in Spain was 20 percent last year. In 1987 I was born."),
    ("en", "Unemployment in Spain was 20 percent in 2016. I came to Madrid in 1987."),
    ("en", "Unemployment in Spain is 20 percent. I came to Madrid in 1987."),
    ("en", "Unemployment in Spain was *20 percent* in 2016."),
    ("en", "Unemployment in Spain was **20 percent** in 2016."),
    ("de", "Die Arbeitslosigkeit lag in Spanien 2016 bei 20 Prozent. Ich kam 1987 her."),
]


def outcome(language: str, said: str) -> str:
    claim = read_text(said, language=language, said=SAID_ON).claims[0]
    return outcome_of_claim(claim, RATE, {year(2016): "20", year(2015): "22"})


@each(("language", "said"), OPEN)
def test_what_stands_behind_leaves_a_figure_open(language, said):
    """20 percent in 1987, of whom the note says, or the lowest in a hundred years: the figure of 2016 shows none of it."""
    assert outcome(language, said) == "undecided"


@each(("language", "said"), DECIDED)
def test_a_figure_with_a_time_of_its_own_and_no_note_is_decided(language, said):
    """Last year it was 20 percent, whatever else was in 1987; stars around a figure only stress it."""
    assert outcome(language, said) == "supported"
