"""Transcripts in plain text: every turn keeps its name, and each claim is the one's who makes it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from workbench.core.document import How, Speaker
from workbench.desk.importing.document_import import read_claims
from workbench.ports import Raw
from workbench.readers.text import READER

DEBATE = """\
Debate at the University of Zagreb

October 22, 2022

HORVAT: Unemployment fell to 5.4 percent last year.

It will fall again.

PERIĆ: It rose by 2 points in Osijek.
"""


def read(body: bytes):
    return READER.read(Raw("debate.txt", "txt", body)).document


def test_turns_are_kept_and_claims_are_their_speakers():
    document = read(DEBATE.encode())
    assert document.title == "Debate at the University of Zagreb"
    said = {claim.quote: claim.attribution for claim in read_claims(document).claims}
    who = {quote: (a.how, a.speaker.name) for quote, a in said.items() if a and a.speaker}
    assert next(told for quote, told in who.items() if "5.4" in quote) == (How.TURN, "Horvat")
    assert next(told for quote, told in who.items() if "2 points" in quote) == (How.TURN, "Perić")


@pytest.mark.slow
def test_no_turn_of_the_raw_speeches_is_lost(shared: Path):
    turn = re.compile(r"^[A-Z][A-Z .]+(?:\([^)\n]*\))?:\s", re.MULTILINE)
    files = sorted((shared / "eval/speeches").iterdir())
    assert len(files) > 30
    for path in files:
        document = read(path.read_bytes())
        assert turn.findall(document.text) == turn.findall(path.read_text()), path.name
        for claim in read_claims(document).claims:
            assert claim.span.cut(document.text) == claim.quote


BRIEFING = """\
President: Ivo Perić

THE PRESIDENT: Thank you all. Unemployment fell by 2 points in the past year, which is more than anybody had hoped for.

Q: And in Osijek?

THE PRESIDENT: It rose there. With us is Ana B. Horvat, who counts it.

MINISTER HORVAT: By half a point.

AUDIENCE MEMBER: Shame!
"""


def test_who_says_most_in_a_transcript_comes_first():
    assert read(BRIEFING.encode()).speakers == (Speaker("Ivo Perić", "president"), Speaker("Ana B. Horvat"))


def test_people_of_a_debate_have_the_names_by_which_they_are_introduced():
    text = (
        "Debate in Zagreb\n\nPARTICIPANTS: Former Health Minister Ana Horvat and Businessman Ivo Perić\n\n"
        "KOVAČ: Good evening, I am Mara Kovač.\n\nHORVAT: Unemployment fell by 2 points, and it will go on falling.\n\n"
        "PERIĆ: It rose, as all of you know, and it rose by far more than 2 points, whatever the minister tells us.\n"
    )
    assert read(text.encode()).speakers == (
        Speaker("Ivo Perić"),
        Speaker("Ana Horvat", "former health minister"),
        Speaker("Mara Kovač"),
    )


def test_words_in_capitals_with_a_colon_make_no_transcript():
    assert read(b"NOTE: The minister said so.\n\nSOURCE: The ministry.\n\nNOTE: That is all.").speakers == ()
