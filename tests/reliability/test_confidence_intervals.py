"""Intervals are the same each time, hold the value, and are not there where they would say nothing."""

from __future__ import annotations

import random

from workbench.reliability.coefficients import alpha
from workbench.reliability.confidence_intervals import Sampling, coefficient
from workbench.reliability.disagreements import differing
from workbench.reliability.rated_claim import RatedClaim, Undefined
from workbench.reliability.reviewer_agreement import measured
from workbench.scales.installed_scales import installed_scales

FIVE = installed_scales(None).scale("five-point")


def seeded(seed: int) -> Sampling:
    return Sampling(lambda: random.Random(seed).random, 300)  # noqa: S311  (statistics, no secret)


SAMPLING = seeded(1)


def rated(*claims: str) -> list[RatedClaim]:
    """Return claims such as ``ana=true bea=false``."""
    return [RatedClaim(f"c{n}", dict(word.split("=") for word in claim.split())) for n, claim in enumerate(claims)]


def test_the_same_seed_gives_the_same_interval_in_whatever_order_claims_come():
    units = [(2, 0)] * 20 + [(1, 1)] * 5 + [(0, 2)] * 15
    one = coefficient(units, alpha, 80, SAMPLING)
    assert one == coefficient(units[::-1], alpha, 80, SAMPLING)
    assert one.low < one.value < one.high
    assert one != coefficient(units, alpha, 80, seeded(2))


def test_where_an_interval_would_say_nothing_there_is_none():
    assert coefficient([(1, 1)], alpha, 2, SAMPLING).no_interval is Undefined.FEW_CLAIMS
    lonely = coefficient([(2, 0), (2, 0), (0, 2)] + [(2, 0)] * 40, alpha, 86, SAMPLING)
    assert lonely.value == 1
    rare = coefficient([(2, 0), (0, 0)], alpha, 2, SAMPLING)
    assert rare.undefined is Undefined.ONE_RATING
    assert rare.low is rare.high is None


def test_a_group_has_each_figure_and_each_two_reviewers():
    group = measured(
        "", FIVE, rated("ana=true bea=true", "ana=false bea=mostly-false", "ana=cannot-say bea=true cyd=true"), SAMPLING
    )
    assert group.reviewers == ("ana", "bea", "cyd")
    assert (group.claims, group.unanimous, group.fleiss_raters, group.fleiss.claims) == (3, 1, 2, 2)
    assert group.off_ladder == 1
    assert group.ordinal.claims == 3
    assert [pair.reviewers for pair in group.pairs] == [("ana", "bea"), ("ana", "cyd"), ("bea", "cyd")]
    assert group.pairs[1].kappa.claims == 1
    none = measured("", FIVE, rated("ana=true bea=true", "cyd=true dan=false"), SAMPLING)
    assert {pair.kappa.undefined for pair in none.pairs if pair.kappa.claims == 0} == {Undefined.NOT_SHARED}


def test_claims_that_differ_most_come_first():
    found = differing(
        FIVE,
        rated("ana=true bea=mostly-true", "ana=true bea=true", "ana=true bea=false", "ana=cannot-say bea=false",
              "ana=true bea=mostly-true cyd=true"),
    )  # fmt: skip
    assert [(each.rated.claim, each.steps) for each in found] == [("c2", 4), ("c0", 1), ("c3", None), ("c4", 1)]


def test_a_rating_that_its_scale_has_no_more_is_a_category_of_its_own():
    group = measured("", FIVE, rated("ana=pants-on-fire bea=pants-on-fire", "ana=true bea=true"), SAMPLING)
    assert group.nominal.value == 1
    assert group.off_ladder == 2
