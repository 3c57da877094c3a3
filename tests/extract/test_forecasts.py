"""What is expected, reckoned with or forecast is told of no past time: no figure that is out bears it out or refutes it."""

from datetime import date

import pytest

from tests.each import each
from workbench.core.claim import ClaimKind
from workbench.extract import read_text

TO_COME = [
    ("en", "Next year we expect at least a billion dollars of investment to flow in."),
    ("en", "The bank expects growth of 2 percent."),
    ("en", "Inflation is expected to hit 5 percent."),
    ("de", "Nächstes Jahr erwarten wir mindestens eine Milliarde Dollar an Investitionen."),
    ("de", "Wir rechnen damit, dass die Inflation auf 5 Prozent steigt."),
    ("de", "Es werden 5.000 neue Stellen erwartet."),
    ("de", "Das Institut erwartet ein Wachstum von 2 Prozent."),
    ("de", "Die Bank prognostiziert eine Inflation von 5 Prozent."),
    ("mk", "Догодина очекуваме да влезат барем една милијарда долари странски инвестиции."),
    ("mk", "Се очекува инфлација од 5 проценти."),
    ("mk", "Банката прогнозира раст од 2 проценти."),
]


@each(("language", "said"), TO_COME)
def test_what_is_expected_is_no_level(language, said):
    """Догодина очекуваме да влезат барем една милијарда долари."""
    assert [claim.kind for claim in read_text(said, language=language).claims] == [ClaimKind.PROMISE]


PAST = [
    ("en", "Growth was higher than we expected: 3 percent."),
    ("en", "A newborn in Japan can expect to live 84 years."),
    ("en", "They expect to live to 84."),
    ("de", "Es kamen mehr als erwartet: 5.000 Menschen."),
    ("de", "Die Inflation lag bei 5 Prozent, wie erwartet."),
    ("de", "Ein Neugeborenes kann 80 Jahre erwarten."),
    ("mk", "Новороденче може да очекува да живее 75 години."),
]


@pytest.mark.parametrize(("language", "said"), PAST)
def test_more_than_expected_and_how_long_people_live_are_no_forecasts(language, said):
    """Es kamen mehr als erwartet: 5.000 Menschen."""
    assert all(claim.kind is not ClaimKind.PROMISE for claim in read_text(said, language=language).claims)


def test_next_year_is_one_word_in_macedonian():
    """Догодина ќе отвориме 20 училишта."""
    claim = read_text("Догодина ќе отвориме 20 училишта.", language="mk", said=date(2021, 5, 5)).claims[0]
    assert claim.period is not None
    assert claim.period.value.start.year == 2022
