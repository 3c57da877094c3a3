"""Points, remarks and items of an agenda structure a talk or a meeting; nobody checks how many there were."""

from __future__ import annotations

import pytest

from workbench.extract import read_text

STRUCTURE = [
    ("en", "Let me make three points about pensions."),
    ("en", "Allow me two remarks on the reserve account."),
    ("en", "I have two observations on the budget."),
    ("en", "The council dealt with 34 items on the agenda."),
    ("de", "Drei Punkte will ich deshalb ansprechen."),
    ("de", "Ich habe zwei Anmerkungen zum Haushalt."),
    ("de", "Auf der Tagesordnung stehen 14 Punkte."),
    ("mk", "На седницата беа разгледани вкупно 34 точки од дневниот ред."),
    ("mk", "Имам две забелешки за буџетот."),
]
FIGURES = [
    ("en", "The index fell by three points."),
    ("en", "The shop sold 34 items."),
    ("de", "Die Partei verlor drei Punkte."),
    ("de", "Die Inflation stieg um drei Punkte."),
    ("mk", "Индексот падна за три поени."),
]


@pytest.mark.parametrize(("language", "said"), STRUCTURE)
def test_what_structures_a_talk_is_no_claim(language, said):
    assert not [claim for claim in read_text(said, language=language).claims if claim.amounts]


@pytest.mark.parametrize(("language", "said"), FIGURES)
def test_points_of_an_index_are_claims(language, said):
    (claim,) = read_text(said, language=language).claims
    assert claim.amounts
