"""Coefficients of agreement: the worked examples of those who published them, and the numbers of maintained libraries."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import product

import krippendorff
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.examples import examples
from workbench.reliability.coefficients import alpha, cohen, fleiss, percent
from workbench.reliability.rated_claim import Undefined

COHEN_1960 = ((88, 14, 18), (10, 40, 10), (2, 6, 12))
"""Two judges, 200 cases, three categories."""

FLEISS_1971 = """00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031 00501 30012 51000
02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006"""
"""Thirty patients, six psychiatrists, five diagnoses: how often each patient was given each."""

KRIPPENDORFF_2011 = ("1233214 12...", "1233224 125.3", ".333234 2251.", "1233244 1251.")
"""Four observers, twelve units, some missing."""


def table(rows) -> dict[tuple[int, int], int]:
    return {(i, j): times for i, row in enumerate(rows) for j, times in enumerate(row)}


def counted(rows: list[list[int | None]], categories: int) -> Counter[tuple[int, ...]]:
    """Patterns of the units of a table of raters by units."""
    return Counter(tuple(unit.count(each) for each in range(categories)) for unit in zip(*rows, strict=True))


def observers() -> list[list[int | None]]:
    return [[None if c == "." else int(c) - 1 for c in row.replace(" ", "")] for row in KRIPPENDORFF_2011]


def test_cohen_1960():
    found = cohen(table(COHEN_1960))
    assert found == Fraction(29, 59)
    assert round(float(found), 3) == 0.492


def test_fleiss_1971():
    patients = Counter(tuple(map(int, word)) for word in FLEISS_1971.split())
    assert sum(patients.values()) == 30
    assert round(float(percent(patients)), 3) == 0.556
    assert round(float(fleiss(patients)), 3) == 0.430


def test_krippendorff_2011():
    binary = [[int(c) for c in "0100000010"], [int(c) for c in "1110010000"]]
    letters = [["abcde".index(c) for c in "aabbdcccedda"], ["abcde".index(c) for c in "babbbccceddd"]]
    assert round(float(alpha(counted(binary, 2))), 3) == 0.095
    assert round(float(alpha(counted(letters, 5))), 3) == 0.692
    assert round(float(alpha(counted(observers(), 5))), 3) == 0.743
    assert round(float(alpha(counted(observers(), 5), ordinal=True)), 3) == 0.815


RATING = st.one_of(st.none(), st.integers(0, 5))
TABLES = st.integers(2, 5).flatmap(
    lambda raters: st.lists(st.lists(RATING, min_size=raters, max_size=raters), min_size=2, max_size=30)
)


@settings(max_examples=examples(200), deadline=None)
@given(TABLES)
def test_alpha_is_the_librarys(units: list[list[int | None]]):
    rows = [list(row) for row in zip(*units, strict=True)]
    patterns = counted(rows, 6)
    data = np.array([[np.nan if each is None else each for each in row] for row in rows], dtype=float)
    for level in ("nominal", "ordinal"):
        ours = alpha(patterns, ordinal=level == "ordinal")
        paired = {each for unit in units for each in unit if each is not None and sum(e is not None for e in unit) > 1}
        if len(paired) < 2:
            assert ours in {Undefined.NO_CLAIM, Undefined.ONE_RATING}
            continue
        theirs = krippendorff.alpha(data, level_of_measurement=level, value_domain=range(6))
        assert float(ours) == pytest.approx(theirs, abs=1e-9)


@settings(max_examples=examples(200), deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=40))
def test_kappa_is_the_librarys(pairs: list[tuple[int, int]]):
    rater = pytest.importorskip(
        "statsmodels.stats.inter_rater", reason="statsmodels, of the extra bench, is not installed"
    )
    given_ = Counter(pairs)
    square = np.array([[given_[i, j] for j in range(5)] for i in range(5)])
    patterns = Counter(tuple(pair.count(each) for each in range(5)) for pair in pairs)
    for ours, theirs in (
        (cohen(given_), lambda: rater.cohens_kappa(square, return_results=False)),
        (fleiss(patterns), lambda: rater.fleiss_kappa(np.array(list(patterns.elements())))),
    ):
        if isinstance(ours, Undefined):
            assert len({each for pair in pairs for each in pair}) == 1
        else:
            assert float(ours) == pytest.approx(float(theirs()), abs=1e-9)


def test_what_has_no_value_says_why():
    """One reviewer, one category, no claim in common."""
    for statistic in (percent, fleiss, alpha):
        assert statistic({}) is Undefined.NO_CLAIM
        assert statistic({(1, 0): 3}) is Undefined.NO_CLAIM
    for statistic in (fleiss, alpha):
        assert statistic({(2, 0): 4}) is Undefined.ONE_RATING
    assert cohen({}) is Undefined.NOT_SHARED
    assert cohen({(1, 1): 4}) is Undefined.ONE_RATING
    with pytest.raises(ValueError, match="different numbers"):
        fleiss({(2, 0): 1, (2, 1): 1})


@given(st.dictionaries(st.tuples(*[st.integers(0, 3)] * 3), st.integers(1, 5), max_size=8))
def test_the_order_of_categories_is_nothing_to_a_nominal_figure(patterns):
    turned = {tuple(reversed(each)): times for each, times in patterns.items()}
    for statistic in (percent, alpha):
        assert statistic(patterns) == statistic(turned)
    assert alpha(patterns, ordinal=True) == alpha(turned, ordinal=True)


def test_agreement_by_chance_alone_is_no_agreement():
    even = dict.fromkeys(product(range(3), range(3)), 1)
    assert cohen(even) == 0
