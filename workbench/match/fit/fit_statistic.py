"""Fit of a title to the statistic that was asked for: a count, an average, a share of something, above or below.

A title that differs in one of these is not barred: titles are short and leave much unsaid.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from workbench.match.fit.slot_fit import SlotFit
from workbench.match.words.english_stems import stem
from workbench.match.words.normalisation import keys, words
from workbench.match.words.statistic_words import (
    PRICES,
    SIDES,
    SORTS,
    SUMMED,
    UNITS,
    Names,
    StatisticMarks,
    bits,
    marks_of,
    named,
)

_OTHER_SORT, _OTHER_WORDS, _OTHER_UNIT, _OTHER_SUM = 0.05, 0.1, 0.2, 0.05
_OTHER_SIDE, _OTHER_PRICES, _OTHER_BASE = 0.2, 0.25, 0.25
_PRICES_OPEN, _SUM_OPEN, _DENIED, _DENIES = 0.2, 0.2, 0.15, 0.12
"""Penalty of each difference, measured on phrases that name one of some thousand titles."""

_MOST_DENIED = 2


def fit_statistic(text: str, title: str) -> SlotFit:
    """Score how well the statistic of a title fits the one that some words ask for.

    >>> fit_statistic("people below the poverty line", "People Above Poverty Level").because
    'is of those above, the words say below'
    >>> fit_statistic("number of miners", "Median income of miners").because
    'gives an amount of money, the words ask for a count'
    """
    said, has = marks_of(text), marks_of(title)
    value = value_of(said, has, _stems(text), _stems(title))
    differing = "; ".join(_differences(text, title))
    return SlotFit(value, differing or _alike(said, has))


@lru_cache(maxsize=4_096)
def _stems(text: str) -> frozenset[str]:
    return frozenset(keys(text))


def reversed_in(text: str, title: str) -> bool:
    """Check whether one of two phrases is the reverse of the other: above and below, with and without.

    >>> reversed_in("without a job", "with a job"), reversed_in("jobs", "unemployment")
    (True, False)
    """
    said, has = marks_of(text), marks_of(title)
    mine, theirs = named(said.code, SIDES), named(has.code, SIDES)
    turned = _turned(said, has, _stems(text), _stems(title))
    return bool(turned) or bool(mine and theirs and not mine & theirs)


def value_of(said: StatisticMarks, has: StatisticMarks, asked: Collection[str], title: Collection[str]) -> float:
    """Compute the score of `fit_statistic`, 0 to 1, from what was read already.

    Args:
        said: The marks of the words.
        has: Those of the title.
        asked: The stems of the words.
        title: The stems of the title.
    """
    value = _value_of_codes(said.code, has.code)
    if said.base and not set(said.base).intersection(has.base):
        value -= _OTHER_BASE
    if said.denied or has.denied:
        value -= _DENIED * min(_MOST_DENIED, len(_turned(said, has, asked, title)))
    if bool(said.denied) != bool(has.denied):
        value -= _DENIES
    return max(0.0, round(value, 4))


def _turned(said: StatisticMarks, has: StatisticMarks, asked: Collection[str], title: Collection[str]) -> list[str]:
    """Find the stems that one of the two denies and the other affirms."""
    here = [key for key in said.denied if key in title and key not in has.denied]
    return here + [key for key in has.denied if key in asked and key not in said.denied]


@lru_cache(maxsize=8_192)
def _value_of_codes(said: int, has: int) -> float:
    """Subtract the penalty of each difference from 1."""
    value = 1.0
    for group, price in _CLASHES:
        mine, theirs = said & group, has & group
        if mine and theirs and not mine & theirs:
            value -= price
    for group, price in _OPEN:
        if said & group & ~has:
            value -= price
    every = (said | has) & _ALL_SORTS
    return value - (_OTHER_WORDS * ((said ^ has) & _ALL_SORTS).bit_count() / every.bit_count() if every else 0.0)


_ALL_SORTS = bits(SORTS)
_CLASHES = (
    (_ALL_SORTS, _OTHER_SORT), (bits(SUMMED), _OTHER_SUM), (bits(UNITS), _OTHER_UNIT), (bits(SIDES), _OTHER_SIDE),
    (bits(PRICES), _OTHER_PRICES),
)  # fmt: skip
_OPEN = ((bits(("an average",)), _SUM_OPEN), (bits(PRICES), _PRICES_OPEN))


def _differences(text: str, title: str) -> Iterator[str]:
    """Yield a sentence for each difference, the most serious first."""
    said, has = marks_of(text), marks_of(title)
    written = {stem(word): word for word in words(f"{title} {text}")}
    if turned := _turned(said, has, _stems(text), _stems(title)):
        yield f"one of the two denies {_quoted(turned, written)}"
    for names, (here, there) in _SAID.items():
        mine, theirs = named(said.code, names), named(has.code, names)
        if mine and theirs and not mine & theirs:
            yield f"{here} {_listed(theirs)}, the words {there} {_listed(mine)}"
    if said.base and not set(said.base).intersection(has.base):
        against = f"against {_quoted(has.base, written)}" if has.base else "against nothing that it names"
        yield f"is measured {against}, the words say against {_quoted(said.base, written)}"


_SAID: Mapping[tuple[str, ...], tuple[str, str]] = {
    SIDES: ("is of those", "say"),
    SORTS: ("gives", "ask for"),
    SUMMED: ("gives", "ask for"),
    UNITS: ("counts", "speak of"),
    PRICES: ("is put", "say"),
}


def _alike(said: StatisticMarks, has: StatisticMarks) -> str:
    if said.code == has.code:
        gives = named(has.code, SORTS)
        return f"gives {_listed(gives)}, as was asked" if gives else "no other statistic is named"
    return "what statistic it gives is not said alike in both"


def _quoted(stems: Collection[str], written: Mapping[str, str]) -> str:
    return ", ".join(f"“{written.get(key, key)}”" for key in stems)


def _listed(names: Names) -> str:
    return " and ".join(sorted(names))
