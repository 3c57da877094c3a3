"""A level without a time is compared with the latest figure, which refutes it only where no figure of late was near."""

from __future__ import annotations

from datetime import date
from itertools import product

from tests.each import each
from tests.match.outcomes import LATER, outcome_of_claim
from workbench.core.period import year
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Series, SeriesRef
from workbench.extract import read_text

RATE = Series(
    ref=SeriesRef("mine", "a"),
    title="Unemployment rate",
    unit=Unit(dimension=Dimension.SHARE, name="percent of labour force"),
)
LATE = {
    year(2016): "8.1",
    year(2017): "7.4",
    year(2018): "6.2",
    year(2019): "5.3",
    year(2020): "5.1",
    year(2021): "4.4",
}
SAID = {
    "en": "The unemployment rate in Germany is {}{} percent.", "de": "Die Arbeitslosenquote in Deutschland liegt bei {}{} Prozent.",
    "mk": "Стапката на невработеност во Германија е {}{} отсто.",
}  # fmt: skip
DATED = {
    "en": "In 2021 the unemployment rate in Germany was {} percent.",
    "de": "2021 lag die Arbeitslosenquote in Deutschland bei {} Prozent.",
}


def outcome(text: str, language: str) -> str:
    return outcome_of_claim(read_text(text, language=language, said=LATER).claims[0], RATE, LATE)


def written(figure: str, language: str) -> str:
    return figure if language == "en" else figure.replace(".", ",")


@each("language, figure", list(product(SAID, ("3.8", "5.3", "6.2", "7.4", "3.4", "9.2"))))
def test_a_level_near_figures_of_late_is_not_refuted(language, figure):
    """Unemployment is at 3.8 percent, said in March: the 4.4 of the year before may have moved so far by now."""
    assert outcome(SAID[language].format("", written(figure, language)), language) == "undecided"


@each("language", SAID)
def test_the_latest_figure_bears_it_out(language):
    """Unemployment is at 4.4 percent: the latest figure is that."""
    assert outcome(SAID[language].format("", written("4.4", language)), language) == "supported"


@each("language, figure", list(product(DATED, ("3.8", "5.3", "6.2"))))
def test_a_level_of_a_named_year_is_refuted(language, figure):
    """In 2021 unemployment was 5.3 percent: it was 4.4, and what it was in 2019 does not matter."""
    assert outcome(DATED[language].format(written(figure, language)), language) == "contradicted"


@each("language", SAID)
def test_a_figure_of_years_ago_refutes_no_level_of_today(language):
    """Unemployment is at 44 percent, said in spring 2024: the last figure is that of 2021, and nobody knows today's."""
    claim = read_text(
        SAID[language].format("", written("44", language)), language=language, said=date(2024, 3, 1)
    ).claims[0]
    assert outcome_of_claim(claim, RATE, LATE) == "undecided"


@each("language", SAID)
def test_a_figure_of_last_year_refutes_a_level_far_from_all(language):
    """Unemployment is at 44 percent, said in March 2022: it was 4.4 the year before and never near that of late."""
    assert outcome(SAID[language].format("", written("44", language)), language) == "contradicted"
