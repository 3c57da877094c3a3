"""What sort of thing a sentence says; each row is a sentence, beside one that looks like it and is none."""

from __future__ import annotations

import pytest

from tests.each import each
from workbench.extract.claim.claim_kinds import is_comparison, is_opinion, is_promise, is_question, is_rank


@each(
    "said",
    [
        "We will not raise taxes.",
        "Growth is expected at 5 percent.",
        "Growth was projected to reach 5 percent.",
        "Our target is 5 percent.",
        "We aim for 5 percent.",
        "The bank forecasts growth of 5 percent.",
        "We forecast growth of 5 percent.",
        "We plan to cut taxes.",
        "It is what the people will decide.",
    ],
)
def test_what_lies_ahead(said):
    assert is_promise(said)


@pytest.mark.parametrize(
    "said",
    [
        "That was the will of the people.",
        "They had the political will to act.",
        "She has a strong will.",
        "The target was 5 percent.",
        "The bank cut its forecast for growth.",
        "The plan to cut taxes failed.",
        "I would say that we built 20 schools.",
    ],
)
def test_what_only_sounds_as_if_it_lay_ahead(said):
    assert not is_promise(said)


@each(
    "said",
    [
        "Germany is Europe's largest economy.",
        "We rank 46 of 190.",
        "We are ranked third.",
        "The country placed 12th on the index.",
        "We took first place.",
        "It was the worst drought in decades.",
        "It is the best result since 1990.",
        "It was the most in ten years.",
    ],
)
def test_a_place_in_an_order(said):
    assert is_rank(said)


@pytest.mark.parametrize(
    "said",
    [
        "He placed 3 bombs.",
        "The tower stands 5 metres tall.",
        "They ranked 190 countries.",
        "In the first place, wages rose.",
        "We have the best people.",
        "It is the lowest wage that a firm may pay.",
    ],
)
def test_no_place_in_an_order(said):
    assert not is_rank(said)


@pytest.mark.parametrize(
    "said",
    [
        "Wages are higher here than in Serbia.",
        "The rate is below the EU average.",
        "Women outnumber men.",
        "We are wealthier than the Greeks.",
        "There are more than 5 times more cars than in Serbia.",
    ],
)
def test_one_thing_beside_another(said):
    assert is_comparison(said)


@pytest.mark.parametrize(
    "said",
    ["More than 450 came.", "They left rather than pay.", "No later than the end of May.", "An average of 5 left."],
)
def test_nothing_beside_anything(said):
    assert not is_comparison(said)


def test_opinions_and_questions():
    assert is_opinion("I don't think that wages are low.")
    assert is_opinion("We're confident that wages will rise.")
    assert not is_opinion("He thinks that wages are low.")
    assert is_question("Only 5 percent?!")
    assert not is_question("He asked whether 5 percent is enough.")
