"""Transcripts in plain text: every turn keeps its name, and each claim is the one's who makes it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from workbench.core.text import How
from workbench.desk.intake import read_claims
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
