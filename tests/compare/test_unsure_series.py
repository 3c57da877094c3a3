"""What a series says of which it is not sure that it measures the claim: shown, and decided on by nobody."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.each import each
from workbench.compare import differs, outcome, unsure
from workbench.core.finding import Agreement, Finding
from workbench.core.series import Series, SeriesRef


def finding(agreement: Agreement) -> Finding:
    series = Series(ref=SeriesRef("mine", "a"), title="a")
    return Finding(
        claim="c", series=series, title="A, 2021", agreement=agreement, measured=Decimal(4), why="It gives 4."
    )


@pytest.mark.parametrize("agreement", list(Agreement))
def test_no_word_decides_in_doubt(agreement):
    (found,) = unsure([finding(agreement)], "shares only “a” with the claim")
    said, why = outcome([found])
    assert said == "undecided"
    assert why == "It gives 4. It is not sure that “A, 2021” measures the claim: it shares only “a” with the claim."
    assert found.measured == 4


@each("one", list(Agreement))
@each("other", list(Agreement))
def test_only_two_answers_differ(one, other):
    said, told = (outcome([finding(each)])[0] for each in (one, other))
    near = said == "contradicted" and other is Agreement.NEAR  # a rival that comes near does not let the first refute
    assert differs([finding(one)], [finding(other)]) == (near or {said, told} == {"supported", "contradicted"})
