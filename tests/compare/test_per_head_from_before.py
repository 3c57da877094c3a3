"""What is measured per head in the sentence before is so in the next: "And we? Not even 4,000!"."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.extract import read_text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Americans spent over 9,500 dollars per head on health in 2015. And we? Not even 4,000!", "en"),
        ("2015 gaben die Amerikaner pro Kopf über 9.500 Dollar für Gesundheit aus. Und wir? Keine 4.000!", "de"),
        ("Американците трошеа по жител над 9.500 долари за здравство во 2015. А ние? Ни 4.000!", "mk"),
    ],
)
def test_it_is_carried_with_the_measure(text: str, language: str) -> None:
    claims = read_text(text, language=language, said=date(2017, 9, 16), place="DEU").claims
    assert [claim.amount.value.low for claim in claims if claim.amount] == [9500, 4000]
    assert all(claim.per_person for claim in claims)
