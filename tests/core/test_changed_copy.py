"""A noun with some fields changed is the one that `dataclasses.replace` gives, in less work."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace

import pytest

from workbench.core.changed_copy import changed_copy
from workbench.core.claim import Claim, ClaimKind
from workbench.core.document import Span
from workbench.core.period import Frequency, Period, year

CLAIM = Claim(
    id="c", document="d", span=Span(0, 1), quote="5", sentence=Span(0, 9), context="It was 5.", kind=ClaimKind.LEVEL
)


@dataclass(frozen=True)
class WithoutSlots:
    """A noun whose fields are no slots."""

    name: str
    size: int = 1


@pytest.mark.parametrize(
    ("noun", "changes"),
    [
        (CLAIM, {}),
        (CLAIM, {"measure": "jobs", "relations": 6, "span": Span(2, 3)}),
        (WithoutSlots("a"), {"size": 2}),
        (year(2019), {"end": year(2020).end}),
    ],
)
def test_it_is_what_replace_gives(noun, changes):
    before = repr(noun)
    new = changed_copy(noun, **changes)
    assert new == replace(noun, **changes)
    assert new is not noun
    assert repr(noun) == before


def test_what_its_constructor_checks_is_checked():
    period = year(2019)
    with pytest.raises(ValueError, match=r".+"):
        changed_copy(period, end=period.start)
    assert changed_copy(period, frequency=Frequency.QUARTER).__class__ is Period


def test_a_field_that_it_has_not_is_none_to_change():
    with pytest.raises(KeyError, match="colour"):
        changed_copy(CLAIM, colour="red")


def test_a_copy_does_without_the_constructor():
    """A claim has forty fields, and its constructor sets each past two checks."""
    changed_copy(CLAIM)
    called = []
    sys.setprofile(lambda frame, event, _: called.append(frame.f_code.co_name) if event == "call" else None)
    try:
        changed_copy(CLAIM, measure="jobs")
    finally:
        sys.setprofile(None)
    assert called == ["changed_copy"]


@dataclass(frozen=True, slots=True)
class _Single:
    words: str


def test_a_noun_with_a_single_field_is_copied_whole():
    assert changed_copy(_Single("a/b"), words="b") == _Single("b")
    assert changed_copy(_Single("ab")) == _Single("ab")
