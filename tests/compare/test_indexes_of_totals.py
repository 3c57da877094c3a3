"""An index of a whole tells how the whole changed, and not what falls to each person of it."""

from __future__ import annotations

from datetime import date

from tests.each import each
from workbench.compare import check
from workbench.core.finding import Agreement
from workbench.extract import read_text

IN_ALL = [
    ("en", "Energy use in the Netherlands rose by 35 percent from 1990 to 2005."),
    ("de", "Der Energieverbrauch in den Niederlanden war 2005 35 Prozent höher als 1990."),
    ("de", "Der Energiebedarf der Niederlande stieg von 1990 bis 2005 um 35 Prozent."),
    ("mk", "Потрошувачката на енергија во Холандија порасна за 35 проценти од 1990 до 2005 година."),
]
PER_PERSON = [
    ("en", "Energy use per person in the Netherlands rose by 35 percent from 1990 to 2005."),
    ("de", "Der Energieverbrauch pro Kopf in den Niederlanden war 2005 35 Prozent höher als 1990."),
    ("de", "Der Energieverbrauch je Einwohner in den Niederlanden war 2005 35 Prozent höher als 1990."),
    ("de", "Der Energiebedarf pro Einwohner der Niederlande stieg von 1990 bis 2005 um 35 Prozent."),
    ("mk", "Потрошувачката на енергија по глава на жител во Холандија порасна за 35 проценти од 1990 до 2005 година."),
]


def _agreements(make, language: str, said: str, title: str) -> set[Agreement]:
    series = make.series("index", title=title)
    rows = make.table({"NLD": {"1990": "100", "2005": "135"}})
    claims = read_text(said, said=date(2017, 3, 21), language=language).claims
    return {found.agreement for claim in claims for found in check(claim, series, rows, today=date(2018, 1, 1))}


@each(("language", "said"), IN_ALL)
def test_an_index_tells_how_the_whole_changed(make, language, said):
    assert _agreements(make, language, said, "Energy use, index (1990 = 100)") == {Agreement.EXACT}


@each(("language", "said"), PER_PERSON)
def test_an_index_of_the_whole_does_not_tell_what_falls_to_each(make, language, said):
    assert _agreements(make, language, said, "Energy use, index (1990 = 100)") == {Agreement.UNDECIDED}


@each(("language", "said"), PER_PERSON)
def test_an_index_per_person_tells_it(make, language, said):
    assert _agreements(make, language, said, "Energy use per capita, index (1990 = 100)") == {Agreement.EXACT}
