"""Bounds that are none: where something got to is said with the words that elsewhere bound it."""

from __future__ import annotations

import pytest

from tests.each import each
from workbench.core.quantity import Relation
from workbench.extract import read_text
from workbench.extract.amounts.amounts import find_amounts
from workbench.extract.change.changes import find_changes
from workbench.extract.words.change_words import word_set

FIGURES = ["20 percent", "4,500 doctors", "1.2 million euros", "$3bn"]


def _said(text: str, language: str = "en"):
    amounts = find_amounts(text, language)
    return amounts, find_changes(text, amounts, [], None, language)


@each("figure", FIGURES)
@each(
    "words",
    ["went up to", "went back up to", "is back up to", "are now up to", "has come up to", "climbed up to",
     "crept slowly up to", "is going up to", "went all the way up to", "moved up again to", "brought it up to",
     "pushed the number of them up to", "inched back up to", "went from 5 percent up to"],
)  # fmt: skip
def test_up_to_behind_a_word_of_motion_is_no_bound(words, figure):
    amounts, changes = _said(f"The number {words} {figure}.")
    target = amounts[-1]
    assert target.value.relation is Relation.IS
    assert target.alternatives == ()
    assert not changes or changes[0].value.target in {None, target}


def test_every_word_of_motion_leads_to_its_figure():
    for verb in word_set("spans", "moves") - {"passed", "turned", "taken", "shifted", "shifting"}:
        (amount,) = find_amounts(f"The rate {verb} up to 20 percent.")
        assert amount.value.relation is Relation.IS, verb


@each("figure", FIGURES)
@each(
    "words",
    ["Up to {} were lost.", "We hire up to {} a year.", "It can be up to {}.", "Up to {} of households are cold.",
     "It applies to up to {} of them.", "Prices fell by up to {}.", "Fines are up to {}.", "At most {} were lost."],
)  # fmt: skip
def test_up_to_elsewhere_is_a_bound(words, figure):
    (amount,) = find_amounts(words.format(figure))
    assert amount.value.relation is Relation.AT_MOST
    assert amount.alternatives == ()


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("Unemployment is up to 20 percent.", Relation.IS),
        ("The share was up to 12 percent.", Relation.IS),
        ("Unemployment rose to up to 20 percent.", Relation.IS),
        ("Prices rose to as much as 20 euros.", Relation.IS),
        ("Prices fell up to 20 percent.", Relation.AT_MOST),
        ("Wages increased up to 20 percent.", Relation.AT_MOST),
    ],
)
def test_what_may_be_either_keeps_both_readings_and_says_so(said, first):
    (claim,) = read_text(said).claims
    (amount,) = find_amounts(said)
    assert (amount.value.relation, len(amount.alternatives)) == (first, 1)
    assert {amount.value.relation, amount.alternatives[0].relation} == {Relation.IS, Relation.AT_MOST}
    assert "ambiguous-number" in {note.kind for note in claim.notes}


OTHER_LANGUAGES = [
    ("de", "Die Quote ist wieder auf bis zu 20 Prozent gestiegen.", [Relation.IS, Relation.AT_MOST]),
    ("de", "Die Quote stieg auf bis zu 20 Prozent.", [Relation.IS, Relation.AT_MOST]),
    ("de", "Bis zu 20 Prozent der Haushalte frieren.", [Relation.AT_MOST]),
    ("de", "Das trifft auf bis zu 20 Prozent der Haushalte zu.", [Relation.AT_MOST]),
    ("de", "Die Preise sind um bis zu 20 Prozent gestiegen.", [Relation.AT_MOST]),
    ("mk", "Невработеноста повторно се искачи до 20 проценти.", [Relation.IS]),
    ("mk", "Цените паднаа до 20 проценти.", [Relation.IS]),
    ("mk", "До 20 проценти од домаќинствата немаат греење.", [Relation.AT_MOST]),
    ("mk", "Казната е до 500 евра.", [Relation.AT_MOST]),
]


@pytest.mark.parametrize(("language", "said", "relations"), OTHER_LANGUAGES)
def test_bounds_of_other_languages(language, said, relations):
    (amount,) = find_amounts(said, language)
    assert [a.relation for a in (amount.value, *amount.alternatives)] == relations


def test_a_level_reached_is_where_the_change_led():
    """Back up to 20 percent: a rise, and 20 is where it ended."""
    _, (change,) = _said("Unemployment went back up to 20 percent.")
    assert change.value.direction.value == "up"
    assert change.value.target is not None
    assert str(change.value.target.value) == "20 percentage"
