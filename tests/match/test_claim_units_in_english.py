"""What a figure is counted against keeps its number where a claim is put into English."""

from __future__ import annotations

import pytest

from workbench.extract import read_text
from workbench.match import in_english


@pytest.mark.parametrize(
    ("language", "speech", "count"),
    [
        ("de", "Die Mordrate lag 2018 bei 1,0 je 100.000 Einwohner.", "100,000"),
        ("de", "Die Mordrate lag 2018 bei 1,0 je 1.000 Einwohner.", "1,000"),
        ("mk", "Стапката на убиства во 2018 година беше 1,2 на 100.000 жители.", "100,000"),
    ],
)
def test_the_number_of_people_stays(language, speech, count):
    claims = [in_english(claim) for claim in read_text(speech, language=language).claims]
    assert [amount.value.unit.per.split()[0] for claim in claims for amount in claim.amounts] == [count]
