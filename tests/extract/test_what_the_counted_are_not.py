"""Of whom something is denied, or who only say or think something, no series counts that; nor is a wish a figure."""

from __future__ import annotations

import pytest

from workbench.extract import read_text
from workbench.extract.claim.not_stated_as_fact import NOT_SAID_SO


def _is_open(text: str, language: str = "en") -> bool:
    return any(note.kind == NOT_SAID_SO for note in read_text(text, language=language, place="NOR").claims[0].notes)


@pytest.mark.parametrize("counted", ["12 percent of Norwegians", "One in eight Norwegians", "400,000 people in Norway"])
@pytest.mark.parametrize(
    "does", ["were not", "weren’t", "were no longer", "had never been", "said in 2012 they were", "think they are"]
)
def test_what_the_counted_are_not_or_only_say_is_left_open(counted: str, does: str):
    assert _is_open(f"{counted} {does} poor in 2012.")
    assert not _is_open(f"{counted} were poor in 2012.")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "12 Prozent der Norweger waren 2012 nicht arm."),
        ("de", "12 Prozent der Norweger glaubten 2012 arm zu sein."),
        ("mk", "12 отсто од Норвежаните не беа сиромашни во 2012."),
        ("mk", "12 отсто од Норвежаните мислат дека се сиромашни."),
    ],
)
def test_so_it_is_in_other_languages(language: str, said: str):
    assert _is_open(said, language)


@pytest.mark.parametrize(
    "said",
    [
        "In Norway 4 percent could not find work in 2012.",
        "12 percent of the children in Norway had parents who were not married in 2012.",
        "Of 100,000 mothers in Norway, 6 did not survive giving birth in 2012.",
        "Unemployment in Norway was 4 percent in 2012, the ministry said.",
        "12 percent of Norwegians were poor in 2012, and the crops were not bad.",
    ],
)
def test_a_denial_in_the_name_of_a_measure_and_words_of_others_leave_it(said: str):
    assert not _is_open(said)


@pytest.mark.parametrize(
    "said",
    [
        "Rents in Norway rose by 4 percent in 2012, they guessed.",
        "Rents in Norway rose by 4 percent in 2012, the minister hoped.",
        "Your target for inflation in Norway in 2012 was 4 percent.",
        "Inflation in Norway in 2012: 4 percent, according to the forecast.",
        "– What will inflation in Norway be in 2012? – 4 percent.",
        "– What did you promise inflation in Norway would be in 2012? – 4 percent.",
        "– What was your target for inflation in Norway in 2012? – 4 percent.",
    ],
)
def test_what_was_wished_or_foreseen_is_left_open(said: str):
    (claim, *_) = read_text(said).claims
    assert claim.kind.value == "promise" or NOT_SAID_SO in {note.kind for note in claim.notes}


def test_what_came_as_it_was_foreseen_is_told():
    """Rents in Norway rose by 4 percent in 2012, as we promised."""
    assert not _is_open(test_what_came_as_it_was_foreseen_is_told.__doc__ or "")
