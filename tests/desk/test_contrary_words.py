"""A sentence that says two contrary things of a change supports neither, whatever the figures bear out."""

from __future__ import annotations

from itertools import product

import pytest

DATA = """series,title,unit,place,time,value
milk,Milk deliveries,tonnes,POL,2011,21000
milk,Milk deliveries,tonnes,POL,2012,62000
rye,Rye deliveries,tonnes,POL,2011,62000
rye,Rye deliveries,tonnes,POL,2012,21000
"""
UP, DOWN = ["rose", "increased", "grew", "climbed"], ["fell", "decreased", "declined", "dropped"]


@pytest.mark.parametrize(("verb", "way"), [*product(UP, ["up"]), *product(DOWN, ["down"])])
def test_only_the_way_that_the_sentence_keeps_to_is_supported(said, verb, way):
    """Milk deliveries decreased from 12th to 6th, with values rising."""
    text = f"Poland's milk deliveries {verb} from 12th place in 2011 to 6th place in 2012, rising from 21,000 to 62,000 tonnes."
    answer = said(text)
    assert answer["outcome"] == ("supported" if way == "up" else "undecided")
    assert (f"also says “{verb}”" in answer["why"]) == (way == "down")


@pytest.mark.parametrize(("verb", "way"), [*product(UP, ["up"]), *product(DOWN, ["down"])])
def test_so_it_is_of_a_fall(said, verb, way):
    text = f"Poland's rye deliveries {verb} from 6th place in 2011 to 12th place in 2012, falling from 62,000 to 21,000 tonnes."
    assert said(text)["outcome"] == ("supported" if way == "down" else "undecided")


def test_what_the_text_says_of_another_thing_is_a_change_of_its_own(said):
    text = "Poland's milk deliveries rose from 21,000 tonnes in 2011 to 62,000 in 2012. Its rye deliveries fell from 62,000 tonnes in 2011 to 21,000 in 2012."
    assert said(text)["outcome"] == "supported"


@pytest.mark.parametrize(("verb", "order"), [*product(DOWN, ["before", "behind"])])
def test_a_verb_with_a_subject_of_its_own_tells_of_another_thing(said, verb, order):
    """Wages rose by 4 percent, and rents fell."""
    rose = "Poland's milk deliveries rose from 21,000 tonnes in 2011 to 62,000 in 2012"
    text = f"{rose}, and rye deliveries {verb}." if order == "behind" else f"Rye deliveries {verb}, and {rose}."
    assert "also says" not in said(text)["why"]
