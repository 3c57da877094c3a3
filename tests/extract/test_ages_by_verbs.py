"""An age that a verb gives says who is counted, and is no figure of its own: "6.5 of 1,000 children die before they are five"."""

from __future__ import annotations

import pytest

from workbench.extract import read_text

DYING = [
    ("en", "Of 1,000 children 6.5 die before they turn five, as of 2019.", "under-five mortality"),
    ("en", "Of 1,000 children 6.5 die before turning five in 2019.", "under-five mortality"),
    ("en", "In 2019 6.5 in 1,000 children died before they were five years old.", "under-five mortality"),
    ("en", "In 2019 6.5 in 1,000 children did not live to reach the age of five.", "under-five mortality"),
    ("de", "Von tausend Kindern sterben 6,5, bevor sie fünf Jahre alt werden, Stand 2019.", "Kindersterblichkeit"),
    ("de", "Von tausend Kindern starben 2019 6,5, ehe sie fünf wurden.", "Kindersterblichkeit"),
    ("mk", "Од илјада деца 6,5 умираат пред да наполнат пет години, состојба 2019.", "смртност на деца под пет години"),
    ("mk", "Од илјада деца 6,5 во 2019 година не доживуваат пет години.", "смртност на деца под пет години"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "said", "measure"), DYING)
def test_the_age_is_of_those_who_are_counted(language: str, said: str, measure: str) -> None:
    (claim,) = read_text(said, language=language).claims
    assert measure in claim.measure
    assert (str(claim.amount.value.low), claim.amount.value.unit.per.split()[0]) == ("6.5", "1,000")
    assert str(claim.period.value) == "2019"
