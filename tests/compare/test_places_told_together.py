"""One figure of several places is that of their sum, or of none of them alone; two figures are told apart."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.each import each
from tests.match.outcomes import LATER
from workbench.compare import check, outcome, plan
from workbench.core.period import year
from workbench.core.quantity import PERCENT, Dimension, Unit
from workbench.core.series import Additivity, Observation, Series, SeriesRef
from workbench.extract import read_text
from workbench.match import in_english

AID = Series(
    ref=SeriesRef("mine", "a"),
    title="Development aid",
    unit=Unit(Dimension.MONEY, "dollar", "USD"),
    adds=Additivity.SUM,
)
RATE = Series(ref=SeriesRef("mine", "b"), title="Unemployment rate", unit=PERCENT)
FIGURES = {"NOR": "4260000000", "SWE": "6000000000"}
TOGETHER = [
    ("en", "Norway and Sweden together gave {} billion dollars in development aid in 2018."),
    ("en", "Norway and Sweden gave {} billion dollars in development aid between them in 2018."),
    ("en", "Put Norway and Sweden together: they gave {} billion dollars in development aid in 2018."),
    ("de", "Norwegen und Schweden gaben 2018 zusammen {} Milliarden Dollar an Entwicklungshilfe."),
    ("de", "Norwegen und Schweden kamen 2018 gemeinsam auf {} Milliarden Dollar Entwicklungshilfe."),
    ("mk", "Норвешка и Шведска заедно дадоа {} милијарди долари развојна помош во 2018 година."),
]
EACH_OR_ALL = [
    ("en", "Norway and Sweden gave {} billion dollars in development aid in 2018."),
    ("de", "Norwegen und Schweden gaben 2018 {} Milliarden Dollar an Entwicklungshilfe."),
    ("mk", "Норвешка и Шведска дадоа {} милијарди долари развојна помош во 2018 година."),
]


def found_of(said: str, language: str, series: Series, figures: dict[str, str]) -> list[str]:
    """Return the outcome of each claim of a sentence beside the figures of 2018."""
    rows = [
        Observation(ref=series.ref, place=place, period=year(2018), value=Decimal(value))
        for place, value in figures.items()
    ]
    claims = read_text(said, said=LATER, language=language).claims
    return [outcome(check(in_english(claim), series, rows, today=LATER))[0] for claim in claims]


def written(figure: str, language: str) -> str:
    return figure if language == "en" else figure.replace(".", ",")


@pytest.mark.parametrize(("language", "said"), TOGETHER)
def test_the_figure_of_several_together_is_their_sum(language, said):
    """Norway and Sweden together gave 10.3 billion dollars, and not 4.3 or 6."""
    found = {
        size: found_of(said.format(written(size, language)), language, AID, FIGURES) for size in ("10.3", "4.3", "6.0")
    }
    assert found["10.3"] == ["supported"]
    assert "supported" not in found["4.3"] + found["6.0"]


@each(("language", "said"), EACH_OR_ALL)
@each("size", ["10.3", "4.3", "6.0"])
def test_one_figure_of_several_is_never_that_of_one(language, said, size):
    """Norway and Sweden gave 4.3 billion: each or both? Norway's figure settles nothing."""
    assert found_of(said.format(written(size, language)), language, AID, FIGURES) == ["undecided"]


def test_rates_do_not_add_up():
    """Unemployment in Norway and Sweden together was 10 percent."""
    said = "In Norway and Sweden together unemployment was 10 percent in 2018."
    assert found_of(said, "en", RATE, {"NOR": "4", "SWE": "6"}) == ["undecided"]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("In 2018 unemployment in Norway and Sweden stood at 4 and 6 percent respectively.", ["supported"] * 2),
        ("In 2018 unemployment in Norway and Sweden stood at 6 and 4 percent respectively.", ["undecided"] * 2),
        ("In 2018 unemployment in Norway and Sweden stood at 7 and 9 percent respectively.", ["contradicted"] * 2),
        (
            "In 2018 unemployment in Norway, at 4 percent, was lower than in Sweden and Spain.",
            ["undecided"],
        ),  # Spain has none
    ],
)
def test_a_figure_for_each_is_told_in_their_order(said, words):
    """Norway and Sweden stood at 4 and 6 percent respectively."""
    assert found_of(said, "en", RATE, {"NOR": "4", "SWE": "6"}) == words


def test_all_of_them_are_asked_for():
    """What is to be added up must be fetched."""
    (claim,) = read_text("Norway and Sweden together gave 10.3 billion dollars in aid in 2018.", said=LATER).claims
    assert claim.place == "NOR+SWE"
    assert set(plan(claim, AID).places) == {"NOR", "SWE"}
