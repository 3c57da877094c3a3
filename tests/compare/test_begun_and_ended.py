"""A year that is begun or ended with a figure: the figure is of its edge, not of the whole year, in every language."""

from __future__ import annotations

import pytest

from tests.each import each
from tests.match.outcomes import LATER, outcome_of_claim
from workbench.core.claim import EDGE_OF_YEAR
from workbench.core.period import month
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Series, SeriesRef
from workbench.extract import read_text

INFLATION = Series(ref=SeriesRef("mine", "a"), title="Inflation rate", unit=Unit(Dimension.SHARE, "percentage", "%"))
MONTHS = ("3.54", "3.76", "4.67", "6.08", "5.89", "5.88", "5.81", "5.59", "6.00", "6.24", "7.37", "7.36")

ENDED = (
    ("en", "Inflation in Mexico ended 2021 at {}."),
    ("en", "Mexico closed the year 2021 with inflation of {}."),
    ("en", "Mexico finished 2021 with inflation of {}."),
    ("en", "2021 ended with inflation of {} in Mexico."),
    ("de", "Mexiko beendete das Jahr 2021 mit einer Inflation von {}."),
    ("de", "Mexiko schloss 2021 mit einer Inflation von {} ab."),
    ("de", "2021 endete in Mexiko mit einer Inflation von {}."),
    ("mk", "Мексико ја заврши 2021 година со инфлација од {}."),
    ("mk", "Мексико ја заврши 2021-ва со инфлација од {}."),
)
BEGUN = (
    ("en", "Inflation in Mexico began 2021 at {}."),
    ("en", "Mexico entered 2021 with inflation of {}."),
    ("en", "Mexico went into 2021 with inflation of {}."),
    ("de", "Mexiko startete ins Jahr 2021 mit einer Inflation von {}."),
    ("mk", "Мексико ја почна 2021 година со инфлација од {}."),
    ("mk", "Мексико влезе во 2021 година со инфлација од {}."),
)
TOLD = {"en": "{} percent", "de": "{} Prozent", "mk": "{} проценти"}


def outcome(language: str, said: str, figure: str) -> str:
    told = TOLD[language].format(figure if language == "en" else figure.replace(".", ","))
    claim = read_text(said.format(told), language=language, said=LATER).claims[0]
    figures = {month(2021, number): value for number, value in enumerate(MONTHS, 1)}
    return outcome_of_claim(claim, INFLATION, figures)


@each(("language", "said"), ENDED)
def test_a_year_ends_with_the_figure_of_its_last_month(language, said):
    """Mexico closed 2021 with inflation of 7.36 percent: in December it was, and the mean of the year was 5.68."""
    assert outcome(language, said, "7.36") == "supported"
    assert outcome(language, said, "9.12") == "contradicted"


@each(("language", "said"), BEGUN)
def test_a_year_begins_with_the_figure_of_its_first_month(language, said):
    """Mexico entered 2021 with inflation of 3.54 percent: in January it was."""
    assert outcome(language, said, "3.54") == "supported"
    assert outcome(language, said, "9.12") == "contradicted"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "The war ended in 2021 with 200 deaths."),
        ("en", "20 schools closed last year."),
        ("en", "150,000 people left last year."),
        ("de", "2021 endeten 200 Verfahren."),
        ("mk", "Во 2021 година завршија 200 постапки."),
    ],
)
def test_what_begins_or_ends_in_a_year_is_of_the_whole_year(language, said):
    """20 schools closed last year: in all of it."""
    claim = read_text(said, language=language, said=LATER).claims[0]
    assert claim.period is not None
    assert claim.period.rule != EDGE_OF_YEAR
