"""What a reader sees of each finding, word for word: the folder `cards` has a file for each family of speeches.

Where a sentence is to change, `python -m tests.compare.cards` writes the cards anew, and what it changed is to be read.
"""

from __future__ import annotations

from tests.compare.cards import FOLDER, cases, checked
from tests.each import each

CASES = [(file.stem, case) for file in sorted(FOLDER.glob("*.txt")) for case in cases(file.stem)]


@each(("family", "case"), CASES)
def test_a_speech_has_its_cards(make, family, case):
    assert checked(make, case) == case.cards


def test_every_speech_has_a_card():
    """A speech of which nothing is read shows nothing, and would hold nothing."""
    assert [case.speech for _, case in CASES if not case.cards] == []
    assert {family for family, _ in CASES} >= {
        "beside",
        "changes",
        "levels",
        "rows",
        "seconds",
        "slips",
        "sorts",
        "stretches",
    }
