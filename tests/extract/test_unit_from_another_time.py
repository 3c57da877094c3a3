"""Figures of another time that leave their unit out are figures of the same thing, in every language."""

from __future__ import annotations

import pytest

from tests.each import each
from tests.match.outcomes import LATER
from workbench.extract import read_text

SAID = [
    ("en", "In 2005 unemployment was 11 percent, and today {}7."),
    ("en", "In 2005 unemployment was 11 percent, but in 2012 it was {}7."),
    ("en", "In 2005 unemployment was 11 percent and in 2012 {}seven."),
    ("de", "2005 waren es elf Prozent Arbeitslose, und heute {}sieben."),
    ("de", "2005 elf Prozent Arbeitslose, und 2012 waren es {}7!"),
    ("de", "2005 elf Prozent Arbeitslose, und heute, siebzehn Jahre danach, {}sieben!"),
    ("en", "In 2005 unemployment was 11 percent, and today, seventeen years later, it is {}7."),
    ("mk", "Во 2005 невработеноста беше 11 проценти, а денес, седумнаесет години подоцна, е {}7."),
    ("mk", "Во 2005 невработеноста беше 11 проценти, а денес {}7."),
    ("mk", "Во 2005 невработеноста беше 11 проценти, а во 2012 беше {}седум."),
]
STILL = {"en": ("", "still ", "nearly ", "still almost "), "de": ("", "immer noch ", "knapp ", "noch immer gute "), "mk": ("", "сè уште ", "речиси ", "само ")}  # fmt: skip


@each(("language", "said"), [(one, said.format(still)) for one, said in SAID for still in STILL[one]])
def test_the_second_figure_has_the_unit_and_the_measure_of_the_first(language, said):
    """2005 elf Prozent Arbeitslose, und heute immer noch gute sieben: seven percent, and the first alone bears nothing out."""
    first, second = read_text(said, said=LATER, language=language).claims
    assert second.amount is not None
    assert second.amount.value.unit.name == first.amount.value.unit.name == "percentage"
    assert second.amount.value.low == 7
    assert second.measure == first.measure
    assert second.period != first.period


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "In 2005 unemployment was 11 percent, and today the ministers are 7."),
        ("en", "In 2005 unemployment was 11 percent, and today 7 ministers resigned."),
        ("de", "2005 waren es elf Prozent Arbeitslose, und heute treten 7 Minister ab."),
        ("mk", "Во 2005 невработеноста беше 11 проценти, а денес поднесоа оставка 7 министри."),
    ],
)
def test_a_figure_of_another_thing_takes_no_unit(language, said):
    """…, and today the ministers are 7: these are no percent."""
    amounts = read_text(said, said=LATER, language=language).amounts
    assert amounts[-1].value.unit.name != "percentage"


def test_what_is_counted_is_shared_too():
    """They dug 18.5 million tonnes of coal in 2011, and by 2014 it was 8.6 million: tonnes of coal."""
    said = "They dug 18.5 million tonnes of coal in 2011, and by 2014 it was 8.6 million."
    first, second = read_text(said, said=LATER).claims
    assert (str(second.amount.value), second.measure) == ("8600000 tonne", first.measure)


def test_more_than_a_hundred_are_no_percent():
    """In 2010 unemployment stood at 12 percent, and in 2012 it was 450: of something else."""
    amounts = read_text("In 2010 unemployment stood at 12 percent, and in 2012 it was 450.", said=LATER).amounts
    assert amounts[-1].value.unit.name == ""
