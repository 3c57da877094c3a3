"""Percent agreement, Cohen's and Fleiss' kappa, Krippendorff's alpha: each as an exact fraction, or why it is undefined.

Cohen (1960), Educational and Psychological Measurement 20; Fleiss (1971), Psychological Bulletin 76;
Krippendorff (2011), Computing Krippendorff's Alpha-Reliability.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import lcm

from workbench.reliability.rated_claim import Pattern, Patterns, Undefined

Value = Fraction | Undefined
"""The value of a statistic."""


def percent(patterns: Patterns) -> Value:
    """Compute the share of equal pairs of ratings of one claim, 0 to 1: the mean over claims that two or more rated.

    >>> percent({(2, 0): 3, (1, 1): 1})
    Fraction(3, 4)
    """
    shared = _shared(patterns)
    if not shared:
        return Undefined.NO_CLAIM
    same = sum((times * _same(each) for each, times in shared.items()), Fraction())
    return same / sum(shared.values())


def cohen(table: Mapping[tuple[int, int], int]) -> Value:
    """Compute Cohen's kappa of two reviewers.

    Args:
        table: For each pair of categories, how many claims the first reviewer gave the one and the second the other.

    >>> cohen({(0, 0): 20, (0, 1): 5, (1, 0): 10, (1, 1): 15})
    Fraction(2, 5)
    """
    n = sum(table.values())
    if not n:
        return Undefined.NOT_SHARED
    rows: dict[int, int] = {}
    columns: dict[int, int] = {}
    for (row, column), times in table.items():
        rows[row] = rows.get(row, 0) + times
        columns[column] = columns.get(column, 0) + times
    observed = n * sum(times for (row, column), times in table.items() if row == column)
    expected = sum(times * columns.get(row, 0) for row, times in rows.items())
    return _beyond_chance(observed, expected, n * n)


def fleiss(patterns: Patterns) -> Value:
    """Compute Fleiss' kappa of claims that are all rated by the same number of reviewers.

    Raises:
        ValueError: The numbers differ.
    """
    shared = _shared(patterns)
    if not shared:
        return Undefined.NO_CLAIM
    if len({sum(each) for each in shared}) > 1:
        raise ValueError("the claims have different numbers of reviewers")
    given = [sum(times * each[place] for each, times in shared.items()) for place in range(len(next(iter(shared))))]
    total = sum(given)
    observed = percent(shared)
    expected = Fraction(sum(each * each for each in given), total * total)
    if isinstance(observed, Undefined) or expected == 1:
        return Undefined.ONE_RATING
    return (observed - expected) / (1 - expected)


def alpha(patterns: Patterns, *, ordinal: bool = False) -> Value:
    """Compute Krippendorff's alpha; ratings may be missing.

    Args:
        patterns: How many claims have each pattern. Claims with only one rating are left out, since pairs are compared.
        ordinal: Whether ratings differ more the further apart they are in the order of the categories; else all differences are equal.

    >>> alpha({(2, 0): 1, (0, 2): 1})
    Fraction(1, 1)
    """
    shared = _shared(patterns)
    if not shared:
        return Undefined.NO_CLAIM
    given = [sum(times * each[place] for each, times in shared.items()) for place in range(len(next(iter(shared))))]
    distances = _distances(given, ordinal=ordinal)
    scale = lcm(*(sum(each) - 1 for each in shared))
    observed = sum(times * scale // (sum(each) - 1) * _differ(each, distances) for each, times in shared.items())
    expected = _differ(tuple(given), distances)
    return 1 - Fraction((sum(given) - 1) * observed, scale * expected) if expected else Undefined.ONE_RATING


_Distances = list[tuple[int, int, int]]


def _distances(given: list[int], *, ordinal: bool) -> _Distances:
    """Compute the squared distance of each pair of given categories; the ordinal one is four times the published formula."""
    used = [place for place, times in enumerate(given) if times]
    return [
        (one, other, (2 * sum(given[one : other + 1]) - given[one] - given[other]) ** 2 if ordinal else 1)
        for one in used
        for other in used
        if one < other
    ]


def _differ(counts: Pattern, distances: _Distances) -> int:
    """Add up the squared distances of all pairs of ratings."""
    return sum(counts[one] * counts[other] * far for one, other, far in distances)


def _shared(patterns: Patterns) -> Patterns:
    return {each: times for each, times in patterns.items() if sum(each) > 1 and times}


def _same(each: Pattern) -> Fraction:
    n = sum(each)
    return Fraction(sum(times * (times - 1) for times in each), n * (n - 1))


def _beyond_chance(observed: int, expected: int, out_of: int) -> Value:
    return Fraction(observed - expected, out_of - expected) if expected != out_of else Undefined.ONE_RATING
