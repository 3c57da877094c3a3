"""Whether a title gives the statistic that was asked for: how many, how much on average, what share, above or below, with or without.

These words name no thing, so an index leaves them out or hardly counts them; yet "below the poverty line" is the reverse of
"above the poverty line", and how many work in a trade is not what they earn.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from workbench.match.fit import Fit

_SORTS: Mapping[str, str] = {
    "an average": r"\b(?:median|mean|average|averaged|typical|typically)\b",
    "a share": r"\b(?:percent|percentage|per cent|share|proportion|fraction)\b|%",
    "a rate": r"\bper (?:capita|person|head|inhabitant|resident|1[ ,.]?000|10[ ,.]?000|100[ ,.]?000|million|thousand)\b|\brate\b",
    "an amount of money": r"\b(?:wages?|income|earnings?|salar(?:y|ies)|pay|paid|earned|cost|costs|price|value|revenues?|expenditures?|spending|dollars|euros|GDP|gross domestic product|debt|payroll)\b",
    "a count": r"\b(?:number|numbers|count|how many|population|headcount|people|persons|workers|employees|employment)\b",
}  # fmt: skip
_BEFORE: Mapping[str, str] = {"a count": "an amount of money"}
"""A sort that is meant only where another is not: "the wages of people" are money."""

_SIDES: Mapping[str, str] = {
    "above": r"\b(?:above|over|exceed(?:s|ing)?|or more|or older|and over|at least)\b",
    "below": r"\b(?:below|under|beneath|less than|fewer than|or less|or younger|poor)\b",
}  # fmt: skip
_NOT = re.compile(
    r"\b(?:not|without|no|non|never|neither|lacking|un(?:insured|employed|paid|married))\b", re.IGNORECASE
)
_COMPILED = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in {**_SORTS, **_SIDES}.items()}


Marks = tuple[frozenset[str], frozenset[str], bool]
"""The sorts of statistic that a text names, the sides of a line, and whether it denies."""


@lru_cache(maxsize=20_000)
def marks_of(text: str) -> Marks:
    """The sorts of statistic that a text names, the sides of a line, and whether it denies."""
    sorts = {name for name in _SORTS if _COMPILED[name].search(text)}
    sorts -= {name for name, other in _BEFORE.items() if other in sorts}
    return frozenset(sorts), frozenset(n for n in _SIDES if _COMPILED[n].search(text)), _NOT.search(text) is not None


_NAMES = (*_SORTS, *_SIDES)
_DENIES = 1 << len(_NAMES)


def coded(marks: Marks) -> int:
    """Marks as one number, a bit for each, in the order of the tables here."""
    sorts, sides, denies = marks
    return sum(1 << n for n, name in enumerate(_NAMES) if name in sorts or name in sides) | (_DENIES if denies else 0)


@lru_cache(maxsize=4_096)
def value_of(said: int, has: int) -> float:
    """How well the statistic of a title fits the words, both as numbers.

    >>> value_of(coded(marks_of("below the poverty line")), coded(marks_of("People Above Poverty Level")))
    0.0
    """
    return fit_marks(_marks_from(said), _marks_from(has)).value


def _marks_from(code: int) -> Marks:
    named = {name for n, name in enumerate(_NAMES) if code >> n & 1}
    return frozenset(named & _SORTS.keys()), frozenset(named & _SIDES.keys()), bool(code & _DENIES)


def fit_statistic(text: str, title: str) -> Fit:
    """How well the statistic of a title fits the one that some words ask for.

    >>> fit_statistic("people below the poverty line", "People Above Poverty Level").because
    'is of those above, the words say below'
    >>> fit_statistic("number of miners", "Median income of miners").because
    'gives an amount of money and an average, the words ask for a count'
    """
    return fit_marks(marks_of(text), marks_of(title))


def fit_marks(said: Marks, has: Marks) -> Fit:
    """The same of what was read in the words and in the title."""
    (asked, side, denies), (gives, its_side, denied) = said, has
    if side and its_side and not side & its_side:
        return Fit(0.0, f"is of those {_listed(its_side)}, the words say {_listed(side)}")
    if denies != denied:
        return Fit(
            0.2, "is of those with, the words say without" if denies else "is of those without, the words say with"
        )
    if asked and gives and not asked & gives:
        return Fit(0.3, f"gives {_listed(gives)}, the words ask for {_listed(asked)}")
    if asked == gives and side == its_side:
        return Fit(1.0, f"gives {_listed(gives)}, as was asked" if gives else "no other statistic is named")
    return Fit(0.7, "what statistic it gives is not said alike in both")


def _listed(names: frozenset[str]) -> str:
    return " and ".join(sorted(names))
