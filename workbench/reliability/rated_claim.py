"""The ratings of several reviewers of one claim, and coefficients of agreement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

Pattern = tuple[int, ...]
"""How often each category was given to one claim, in the order of the scale."""

Patterns = Mapping[Pattern, int]
"""How many claims have each pattern."""


class Undefined(StrEnum):
    """Why a coefficient has no value, as the end of a sentence."""

    NO_CLAIM = "no claim was rated by two reviewers"
    NOT_SHARED = "no claim was rated by both"
    ONE_RATING = "one rating alone was given, so that nothing can be told from chance"
    FEW_CLAIMS = "one claim has no interval"
    MOSTLY_ONE_RATING = "most samples of so few claims hold one rating alone"


@dataclass(frozen=True, slots=True)
class RatedClaim:
    """One claim and what each of its reviewers gave it.

    Attributes:
        claim: Its id.
        ratings: The rating's key of each reviewer, by name; all on one scale.
    """

    claim: str
    ratings: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Coefficient:
    """A coefficient of agreement over some claims.

    Attributes:
        value: Its value, exact, at most 1; None where it is undefined.
        claims: The number of claims it is computed from.
        ratings: The number of ratings it is computed from.
        undefined: Why it has no value.
        low: Lower bound of its 95 % interval; None where there is none.
        high: The upper bound.
        no_interval: Why it has no interval.
    """

    value: Fraction | None
    claims: int
    ratings: int
    undefined: Undefined | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    no_interval: Undefined | None = None


def pattern(given: RatedClaim, categories: Sequence[str]) -> Pattern:
    """Count how often each category was given to a claim; ratings that are no category are left out.

    >>> pattern(RatedClaim("c", {"ana": "true", "bea": "false", "cyd": "true"}), ["true", "false"])
    (2, 1)
    """
    said = list(given.ratings.values())
    return tuple(said.count(each) for each in categories)
