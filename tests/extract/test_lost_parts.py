"""A part of a thing that is gone since a time is a fall by that part, in every language; without a time, or of another's things, it is none."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.core.claim import ChangeMode, ClaimKind, Direction
from workbench.extract import read_text

SAID = date(2020, 3, 11)

GONE = [
    ("en", "A third of Kenya's woodland has vanished since 2000."),
    ("en", "A third of the forest has disappeared since 2000."),
    ("en", "Since 2000 a third of the forest has gone."),
    ("en", "A third of all banks have closed since 2000."),
    ("de", "Ein Drittel des Waldes in Kenia ist seit 2000 verschwunden."),
    ("de", "Seit 2000 ist ein Drittel der Waldfläche verloren."),
    ("mk", "Една третина од шумите во Кенија исчезнаа од 2000 година."),
]

NO_FALL = [
    "A third of the workers have lost their jobs since 2000.",
    "A third of all women have lost a child since 2000.",
    "A third of the forest was lost in 2019.",
    "A third of the banks have not closed since 2000.",
]


@pytest.mark.parametrize(("language", "said"), GONE)
def test_a_part_that_is_gone_is_a_fall_by_it(language: str, said: str):
    (claim,) = read_text(said, language=language, said=SAID, place="KEN").claims
    assert claim.change is not None
    change = claim.change.value
    assert (change.direction, change.mode, str(change.base)) == (Direction.DOWN, ChangeMode.RELATIVE, "2000")
    assert str(change.amount.value).startswith("33.3333")


@pytest.mark.parametrize("said", NO_FALL)
def test_what_is_lost_otherwise_is_no_fall(said: str):
    (claim,) = read_text(said, said=SAID, place="KEN").claims
    assert claim.kind is ClaimKind.SHARE
