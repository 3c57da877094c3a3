"""Candidates in their order: what decides first, then the user's own files, then the score with a little for the country's office."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.each import each
from workbench.core.candidate import Candidate, Relationship, SeenBefore, Usability
from workbench.core.period import Frequency
from workbench.core.prior_checks import CheckedElsewhere, PriorCheck
from workbench.core.score import ScorePart
from workbench.core.series import Series, SeriesRef


def candidate(score, *, often=None, **more):
    series = Series(ref=SeriesRef("mine", "a"), title="Births", frequency=often)
    return Candidate(series, (ScorePart("words", score, 1.0, ""),), **more)


YEARS, MONTHS, DAYS = ({"often": Frequency.YEAR}, {"often": Frequency.MONTH}, {"often": Frequency.DAY})
LONG = {"coarse": "It has whole years alone."}
WEAK, BARRED = {"doubt": "few words in common"}, {"barred": "another unit"}

BEFORE = [
    # the one that stands first, and the one behind it
    (candidate(0.6), candidate(0.5)),
    (candidate(0.1), candidate(0.9, **WEAK)),
    (candidate(0.1, **WEAK), candidate(0.9, **BARRED)),
    (candidate(0.1, **WEAK), candidate(0.9, **WEAK, **BARRED)),
    (candidate(0.1, own=True), candidate(0.9)),
    (
        candidate(0.9, **WEAK),
        candidate(0.8, **WEAK, own=True),
    ),  # an own file that decides nothing has no right to be first
    (candidate(0.9, **BARRED), candidate(0.8, **BARRED, own=True)),
    (candidate(0.5, office=True), candidate(0.6)),  # 0.62
    (candidate(0.63), candidate(0.5, office=True)),
    (candidate(0.1, own=True), candidate(0.9, office=True)),
    (candidate(0.1), candidate(0.9, **YEARS, **LONG)),
    (
        candidate(0.1, **YEARS),
        candidate(0.9, **MONTHS, **LONG),
    ),  # one that has a figure short enough, however long it is
    (candidate(0.1, **MONTHS, **LONG), candidate(0.9, **YEARS, **LONG)),
    (candidate(0.1, **MONTHS, **LONG), candidate(0.9, **YEARS, **LONG, own=True)),
    (candidate(0.1, **YEARS, **LONG), candidate(0.9, **WEAK)),
    (candidate(0.9, **YEARS, **LONG, **WEAK), candidate(0.8, **WEAK)),  # of those that decide nothing the score is all
    (candidate(0.9, **DAYS, **LONG), candidate(0.8)),  # no length in months
]


@each(("one", "other"), BEFORE)
def test_one_candidate_stands_before_another(one, other):
    assert one.order < other.order


@pytest.mark.parametrize(
    ("reasons", "usability"),
    [
        ({}, Usability.USABLE),
        (WEAK, Usability.WEAK),
        (BARRED, Usability.EXCLUDED),
        (WEAK | BARRED, Usability.EXCLUDED),
        (LONG, Usability.USABLE),
        ({"barred": ""}, Usability.EXCLUDED),
        ({"doubt": ""}, Usability.WEAK),
    ],
)
def test_what_contradicts_excludes_and_what_is_doubted_is_weak(reasons, usability):
    found = candidate(0.5, **reasons)
    assert found.usability is usability
    assert found.usable == (usability is Usability.USABLE)


CANDIDATES = st.builds(
    candidate,
    st.integers(0, 100).map(lambda n: n / 100),
    often=st.sampled_from([None, *Frequency]),
    barred=st.sampled_from([None, "another unit"]),
    doubt=st.sampled_from([None, "few words"]),
    coarse=st.sampled_from([None, "years alone"]),
    own=st.booleans(),
    office=st.booleans(),
)


@given(CANDIDATES, CANDIDATES)
def test_no_score_and_no_file_of_ones_own_lifts_a_candidate_over_a_more_usable_one(one, other):
    order = [Usability.USABLE, Usability.WEAK, Usability.EXCLUDED]
    if order.index(one.usability) < order.index(other.usability):
        assert one.order < other.order


CHECK = {"text": "x", "publisher": "PolitiFact"}
SAYS = [
    ({}, "PolitiFact, no rating given, day unknown"),
    ({"rating": "Half True"}, "PolitiFact, rating in its own words “Half True”, day unknown"),
    ({"reviewed": date(2018, 4, 23)}, "PolitiFact, no rating given, 2018-04-23"),
    (
        {"rating": "Falsch", "reviewed": date(2018, 4, 23), "said": date(2017, 1, 1)},
        "PolitiFact, rating in its own words “Falsch”, 2018-04-23",
    ),
]


@pytest.mark.parametrize(("more", "says"), SAYS)
def test_a_review_by_others_is_shown_in_its_own_words(more, says):
    for relationship in Relationship:
        assert CheckedElsewhere(PriorCheck(**CHECK, **more), SeenBefore("", "x", 0.9, (), relationship)).says == says
