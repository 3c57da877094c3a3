"""A mark that is passed is a bound, and a level that is reached "up to" a figure is none."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.core.quantity import Relation
from workbench.extract import read_text

SAID = date(2020, 6, 20)
MORE, LESS, IS = Relation.MORE_THAN, Relation.LESS_THAN, Relation.IS


@pytest.mark.parametrize(
    ("language", "text", "relation"),
    [
        ("en", "Exports of goods passed the two billion euro mark in 2018.", MORE),
        ("en", "Exports of goods broke the two billion euro barrier in 2018.", MORE),
        ("en", "Exports of goods cleared the 2 billion euro mark in 2018.", MORE),
        ("en", "Exports of goods passed 2 billion euros in 2018.", MORE),
        ("en", "Exports of goods burst through the 2 billion euro mark in 2018.", MORE),
        ("en", "Exports of goods did not pass the 2 billion euro mark in 2018.", Relation.AT_MOST),
        ("en", "Unemployment dropped through the six percent mark in 2018.", LESS),
        ("en", "Unemployment hit the six percent mark in 2018.", IS),
        ("en", "Parliament passed 14 laws in 2018.", IS),
        ("de", "Die Warenausfuhren übersprangen 2018 die Marke von zwei Milliarden Euro.", MORE),
        ("de", "Die Warenausfuhren stiegen 2018 über die Marke von zwei Milliarden Euro.", MORE),
        ("de", "Die Warenausfuhren haben 2018 die Zwei-Milliarden-Euro-Marke geknackt.", MORE),
        ("de", "Die Arbeitslosenquote fiel 2018 unter die Marke von 6 Prozent.", LESS),
        ("de", "Die Arbeitslosenquote hat 2018 die Marke von 6 Prozent unterschritten.", LESS),
        ("mk", "Извозот на стоки во 2018 ја помина границата од две милијарди евра.", MORE),
        ("mk", "Извозот на стоки во 2018 ја прескокна бројката од две милијарди евра.", MORE),
        ("mk", "Извозот на стоки во 2018 ја премина цифрата од две милијарди евра.", MORE),
        ("mk", "Невработеноста во 2018 падна под границата од 6 отсто.", LESS),
    ],
)
def test_a_mark_that_is_passed_is_a_bound(language: str, text: str, relation: Relation) -> None:
    """By any verb of passing, before the figure or behind it."""
    claims = read_text(text, said=SAID, language=language).claims
    reached = [each.change.value.target for each in claims if each.change is not None]
    figures = [mention for mention in (*reached, *(each.amount for each in claims)) if mention is not None]

    assert figures[0].value.relation is relation


@pytest.mark.parametrize("verb", ["picked", "ticked", "edged", "drifted", "crept", "went", "inched", "ratcheted"])
def test_a_level_that_is_reached_is_no_bound(verb: str) -> None:
    """The rate "picked up to 6.4 percent": it was 6.4, and not at most that."""
    claim = read_text(f"Inflation {verb} up to 6.4 percent in 2018.", said=SAID).claims[0]

    assert claim.change is not None
    assert claim.change.value.target is not None
    assert claim.change.value.target.value.relation is IS


def test_people_are_still_hired_up_to_a_number() -> None:
    """A bound stays one where nothing moves."""
    claim = read_text("They hired up to 300 teachers in 2018.", said=SAID).claims[0]

    assert claim.amount is not None
    assert claim.amount.value.relation is Relation.AT_MOST
