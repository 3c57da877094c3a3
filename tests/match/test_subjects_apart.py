"""Whom a figure is told of, where a clause stands between them: "A man who was born there, …, lives 79 years"."""

from __future__ import annotations

import pytest

from tests.each import each
from tests.match.outcomes import outcome_of
from workbench.core.quantity import PERCENT, Dimension, Unit
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


@each(("language", "said"), OF_SOME)
@each("years", ["81", "79"])
def test_a_figure_of_men_or_women_is_not_that_of_all(language: str, said: str, years: str):
    assert outcome_of(said.format(years), language, LIFE, "81.3", 2019) == "undecided"


ADDRESSED = [
    ("de", "Frau Präsidentin, meine Damen und Herren, 2019 lag die Lebenserwartung in Deutschland bei gut 81 Jahren."),
    ("de", "Wissen Sie, Frau Kollegin, die Lebenserwartung in Deutschland lag 2019 bei gut 81 Jahren."),
    ("en", "Madam Speaker, as the minister knows, life expectancy in Germany was just over 81 years in 2019."),
]


JOBLESS = Series(ref=SeriesRef("mine", "u"), title="Unemployment rate", unit=PERCENT)
GREETED = [
    ("en", "Ladies and gentlemen, the unemployment rate in Spain was 26 percent in 2013."),
    ("en", "In 2013, ladies and gentlemen, the unemployment rate in Spain was 26 percent."),
    ("en", "Good evening, ladies & gentlemen, in 2013 the unemployment rate in Spain was 26 percent."),
    ("de", "Meine Damen und Herren, die Arbeitslosenquote in Spanien lag 2013 bei 26 Prozent."),
    ("mk", "Дами и господа, стапката на невработеност во Шпанија во 2013 беше 26 проценти."),
]


@pytest.mark.parametrize(("language", "said"), GREETED)
def test_ladies_and_gentlemen_are_no_women_out_of_work(language: str, said: str):
    """Ladies and gentlemen, the unemployment rate was 26 percent: that of all, and not that of women."""
    assert outcome_of(said, language, JOBLESS, "26", 2013) == "supported"
    assert outcome_of(said, language, JOBLESS, "12", 2013) == "contradicted"


def test_ladies_who_are_counted_are_women():
    said = "In 2013 the unemployment rate of ladies in Spain was 26 percent."
    assert outcome_of(said, "en", JOBLESS, "26", 2013) == "undecided"


@pytest.mark.parametrize(("language", "said"), ADDRESSED)
def test_who_is_spoken_to_is_nobody_who_is_counted(language: str, said: str):
    assert outcome_of(said, language, LIFE, "81.3", 2019) == "supported"
