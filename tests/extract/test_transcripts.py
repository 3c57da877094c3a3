"""Who speaks in a transcript, and whom "he" and "she" name: the docstring of each test is what was said."""

from __future__ import annotations

import pytest

from tests.each import each
from workbench.core.document import How, Speaker
from workbench.extract import read_text

BYLINE = Speaker("Nora Byline")


def test_a_promise_behind_the_label_of_a_turn_is_its_speakers(speech):
    """VALE: We're going to cut taxes by half within the year.

    ROE: We will build schools in every town.
    """
    claims = read_text(speech, speaker=BYLINE).claims
    assert {(claim.quote, claim.attribution.speaker.name, claim.attribution.how) for claim in claims} >= {
        ("We will build schools in every town.", "Roe", How.TURN)
    }
    assert {claim.attribution.speaker.name for claim in claims} == {"Vale", "Roe"}


@pytest.mark.parametrize(
    "says",
    ["I've said that", "Let me tell you that", "You said that", "And we've argued that", "Official figures show that"],
)
def test_who_says_i_or_you_is_the_one_whose_turn_it_is(says):
    text = f"VALE: Good evening to all.\n\nROE: {says} unemployment fell to 5 percent."
    (claim,) = read_text(text, speaker=BYLINE).claims
    assert claim.attribution.speaker.name == "Roe"


def test_a_list_of_those_present_speaks_not():
    text = "PARTICIPANTS:\n\nGovernor Ana Vale\n\nROE: Wages rose by 5 percent.\n\nVALE: Prices rose by 9 percent."
    names = {one.speaker.name for one in read_text(text, speaker=BYLINE).attributions}
    assert names == {"Roe", "Ana Vale"}


@pytest.mark.parametrize(
    ("speech", "name", "role"),
    [
        ("We welcome President Mark Vale and Governor Ana Roe.", "Mark Vale", "president"),
        ("We welcome President Mark Vale and Governor Ana Roe.", "Ana Roe", "governor"),
        ("We thank Senator John D. Vale. And so on.", "John D. Vale", "senator"),
        ("Interior Minister Ana Roe came.", "Ana Roe", "interior minister"),
        ("The foreign minister Ana Roe came.", "Ana Roe", "foreign minister"),
        ("Health and Social Policy Minister Ana Roe came.", "Ana Roe", "health and social policy minister"),
    ],
)
def test_a_role_holds_neither_a_welcome_nor_another_persons(speech, name, role):
    claims = read_text(f"{speech} {name} said that wages rose by 5 percent.").claims
    assert claims[-1].attribution.speaker == Speaker(name, role)


def test_a_full_stop_ends_a_name(speech):
    """The plan is Secretary Vale. And Roe said that wages rose by 5 percent."""
    assert read_text(speech).claims[-1].attribution.speaker.name == "Roe"


@pytest.mark.parametrize(
    ("before", "pronoun", "name"),
    [
        ("Mr. Vale said that wages rose by 3 percent.", "She", None),
        ("Mr. Vale said that wages rose by 3 percent.", "He", "Mr. Vale"),
        ("Ms. Roe said that wages rose by 3 percent. Mr. Vale said that they fell by 1 percent.", "She", "Ms. Roe"),
        ("Ana Roe said that wages rose by 3 percent.", "He", "Ana Roe"),  # a first name is no evidence
        ("Robin Vale, a spokeswoman for the bank, said that wages rose by 3 percent.", "He", None),
        ("King Otto said that wages rose by 3 percent.", "She", None),
        ("Mr. Vale said that wages rose by 3 percent.", "They", "Mr. Vale"),
    ],
)
def test_a_pronoun_names_nobody_whom_the_text_calls_otherwise(before, pronoun, name):
    speaker = read_text(f"{before} {pronoun} said that prices fell by 2 percent.").claims[-1].attribution.speaker
    assert (speaker and speaker.name) == name


def test_a_day_is_no_speaker(speech):
    """Wages rose by 5 percent, said on Friday the head of the bank."""
    assert "on" not in {one.speaker.name for one in read_text(speech).attributions if one.speaker}


@each(
    ("speech", "names"),
    [
        (
            "Ana Roe said exports rose by 5 percent, adding that imports fell by 2 percent, while rivals argue that both fell by 3 percent.",
            ["Ana Roe", "Ana Roe", "rivals"],
        ),
        ("Ana Roe was quoted as saying that wages rose by 5 percent.", ["Ana Roe"]),
        ("The opposition claims that wages rose by 5 percent.", ["The opposition"]),
        ("Wages rose by 2 percent, while the bank claims that they fell by 3 percent.", [None, "the bank"]),
        ("Critics argue 40 percent of nurses left.", ["Critics"]),
        ("Ana Roe wrote 40 books.", [None]),
        ("The claims that wages rose by 5 percent are false.", [None]),
        ("Such reports that wages rose by 5 percent are false.", [None]),
    ],
)
def test_each_clause_is_its_own_speakers(speech, names):
    speakers = [claim.attribution and claim.attribution.speaker for claim in read_text(speech).claims]
    assert [speaker and speaker.name for speaker in speakers] == names


@pytest.mark.parametrize(
    ("verb", "kind"), [("promised", "promise"), ("vowed", "promise"), ("pledged", "promise"), ("claimed", "level")]
)
def test_who_promises_to_build_makes_a_promise(verb, kind):
    (claim,) = read_text(f"The minister {verb} to build 20 schools by 2025.").claims
    assert claim.kind == kind


def test_a_surname_with_its_office_behind_it(speech):
    """Vale, the finance minister, said that wages rose by 5 percent. The minister added that prices fell by 2 percent."""
    speakers = {claim.attribution.speaker for claim in read_text(speech).claims}
    assert speakers == {Speaker("Vale", "finance minister")}
