"""German verbs whose second part ends the clause: "fielen an" tells of no fall, "nahmen ab" of one."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.extract import read_text


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        ("In Portugal fielen 2018 170.000 Tonnen Elektroschrott an.", False),
        ("2018 fielen in Bremen 1.200 Stunden Unterricht aus, wie der Senat sagt.", False),
        ("In der Prüfung fielen 2018 31 Prozent der Bewerber durch.", False),
        ("In Portugal fielen 2018 rund 1,7 Millionen Tonnen Elektroschrott an.", False),
        ("Die Löhne fielen 2018.", True),
        ("Die Löhne sind 2018 gefallen.", True),
        ("2018 stiegen die Mieten in Wien.", True),
    ],
)
def test_the_second_part_tells_whether_anything_fell(text: str, moves: bool) -> None:
    claims = read_text(text, language="de", said=date(2021, 5, 4)).claims
    assert claims
    assert any(claim.change is not None for claim in claims) is moves
