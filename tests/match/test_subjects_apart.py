"""Whom a figure is told of, where a clause stands between them: "A man who was born there, …, lives 79 years"."""

from __future__ import annotations

import pytest

from tests.match.outcomes import outcome_of
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Series, SeriesRef

LIFE = Series(
    ref=SeriesRef("mine", "life"), title="Life expectancy at birth", unit=Unit(Dimension.DURATION, "year", "yr")
)

OF_SOME = [
    ("de", "Ein Mann, der 2019 in Deutschland geboren wurde, wird im Schnitt gut {} Jahre alt."),
    ("de", "Eine Frau, die 2019 in Deutschland geboren wurde, wird im Schnitt gut {} Jahre alt."),
    ("de", "Eine Frau wird in Deutschland 2019 im Schnitt gut {} Jahre alt."),
    ("de", "Frauen, die 2019 in Deutschland geboren wurden, werden im Schnitt gut {} Jahre alt."),
    ("en", "A man, if he was born in Germany in 2019, can expect to live about {} years."),
    ("en", "Women, the minister said, had a life expectancy of about {} years in Germany in 2019."),
    ("mk", "Жените, рече министерот, имаа очекуван животен век од околу {} години во Германија во 2019."),
]


@pytest.mark.parametrize(("language", "said"), OF_SOME)
@pytest.mark.parametrize("years", ["81", "79"])
def test_a_figure_of_men_or_women_is_not_that_of_all(language: str, said: str, years: str):
    assert outcome_of(said.format(years), language, LIFE, "81.3", 2019) == "undecided"


ADDRESSED = [
    ("de", "Frau Präsidentin, meine Damen und Herren, 2019 lag die Lebenserwartung in Deutschland bei gut 81 Jahren."),
    ("de", "Wissen Sie, Frau Kollegin, die Lebenserwartung in Deutschland lag 2019 bei gut 81 Jahren."),
    ("en", "Madam Speaker, as the minister knows, life expectancy in Germany was just over 81 years in 2019."),
]


@pytest.mark.parametrize(("language", "said"), ADDRESSED)
def test_who_is_spoken_to_is_nobody_who_is_counted(language: str, said: str):
    assert outcome_of(said, language, LIFE, "81.3", 2019) == "supported"
