"""Words right at a figure that say how it is meant: "keine … mehr", "ни", "cents of every dollar", "per 100k", "up to 24"."""

from __future__ import annotations

from datetime import date

import pytest

from tests.each import each
from workbench.core.quantity import Dimension, Relation
from workbench.extract import read_text

SAID = date(2019, 11, 6)

LESS = [
    ("de", "2018 lag die Arbeitslosenquote bei keinen 4 Prozent mehr.", "4"),
    ("de", "2018 gab es keine 900 Fälle mehr.", "900"),
    ("de", "2018 kostete das keine dreieinhalb Dollar mehr.", "3.5"),
    ("mk", "Во 2015 невработеноста не беше ни 4 проценти.", "4"),
    ("en", "In 2015 unemployment was not even 4 percent.", "4"),
    ("en", "In 2015 unemployment wasn't even at 4 percent.", "4"),
    ("en", "By 2015 unemployment was no longer even 4 percent.", "4"),
    ("de", "2018 lag die Arbeitslosenquote nicht einmal bei 4 Prozent.", "4"),
    ("de", "2018 lag die Arbeitslosenquote nicht mal mehr bei 4 Prozent.", "4"),
]


@each(("language", "said", "size"), LESS)
def test_not_even_so_many_is_less(language: str, said: str, size: str):
    (claim,) = read_text(said, language=language, said=SAID).claims
    assert claim.change is None
    assert (claim.amount.value.relation, str(claim.amount.value.low)) == (Relation.LESS_THAN, size)


def test_more_than_before_stays_a_change():
    (claim,) = read_text("2017 gab es 40 Fälle mehr als 2016.", language="de", said=SAID).claims
    assert claim.change is not None


COINS = [
    ("en", "Nearly seventeen cents of every dollar went on health care in 2015.", "17"),
    ("en", "In 2015, 12 pence in every pound went to health care.", "12"),
    ("de", "12 Cent von jedem Euro gingen 2015 in die Gesundheit.", "12"),
    ("mk", "12 центи од секој долар отидоа за здравство во 2015.", "12"),
]


@pytest.mark.parametrize(("language", "said", "size"), COINS)
def test_so_many_coins_of_each_are_percent(language: str, said: str, size: str):
    (claim,) = read_text(said, language=language, said=SAID).claims
    assert (claim.amount.value.unit.dimension, str(claim.amount.value.low)) == (Dimension.SHARE, size)


def test_what_costs_so_many_coins_is_no_share():
    (claim,) = read_text("A litre cost 12 cents in 2015.", said=SAID).claims
    assert claim.amount.value.unit.dimension is Dimension.MONEY


@pytest.mark.parametrize("written", ["100k", "100,000"])
def test_a_base_written_short_is_the_same_base(written: str):
    (claim,) = read_text(f"There were 64 cash machines per {written} adults in 2008.", said=SAID).claims
    assert claim.amount.value.unit.per == "100,000 adults"


AGED = [
    ("en", "Among young people up to 24 one in five was out of work in 2018.", "20"),
    ("de", "Unter den Jugendlichen bis 24 war 2018 jeder Fünfte arbeitslos.", "20"),
    ("mk", "Невработен кај младите до 24 години беше секој петти во 2018.", "20"),
    ("en", "In 2013 every second youngster was out of work.", "50"),
]


@pytest.mark.parametrize(("language", "said", "size"), AGED)
def test_an_age_up_to_which_they_are_counted_is_no_figure(language: str, said: str, size: str):
    (claim,) = read_text(said, language=language, said=SAID).claims
    assert (claim.amount.value.unit.dimension, str(claim.amount.value.low)) == (Dimension.SHARE, size)


def test_people_who_became_so_many_are_a_figure():
    (claim,) = read_text("They raised the number of people to 24 in 2018.", said=SAID).claims
    assert [str(each.value.low) for each in claim.amounts] == ["24"]


UNSIZED = [
    ("en", "Youth joblessness has gone up every single year since 2008."),
    ("en", "From 2013 to 2018 youth unemployment in Croatia did not fall."),
]


@pytest.mark.parametrize(("language", "said"), UNSIZED)
def test_a_change_without_a_size_is_of_the_rate(language: str, said: str):
    (claim,) = read_text(said, language=language, said=SAID).claims
    assert claim.measure == "youth unemployment rate"


def test_what_passes_another_is_measured():
    said = "Beer made up 37 per cent of the alcohol in 2014. Wine overtook it with 41."
    assert read_text(said, said=SAID).claims[-1].measure == "Wine"


def test_what_is_brought_down_is_measured():
    said = "Unemployment was 5 percent in 2014. We brought it down to 4."
    assert read_text(said, said=SAID).claims[-1].measure == "unemployment rate"
