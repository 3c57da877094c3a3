"""Figures that go on from the one before them, and shares of the output: what a sentence leaves out, the words before it tell."""

from __future__ import annotations

from decimal import Decimal

import pytest

from workbench.extract import read_text

GOING_ON = [
    ("en", "They dug 18.5 million tonnes of coal in 2011. By 2014 it was 8.6 million.", "8600000 tonne"),
    ("en", "In 2010 there were 3.6 marriages for every thousand inhabitants. By 2016 it was 5.3.", "5.3 marriage per 1,000 inhabitants"),
    ("en", "In 2010 they opened 3,641 new schools. The year after, 4,511 more came without a fuss.", "4511 new school"),
    ("en", "In 2010 unemployment stood at 12 percent. In 2012 it was 9.4.", "9.4 percentage"),
    ("de", "2011 waren es 700 Schulen. Im Jahr darauf waren es 520.", "520 Schule"),
    ("mk", "Во 2016 година имаше 273 кражби. Во 2017 беа 130.", "130 кражба"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), GOING_ON)
def test_a_bare_figure_is_told_in_the_unit_of_the_last_one(language: str, text: str, expected: str) -> None:
    """The unit is that of the figure before it, of the same measure, and is told as assumed."""
    first, *_, last = [claim for claim in read_text(text, language=language).claims if claim.amount]

    assert last.amount is not None
    assert str(last.amount.value).removeprefix("more than ") == expected
    assert last.measure == first.measure
    assert {"unit-from-before", "measure-from-before"} & {note.kind for note in last.notes}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They dug 18.5 million tonnes of coal in 2011. The index stood at 87.", Decimal(87)),
        ("In 2010 unemployment stood at 12 percent. In 2012 it was 450.", Decimal(450)),
    ],
)
def test_a_figure_of_another_thing_or_size_takes_none(text: str, value: Decimal) -> None:
    """An index after tonnes, and a count after a percentage, go on from nothing."""
    last = read_text(text).claims[-1]

    assert last.amount is not None
    assert last.amount.value.low == value
    assert "unit-from-before" not in {note.kind for note in last.notes}


@pytest.mark.parametrize(
    ("language", "text", "measure", "never"),
    [
        ("en", "For research and development 4 percent of GDP was spent in 2017.", "research and development", "gdp"),
        ("de", "Für Forschung wurden 2017 3,2 Prozent des BIP aufgewendet.", "Forschung", "bruttoinlandsprodukt"),
        ("de", "Das Land hat 2015 10,3 Prozent seines BIP in die Gesundheit gesteckt.", "Gesundheit", "bruttoinland"),
        ("de", "Die Abgabenquote lag 2019 bei 39 Prozent des BIP.", "Abgabenquote", "bruttoinland"),
        ("mk", "Јавниот долг надмина 59 отсто од БДП.", "долг", "производ"),
    ],
)
def test_a_share_of_the_output_is_never_the_output(language: str, text: str, measure: str, never: str) -> None:
    """What is told in percent of the GDP is what goes to something or comes of it, and not the GDP."""
    (claim,) = read_text(text, language=language).claims

    assert measure.lower() in claim.measure.lower()
    assert never not in claim.measure.lower()


@pytest.mark.parametrize("limit", ["under 25", "over 65", "younger than 25", "older than 60"])
def test_ages_of_those_who_are_counted_are_no_claim(limit: str) -> None:
    """Those under 25, people older than 60: who is counted, not how many."""
    claims = read_text(f"In 2013 more than 60 percent of people {limit} had none.").claims

    assert [claim.amount.value.low for claim in claims if claim.amount] == [60]
