"""A comparison that holds bears out no figure that stands beside it."""

from __future__ import annotations

import pytest

ABOUT = {"date": "2019-06-01", "place": "DEU"}
BESIDE = {
    "en": [
        "Our {} percent unemployment is lower than in Greece.",
        "Our unemployment rate of {} percent is far below that of Greece.",
    ],
    "de": [
        "Unsere Arbeitslosenquote von {} Prozent ist niedriger als in Griechenland.",
        "Unsere Arbeitslosenquote liegt mit {} Prozent unter der von Griechenland.",
    ],
    "mk": ["Нашата стапка на невработеност од {} отсто е пониска отколку во Грција."],
}
DATA = """series,title,unit,place,time,value
jobless,Unemployment rate,% of the labour force,DEU,2016,4.12
jobless,Unemployment rate,% of the labour force,DEU,2017,3.75
jobless,Unemployment rate,% of the labour force,DEU,2018,3.38
jobless,Unemployment rate,% of the labour force,GRC,2016,23.54
jobless,Unemployment rate,% of the labour force,GRC,2017,21.49
jobless,Unemployment rate,% of the labour force,GRC,2018,19.29
"""


@pytest.mark.parametrize("language", BESIDE)
@pytest.mark.parametrize(("figure", "held"), [("3.4", True), ("3.0", False), ("2.9", False), ("8.4", False)])
def test_a_comparison_that_holds_bears_out_no_figure_beside_it(said, language, figure, held):
    """Our unemployment rate of 2.9 percent is lower than in Greece: lower it is, but 3.38 was the last figure."""
    for frame in BESIDE[language]:
        text = frame.format(figure if language == "en" else figure.replace(".", ","))
        answer = said(text, language=language)
        assert (answer["outcome"] == "supported") is held, f"{text}: {answer['why']}"
