"""“Keine sieben Prozent” is less than seven; “das wird hier gern vergessen” is no promise; who holds the seats is no part of the whole."""

from __future__ import annotations

from datetime import date

import pytest

from tests.each import each
from workbench.core.claim import ClaimKind
from workbench.core.qualifier import Sort
from workbench.core.quantity import Relation
from workbench.extract import read_text

SAID = date(2021, 6, 1)


def claim(text: str, language: str = "de"):
    return read_text(text, said=SAID, language=language, place="DEU").claims[0]


@each("figure", ["7 Prozent", "sieben Prozent", "hundert Anträge", "2,5 Millionen Menschen", "30 Kilometer"])
@each(
    "words",
    [
        "hatten wir keine {}.",
        "waren es keine {}.",
        "kamen keine ganzen {} zusammen.",
        "bekamen die Leute keine vollen {}.",
    ],
)
def test_not_even_so_many_is_fewer(words: str, figure: str):
    found = claim("2018 " + words.format(figure))
    assert found.amount.value.relation is Relation.LESS_THAN
    assert "not-said-so" not in {note.kind for note in found.notes}


@pytest.mark.parametrize("words", ["Es waren 2018 nicht 7 Prozent.", "Es waren 2018 keine genau 7 Prozent."])
def test_what_is_denied_is_no_bound(words: str):
    found = claim(words)
    assert "not-said-so" in {note.kind for note in found.notes}


@pytest.mark.parametrize(
    "aside",
    ["das wird hier ja immer gern unterschlagen", "was wird gern vergessen", "das wird bei uns oft verschwiegen"],
)
def test_what_is_done_with_a_figure_every_time_is_no_promise(aside: str):
    assert claim(f"2018 waren 5 Prozent mehr Frauen im Bundestag als 2017, {aside}.").kind is not ClaimKind.PROMISE


@pytest.mark.parametrize("words", ["Wir werden 2025 500 Wohnungen bauen.", "Das wird 2025 500 Stellen schaffen."])
def test_a_promise_stays_one(words: str):
    assert claim(words).kind is ClaimKind.PROMISE


@each("who", ["Frauen", "Männern", "Ausländern"])
@each("done", ["besetzt", "gehalten", "eingenommen", "besetzt worden"])
def test_who_holds_them_is_no_part_of_what_they_are_a_share_of(who: str, done: str):
    found = claim(f"2020 waren 61 Prozent der Sitze von {who} {done}.")
    (whole,) = [each.value.what for each in found.qualifiers if each.value.sort is Sort.SHARE_OF] or ["Sitze"]
    assert who not in whole


@pytest.mark.parametrize(
    "ahead",
    [
        "Compared with where we stood in 2011",
        "Against where they were in 2011",
        "Compared with the number there was in 2011",
        "Compared with 2011",
    ],
)
def test_a_base_that_a_sentence_begins_with(ahead: str):
    found = claim(f"{ahead}, there were 2.3 million more people in work in 2016.", "en")
    assert str(found.change.value.base) == "2011"
