"""Points that do not say of what: percentage points of a rate, own points of an index, in every language and wording."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

from tests.each import each
from tests.match.outcomes import LATER
from workbench.compare import check, outcome
from workbench.core.period import year
from workbench.core.quantity import PERCENT, Dimension, Unit
from workbench.core.series import Observation, Series, SeriesRef
from workbench.extract import read_text
from workbench.match import in_english
from workbench.match.query.query import query_of
from workbench.match.ranking.rank_series import TitleIndex

FALLS = {
    "en": [
        "The youth unemployment rate in Greece dropped {} points from 2013 to 2018.",
        "In 2018 youth unemployment in Greece was {} points lower than in 2013.",
        "Between 2013 and 2018 youth unemployment in Greece came down by {} points.",
    ],
    "de": [
        "Die Jugendarbeitslosenquote in Griechenland sank von 2013 bis 2018 um {} Punkte.",
        "2018 lag die Jugendarbeitslosenquote in Griechenland um {} Punkte niedriger als 2013.",
        "Die Jugendarbeitslosenquote in Griechenland gab von 2013 bis 2018 um {} Punkte nach.",
    ],
    "mk": [
        "Стапката на невработеност кај младите во Грција падна за {} поени од 2013 до 2018 година.",
        "Стапката на невработеност кај младите во Грција се симна за {} поени од 2013 до 2018 година.",
    ],
}
WORDINGS = [(language, said) for language, wordings in FALLS.items() for said in wordings]
RATE = Series(ref=SeriesRef("mine", "a"), title="Youth unemployment rate", unit=PERCENT)
INDEX = Series(ref=SeriesRef("mine", "b"), title="Corruption Perceptions Index", unit=Unit(Dimension.INDEX, "point"))
NUMBER = Series(ref=SeriesRef("mine", "c"), title="Unemployed young people", unit=Unit(Dimension.COUNT, "person"))


def rows(series: Series, *values: str) -> list[Observation]:
    """Greece's figures of 2013 and 2018."""
    return [
        Observation(ref=series.ref, place="GRC", period=year(y), value=Decimal(value))
        for y, value in zip((2013, 2018), values, strict=True)
    ]


@each(
    ("wording", "points", "word"),
    [(wording, *case) for wording, case in product(WORDINGS, [("18", "supported"), ("8", "contradicted")])],
)
def test_points_of_a_rate_are_percentage_points(wording, points, word):
    """Youth unemployment in Greece dropped 18 points from 2013 to 2018 (58.3 and 39.9 percent)."""
    language, said = wording
    (claim,) = read_text(said.format(points), language=language, said=LATER).claims
    (found,) = check(in_english(claim), RATE, rows(RATE, "58.3", "39.9"), today=LATER)
    assert (found.unit, found.measured) == ("percentage points", Decimal("-18.4"))
    assert outcome([found])[0] == word


def test_points_of_an_index_are_its_own():
    """Greece scored 9 points more on the index in 2018 than in 2013."""
    said = "Greece scored 9 points more on the Corruption Perceptions Index in 2018 than in 2013."
    (claim,) = read_text(said, said=LATER).claims
    (found,) = check(claim, INDEX, rows(INDEX, "36", "45"), today=LATER)
    assert (found.measured, outcome([found])[0]) == (Decimal(9), "supported")


@each(("language", "said"), WORDINGS)
def test_a_rate_is_usable_for_points_and_a_number_of_people_is_not(language, said):
    """Youth unemployment dropped 18 points: that is no 18 people."""
    (claim,) = read_text(said.format(18), language=language, said=LATER).claims
    ranked = TitleIndex([RATE, NUMBER]).rank(query_of(in_english(claim)))
    barred = {found.series.ref.key: found.barred for found in ranked}
    assert barred["a"] is None
    assert barred.get("c", "not ranked") is not None
