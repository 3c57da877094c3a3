"""What a reader sees of each finding, word for word: the folder `cards` has a file for each family of speeches.

Where a sentence is to change, `python -m tests.compare.cards` writes the cards anew, and what it changed is to be read.
"""

from __future__ import annotations

import pytest

from tests.compare.cards import FOLDER, cases, checked

CASES = [(file.stem, case) for file in sorted(FOLDER.glob("*.txt")) for case in cases(file.stem)]


@pytest.mark.parametrize(("family", "case"), CASES, ids=[f"{family}: {case.speech}" for family, case in CASES])
def test_a_speech_has_its_cards(make, family, case):
    assert checked(make, case) == case.cards


def test_each_family_has_findings_of_each_sort():
    """Cards of claims that hold, that do not, and that are left open: none of them alone shows what a reader sees."""
    for family in {family for family, _ in CASES}:
        told = "\n".join(case.cards for each, case in CASES if each == family)
        assert all(f"\n{word}: " in told for word in ("EXACT", "APART", "UNDECIDED")), family
