"""All coefficients of one group of claims: how far all its reviewers agree, and each pair of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations

from workbench.core.rating import RatingScale
from workbench.reliability.coefficients import alpha, cohen, fleiss, percent
from workbench.reliability.confidence_intervals import Sampling, coefficient
from workbench.reliability.rated_claim import Coefficient, Pattern, RatedClaim, pattern


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """How far two reviewers agree on the claims that both rated."""

    reviewers: tuple[str, str]
    percent: Coefficient
    kappa: Coefficient


@dataclass(frozen=True, slots=True)
class RaterAgreement:
    """How far the reviewers of some claims agree.

    Attributes:
        name: What the claims have in common; empty for all of them.
        scale: The scale that they were rated on.
        reviewers: Who rated them.
        claims: How many there are.
        unanimous: How many of them got one rating from all.
        percent: Share of pairs of ratings that are the same.
        fleiss: Fleiss' kappa of the claims that have as many reviewers as most have.
        fleiss_raters: That number of reviewers.
        nominal: Krippendorff's alpha where all differences are alike.
        ordinal: Krippendorff's alpha by the order of the scale, without ratings that are not on its ladder.
        off_ladder: How many ratings are not on the ladder.
        pairs: Each two reviewers, also those who share no claim.
    """

    name: str
    scale: RatingScale
    reviewers: tuple[str, ...]
    claims: int
    unanimous: int
    percent: Coefficient
    fleiss: Coefficient
    fleiss_raters: int
    nominal: Coefficient
    ordinal: Coefficient
    off_ladder: int
    pairs: tuple[PairAgreement, ...]


def measured(name: str, scale: RatingScale, rated: Sequence[RatedClaim], sampling: Sampling) -> RaterAgreement:
    """Compute the coefficients of claims that two or more reviewers rated on one scale."""
    categories, steps = categories_of(scale, rated), ladder(scale)
    patterns = [pattern(each, categories) for each in rated]
    on_ladder = [counted for each in rated if sum(counted := pattern(each, steps)) > 1]
    raters = _usual(patterns)
    alike = [each for each in patterns if sum(each) == raters]
    reviewers = tuple(sorted({who for each in rated for who in each.ratings}))
    return RaterAgreement(
        name=name, scale=scale, reviewers=reviewers, claims=len(rated),
        unanimous=sum(max(each) == sum(each) for each in patterns),
        percent=coefficient(patterns, percent, _total(patterns), sampling),
        fleiss=coefficient(alike, fleiss, _total(alike), sampling), fleiss_raters=raters,
        nominal=coefficient(patterns, alpha, _total(patterns), sampling),
        ordinal=coefficient(on_ladder, partial(alpha, ordinal=True), _total(on_ladder), sampling),
        off_ladder=sum(given not in steps for each in rated for given in each.ratings.values()),
        pairs=tuple(_of_two(two, rated, categories, sampling) for two in combinations(reviewers, 2)),
    )  # fmt: skip


def ladder(scale: RatingScale) -> list[str]:
    """List the ratings on a scale's ladder, the lowest first."""
    steps = [(rating.value, rating.key) for rating in scale.ratings if rating.value is not None]
    return [key for _, key in sorted(steps)]


def categories_of(scale: RatingScale, rated: Sequence[RatedClaim]) -> list[str]:
    """List the ratings of a scale, and those that were given on it before it was changed."""
    known = [rating.key for rating in scale.ratings]
    given = {key for each in rated for key in each.ratings.values()}
    return [*known, *sorted(given - set(known))]


def _usual(patterns: Sequence[Pattern]) -> int:
    """Find the number of reviewers that most claims have; of two equally frequent ones the larger."""
    counted = Counter(map(sum, patterns))
    return max(counted, key=lambda raters: (counted[raters], raters), default=0)


def _total(patterns: Sequence[Pattern]) -> int:
    return sum(map(sum, patterns))


def _of_two(
    two: tuple[str, str], rated: Sequence[RatedClaim], categories: Sequence[str], sampling: Sampling
) -> PairAgreement:
    """Compute the agreement of two reviewers on the claims that both rated."""
    one, other = two
    place = {key: number for number, key in enumerate(categories)}
    both = [each.ratings for each in rated if one in each.ratings and other in each.ratings]
    given = [(place[each[one]], place[each[other]]) for each in both]
    kappa = coefficient(given, cohen, 2 * len(given), sampling)
    patterns = [pattern(RatedClaim("", {one: each[one], other: each[other]}), categories) for each in both]
    return PairAgreement(two, coefficient(patterns, percent, 2 * len(given), sampling), kappa)
