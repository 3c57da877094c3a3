"""A record that names no language is read in its own, not as English, and its place is named in any."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.desk.batch.record import Record
from workbench.desk.batch.record_reading import read

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


@pytest.mark.parametrize(
    ("place", "kept", "told"),
    [
        ("DEU", "DEU", []),
        ("Germany", "DEU", []),
        ("Deutschland", "DEU", []),
        ("Германија", "DEU", []),
        ("Ward 4", "Ward 4", ["unknown-place"]),
    ],
)
def test_the_place_of_a_record_in_any_language(place, kept, told):
    """A place of no table may be one of the user's own file: it is used as it is written, and told."""
    reading = read(Record("1", "Unemployment was 5.3 percent in 2018.", date(2019, 5, 1), place))
    assert [claim.place for claim in reading.claims] == [kept]
    assert [problem.kind for problem in reading.problems if problem.kind == "unknown-place"] == told
