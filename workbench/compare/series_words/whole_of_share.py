"""The whole of a series of shares: the labour force, all land, the women in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.compare.series_words.word_beginnings import all_words, content_words, stem, stems
from workbench.core.series import Series

_SHARE_OF = r"(?:%|\bper\s?cent(?:age)?|\bshare|\bproportion|\bfraction)\s(?:point\s)?of\s"
_WHO_HOLDS = r"(?!\s(?:held|occupied|taken|filled)\b)"
_OF_WHOLE = re.compile(
    rf"{_SHARE_OF}(?P<whole>(?:{_WHO_HOLDS}[^,;()])+(?:\([^()]*\))?)",
    re.IGNORECASE,
)
_OWN_GROUP = re.compile(r"\b(?:same|sub-?group|respective|corresponding|relevant|each)\b", re.IGNORECASE)
_A_RATE = re.compile(r"\b(?:rates?|unemployment)\b", re.IGNORECASE)
_SHARE = re.compile(r"\b(?:shares?|proportion|percentage|composition)\b", re.IGNORECASE)
_OF_LABOUR = re.compile(r"\bunemployment rate\b", re.IGNORECASE)
"""A rate of unemployment is one of the labour force, by its definition."""

_OF_YOUNG = re.compile(r"\byouth unemployment rate\b", re.IGNORECASE)
_YOUNG = re.compile(
    r"(?:all )?(?:the )?(?:young(?: people)?|youths?|youngsters|under-25s|ages 15 to 24)", re.IGNORECASE
)
"""The young, of whom a share without work is told by the rate of youth unemployment: nobody gives another."""

_SPENDING = frozenset({"expenditure", "spending", "costs", "outlays"})

_SAME_WHOLE = (
    frozenset({"population", "people", "inhabitants", "residents", "citizens", "persons", "everyone"}),
    frozenset({"gdp", "economy", "economic", "output", "product", "national income"}),
    frozenset({"workforce", "labour", "labor", "active", "workers"}),
    frozenset({"women", "woman", "female", "females"}),
    frozenset({"men", "man", "male", "males"}),
    frozenset(
        {
            "children",
            "child",
            "births",
            "babies",
            "infants",
            "newborns",
            "kids",
            "born",
            "one-year-olds",
            "year-olds",
            "olds",
        }
    ),
    frozenset({"work", "employed", "employment", "jobs", "workers", "employees"}),
    frozenset(
        {
            "parliament",
            "assembly",
            "parliaments",
            "seats",
            "benches",
            "chamber",
            "mps",
            "deputies",
            "legislature",
            "lawmakers",
        }
    ),
    frozenset({"young", "youth", "youngsters", "teenagers"}),
    frozenset({"houses", "homes", "households", "dwellings", "household"}),
    frozenset({"energy", "power", "electricity"}),
    _SPENDING,
)
"""Words for the same whole."""

_SPENT = frozenset(map(stem, _SPENDING))
"""Beginnings of words for spending."""

_WHO_SPENDS = stems(
    "government general public state national federal central total current final overall annual percentage percent"
)
"""Beginnings of words that say who spends, or how spending is counted, and not its purpose."""


def has_whole(series: Series, whole: str) -> bool:
    """Check whether a series says that its shares are of this whole, or names it otherwise.

    True for a whole without a name.

    >>> from workbench.core.series import SeriesRef
    >>> series = Series(ref=SeriesRef("mine", "x"), title="Women in parliament (% of seats)")
    >>> has_whole(series, "MPs"), has_whole(series, "households")
    (True, False)
    >>> series = Series(ref=SeriesRef("mine", "x"), title="Medicines as percentage of current health expenditure")
    >>> has_whole(series, "health spending"), has_whole(series, "government spending")
    (True, False)
    """
    if _YOUNG.fullmatch(whole) and _OF_YOUNG.search(series.title):
        return True
    ours = content_words(whole)
    kin = {word for same in _SAME_WHOLE if any(set(ours).issuperset(each.split()) for each in same) for word in same}
    shared = stems(_whole_of(series)) & {stem(word) for word in (*ours, *kin)}
    return not ours or (bool(shared) and not (shared <= _SPENT | _WHO_SPENDS and _has_purpose(series, ours)))


def _has_purpose(series: Series, ours: Sequence[str]) -> bool:
    """Check whether all the spending in a series' shares has a purpose outside some words.

    Example: "current health expenditure".
    """
    named = [stems(found["whole"]) for found in _OF_WHOLE.finditer(all_words(series))]
    spent = [each - _SPENT - _WHO_SPENDS - {stem(word) for word in ours} for each in named if each & _SPENT]
    return bool(spent) and all(spent)


def is_rate(series: Series) -> bool:
    """Check whether a series calls itself a rate, such as that of the unemployed among all who have or seek work.

    >>> from workbench.core.series import SeriesRef
    >>> titles = "Unemployment rate of women", "Share of women among the unemployed"
    >>> [is_rate(Series(ref=SeriesRef("mine", "x"), title=title)) for title in titles]
    [True, False]
    """
    return _A_RATE.search(series.title) is not None and _SHARE.search(series.title) is None


def _whole_of(series: Series) -> str:
    """Find the words for the whole of a share ("Percentage of land area", "% of male labour force"), else all words.

    The whole of a rate is not what it is a rate of: a rate of unemployment is no share of the unemployed.
    """
    words = all_words(series)
    named = [found["whole"] for found in _OF_WHOLE.finditer(words)]
    if named and not any(_OWN_GROUP.search(each) for each in named):
        return " ".join(named)
    if named:
        return words
    if _OF_LABOUR.search(words):
        return "labour force"
    return "" if _A_RATE.search(words) else words
