"""What "was the same" at another time is a change of nothing since the level that was told before, in every language."""

from __future__ import annotations

from datetime import date

import pytest

from tests.each import each
from workbench.core.claim import Direction
from workbench.extract import read_text

SAID = date(2017, 1, 27)

SAME = [
    ("en", "Coverage was 98 percent in 2013. {}.", ["Two years later it was the same", "In 2015 it stayed the same", "In 2015 it was exactly the same", "In 2015 it was identical"]),
    ("de", "Die Quote lag 2013 bei 98 Prozent. {}.", ["Zwei Jahre später war sie gleich", "2015 war sie noch dieselbe", "2015 blieb sie gleich"]),
    ("mk", "Опфатот во 2013 беше 98 проценти. {}.", ["Две години подоцна опфатот беше ист", "Во 2015 опфатот остана ист"]),
]  # fmt: skip

OTHERS = [
    ("en", "Coverage was 98 percent in 2013. In 2015 it was the same as in Germany."),
    ("en", "They are all the same. We had 98 percent in 2013."),
    ("en", "The same year 98 percent had it."),
    ("de", "Die Quote lag 2013 bei 98 Prozent. 2015 war sie gleich hoch wie in Wien."),
    ("mk", "Опфатот во 2013 беше 98 проценти. Истата година беше 97 во Србија."),
]


@each(("language", "said"), [(language, frame.format(end)) for language, frame, ends in SAME for end in ends])
def test_the_same_is_no_change_since_then(language: str, said: str):
    claim = read_text(said, language=language, said=SAID, place="MKD").claims[-1]
    assert claim.change is not None
    change = claim.change.value
    assert (change.direction, str(change.base), str(claim.period.value)) == (Direction.FLAT, "2013", "2015")


@pytest.mark.parametrize(("language", "said"), OTHERS)
def test_the_same_as_another_tells_of_no_change(language: str, said: str):
    claims = read_text(said, language=language, said=SAID, place="MKD").claims
    assert [claim.quote for claim in claims if claim.change is not None] == []
