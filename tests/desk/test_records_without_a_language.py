"""A record that names no language is read in its own, not as English."""

from __future__ import annotations

import pytest

DATA = """series,title,unit,place,time,value
jobless,Unemployment rate,% of the labour force,DEU,2018,3.38
"""

SAID = [
    "In 2018 the unemployment rate in Germany was {} percent.",
    "Die Arbeitslosenquote lag 2018 in Deutschland bei {} Prozent.",
    "Во 2018 година стапката на невработеност во Германија изнесуваше {} отсто, рече министерот.",
]


@pytest.mark.parametrize("frame", SAID)
@pytest.mark.parametrize(("figure", "outcome"), [("3.4", "supported"), ("5.4", "contradicted")])
def test_the_language_of_a_record_is_guessed(said, frame, figure, outcome):
    text = frame.format(figure if frame.startswith("In") else figure.replace(".", ","))
    assert said(text, date="2019-06-01")["outcome"] == outcome
