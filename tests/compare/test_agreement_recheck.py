"""A finding whose word was changed is seen by its own figures."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from workbench.compare import check
from workbench.compare.judging.agreement_recheck import contradiction
from workbench.core.finding import Agreement

FIGURES = {
    Agreement.EXACT: "91",
    Agreement.ROUNDS_TO: "91.2",
    Agreement.NEAR: "92",
    Agreement.APART: "151",
    Agreement.OPPOSITE: "-151",
}


@pytest.fixture
def found(make):
    def find(word: Agreement):
        (one,) = check(make.level("91"), make.series(), make.rows({"2021": FIGURES[word]}), today=make.today)
        assert one.agreement is word
        return one

    return find


@pytest.mark.parametrize("word", FIGURES)
@pytest.mark.parametrize("put", FIGURES)
def test_a_better_word_than_the_figures_bear_is_seen(found, word, put):
    """Of words against a claim, each is as good as the other here: the journal tells that one was changed."""
    against = {Agreement.NEAR, Agreement.APART, Agreement.OPPOSITE}
    seen = bool(contradiction(replace(found(word), agreement=put)))
    may = word is put or {word, put} <= against or (word, put) == (Agreement.EXACT, Agreement.ROUNDS_TO)
    assert seen is not may


def test_a_figure_or_a_difference_that_was_changed_is_seen(found):
    one = found(Agreement.APART)
    assert contradiction(replace(one, difference=Decimal(0)))
    assert contradiction(replace(one, measured=Decimal(91)))
    assert contradiction(replace(one, measured=None))
    assert contradiction(one) == ""
