"""Per hundred inhabitants, so many of a thousand children: the base in words or in digits, in every language."""

from __future__ import annotations

import pytest

from tests.match.outcomes import outcome_of
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Series, SeriesRef

LINES = Series(
    ref=SeriesRef("mine", "a"),
    title="Fixed broadband subscriptions",
    unit=Unit(Dimension.RATE, "subscription", "", "100 inhabitants"),
)
DEATHS = Series(
    ref=SeriesRef("mine", "b"),
    title="Under-five mortality rate",
    unit=Unit(Dimension.RATE, "death", "", "1,000 live births"),
)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "There were 41 fixed broadband subscriptions per hundred inhabitants in Germany in 2018."),
        ("en", "There were 41 fixed broadband subscriptions per 100 inhabitants in Germany in 2018."),
        ("en", "There were 41 fixed broadband subscriptions for every hundred inhabitants in Germany in 2018."),
        ("de", "41 feste Breitbandanschlüsse je hundert Einwohner gab es 2018 in Deutschland."),
        ("de", "41 feste Breitbandanschlüsse pro 100 Einwohner gab es 2018 in Deutschland."),
    ],
)
def test_per_hundred_is_per_100(language, said):
    """41 broadband lines per hundred inhabitants, je hundert Einwohner."""
    found = [outcome_of(said, language, LINES, figure, 2018) for figure in ("41.1", "28.3")]
    assert (found[0], found[1] == "supported") == ("supported", False)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "In Nigeria in 2019, 117 of every thousand children died before the age of five."),
        ("de", "2019 starben in Nigeria 117 von tausend Kindern vor ihrem fünften Geburtstag."),
        ("de", "2019 starben in Nigeria je tausend Lebendgeburten 117 Kinder vor ihrem fünften Geburtstag."),
        ("mk", "Во Нигерија во 2019 од илјада деца 117 починаа пред петтиот роденден."),
        ("mk", "Во Нигерија во 2019 117 од 1.000 деца починаа пред петтиот роденден."),
    ],
)
def test_children_born_are_births(language, said):
    """117 of every thousand children died before the age of five: per 1,000 live births, as offices count."""
    found = [outcome_of(said, language, DEATHS, figure, 2019) for figure in ("117.2", "64.5")]
    assert (found[0], found[1] == "supported") == ("supported", False)
