"""Statistic named by some words: count, average, share, above or below, with or without.

These words name no thing, so an index leaves them out or gives them little weight. Yet "below the poverty line" is the reverse of
"above the poverty line", the number of workers in a trade is not their pay, and a share of GDP is not a sum of dollars. A title is
read once, when it is indexed; a claim once, when it is searched for.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache, reduce
from itertools import pairwise, repeat
from operator import or_
from typing import NamedTuple

from workbench.match.words.english_stems import is_doing, stem
from workbench.match.words.normalisation import LONGEST_TEXT, is_frame, words
from workbench.match.words.stop_words import STOP

Names = frozenset[str]


class StatisticMarks(NamedTuple):
    """The statistic that some words name.

    Attributes:
        code: One bit for each name in the tables here: a number is fast to store and to compare.
        base: The stems of its denominator: "capita", "gdp".
        denied: The stems of what is denied: "receiv", "food" in "not receiving food stamps".
    """

    code: int = 0
    base: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()


def _table(rows: Mapping[str, str]) -> Mapping[str, str]:
    return {word: name for name, words in rows.items() for word in words.split()}


_SORTS = _table({
    "a share": "percent percentage percentages share shares proportion fraction % incidence prevalence coverage",
    "a rate": "ratio density capita",
    "an amount of money": "wage wages income incomes earning earnings salary salaries pay paid earn earns earned cost costs price "
    "prices value values revenue revenues receipts sales expenditure expenditures spending spent dollars euros money gdp gni "
    "debt payroll payrolls budget $ €",
    "a count": "number numbers count counts population headcount people persons individuals workers employees employment workforce "
    "staff residents inhabitants students pupils cases incidents",
    "a change": "growth change changes increase inflation rise",
    "an index": "index indices score",
})  # fmt: skip
_SUMMED = _table(
    {"an average": "median mean average averaged typical typically", "the total": "total all overall aggregate"}
)
_UNITS = _table({
    "people": "people persons individuals population workers employees workforce staff men women male males female females "
    "residents inhabitants students who",
    "firms": "establishment establishments firm firms company companies business businesses enterprise enterprises industries "
    "employers",
    "households": "household households family families",
    "homes": "homes dwellings houses housing",
})  # fmt: skip
_SIDES = _table({
    "above": "above over exceed exceeds exceeding",
    "below": "below under beneath poor",
})  # fmt: skip
_SIDE_PAIRS = {
    ("or", "more"): "above", ("or", "older"): "above", ("or", "over"): "above", ("and", "over"): "above", ("and", "older"): "above",
    ("and", "above"): "above", ("at", "least"): "above", ("more", "than"): "above", ("greater", "than"): "above",
    ("less", "than"): "below", ("fewer", "than"): "below", ("or", "less"): "below", ("or", "younger"): "below",
    ("or", "under"): "below", ("and", "under"): "below",
}  # fmt: skip
_PRICES = _table({
    "at constant prices": "real constant deflated adjusted",
    "at current prices": "nominal",
    "in purchasing power": "ppp purchasing international",
    "in dollars": "dollars usd $",
    "in national currency": "lcu",
})  # fmt: skip
_PRICE_PAIRS = {
    ("current", "us"): "at current prices", ("current", "lcu"): "at current prices", ("current", "prices"): "at current prices",
    ("current", "dollars"): "at current prices", ("current", "international"): "at current prices",
    ("national", "currency"): "in national currency", ("local", "currency"): "in national currency",
}  # fmt: skip
_NO_PRICE = {
    ("real", "estate"),
    ("adjusted", "for"),
    ("adjusted", "net"),
    ("adjusted", "savings"),
    ("seasonally", "adjusted"),
}
_DENIES = frozenset({"not", "without", "no", "never", "neither", "nor", "lacking", "lack", "lacks", "cannot"})
_TOKEN = re.compile(r"[a-z]+(?:['’][a-z]+)?|\d[\d.,]*\+?|[%$€]|[(),;:]")
_ENDS = frozenset("(),;:")
_HEADS = frozenset({"capita", "head", "person", "inhabitant", "inhabitants", "resident", "residents", "people", "population", "citizen",
                    "individual", "member"})  # fmt: skip
_EACH = frozenset({"per", "every", "each"})
_OF_EACH = _EACH | {"half", "third", "quarter", "hundred"}
_SHARES = frozenset({"%", "percent", "percentage", "share", "proportion", "fraction"})
_NUMBERS = frozenset({"number", "numbers"})
_AGAINST = _EACH | {
    "percentage",
    "share",
    "shares",
    "proportion",
    "rate",
    "rates",
    "ratio",
    "density",
    "capita",
    "relative",
}
_FAR, _BASE, _DENIED = 7, 3, 3
_LONG_NON = 8


SORTS, SUMMED, UNITS = (tuple(dict.fromkeys(table.values())) for table in (_SORTS, _SUMMED, _UNITS))
SIDES, PRICES = tuple(dict.fromkeys(_SIDES.values())), tuple(dict.fromkeys(_PRICES.values()))
RATED = frozenset({"a share", "a rate"})
"""Kinds of statistic with a denominator."""

_BITS = {name: 1 << n for n, name in enumerate((*SORTS, *SUMMED, *UNITS, *SIDES, *PRICES))}
_ONE: Mapping[str, int] = {
    word: sum(_BITS[table[word]] for table in (_SORTS, _SUMMED, _UNITS, _SIDES) if word in table)
    for word in {*_SORTS, *_SUMMED, *_UNITS, *_SIDES}
} | dict.fromkeys(
    ("rate", "rates"), _BITS["a share"] | _BITS["a rate"]
)  # the unemployment rate is a share, the birth rate is not


def named(code: int, names: tuple[str, ...]) -> Names:
    """Select the names whose bits a code has.

    >>> sorted(named(marks_of("average pay of women").code, SUMMED))
    ['an average']
    """
    return frozenset(name for name in names if code & _BITS[name])


def names_rate(text: str) -> bool:
    """Check whether English words of a title or a query name a share or a rate.

    >>> names_rate("unemployment rate"), names_rate("one in every five"), names_rate("unemployed persons")
    (True, True, False)
    """
    return bool(RATED & named(marks_of(text).code, SORTS) or _OF_EACH & set(words(text)))


def names_number(said: Collection[str]) -> bool:
    """Check whether the English words of a sentence name the number of something, and no share or rate.

    >>> names_number(["the", "number", "of", "seats"]), names_number(["the", "number", "per", "head"])
    (True, False)
    """
    return not _NUMBERS.isdisjoint(said) and _AGAINST.isdisjoint(said)


def bits(names: tuple[str, ...]) -> int:
    """Combine the bits of some names."""
    return sum(_BITS[name] for name in names)


@lru_cache(maxsize=4_096)
def marks_of(text: str) -> StatisticMarks:
    """Read the statistic that some words name.

    >>> marks = marks_of("Average pay of women without children (% of GDP)")
    >>> sorted(named(marks.code, SORTS)), marks.base, marks.denied
    (['a share', 'an amount of money'], ('gdp',), ('children',))
    """
    tokens = _TOKEN.findall(text[:LONGEST_TEXT].lower())
    base = tuple(dict.fromkeys(_base(tokens)))
    code = reduce(or_, map(_ONE.get, tokens, repeat(0)), _sides(tokens) | _prices(tokens))
    if base and _EACH.intersection(tokens):
        code |= _BITS["a rate"]
    if code & _BITS["an amount of money"]:
        code &= ~_BITS["a count"]  # "the wages of people" are money
    return StatisticMarks(code, base, tuple(dict.fromkeys(_denied(tokens))))


def _sides(tokens: list[str]) -> int:
    above = _BITS["above"] if any(token[-1] == "+" for token in tokens) else 0
    return reduce(or_, (_BITS[_SIDE_PAIRS[pair]] for pair in pairwise(tokens) if pair in _SIDE_PAIRS), above)


def _prices(tokens: list[str]) -> int:
    pairs = [*pairwise(tokens)]
    held_back = {word for pair in pairs if pair in _NO_PRICE for word in pair}
    single = (_PRICES[token] for token in tokens if token in _PRICES and token not in held_back)
    return reduce(or_, (_BITS[name] for name in (*single, *(_PRICE_PAIRS[p] for p in pairs if p in _PRICE_PAIRS))), 0)


def _base(tokens: list[str]) -> Iterator[str]:
    """Yield the stems of a denominator: after "per", "% of", "relative to", and "share of" except at the beginning of a title."""
    for at, word in enumerate(tokens):
        after = tokens[at + 1 : at + 1 + _FAR]
        if word in _EACH:
            yield from _things(after)
        elif (word in _SHARES and after[:1] == ["of"] and _is_base(tokens, at)) or tokens[at : at + 2] == _TO:
            yield from _things(after[1:])


def _is_base(tokens: list[str], at: int) -> bool:
    """Check whether "of" introduces a denominator: "% of GDP", "as a share of GDP", but not "share of women", which says who is counted."""
    return tokens[at] == "%" or (at > 0 and tokens[at - 1] in _BEFORE_SHARE)


_TO = ["relative", "to"]
_BEFORE_SHARE = frozenset({"a", "as", "in", "the"})
_FILLING = frozenset({"the", "total", "of", "all", "current", "million", "thousand", "hundred"})


def _things(tokens: list[str]) -> Iterator[str]:
    """Yield the stems of the things at the beginning of some words, up to a mark or function word; words for people become "capita"."""
    things = [word for word in tokens if word not in _FILLING and not word[0].isdigit()]
    for word in things[:_BASE]:
        if word in _ENDS or (word in STOP and word not in _HEADS):
            return
        key = "capita" if word in _HEADS else stem(word)
        if not is_frame(key):
            yield key


def _denied(tokens: list[str]) -> Iterator[str]:
    """Yield the stems of what is denied: the next naming words, up to a punctuation mark or a function word."""
    for at, word in enumerate(tokens):
        if word == "non":
            yield from _next(tokens[at + 1 :], 1)
        elif word in _DENIES or word.endswith(("n't", "n’t")):
            yield from _next(tokens[at + 1 :], _DENIED)
        elif word.startswith("non") and len(word) >= _LONG_NON:
            yield stem(word[3:])


def _next(tokens: list[str], many: int) -> Iterator[str]:
    """Yield the stems of the next naming words, up to a maximum number."""
    found = 0
    for word in tokens:
        if word in _ENDS or (found and (word in STOP or is_doing(word))):  # "without children receiving aid"
            return
        if word not in STOP and word[0].isalpha() and not is_frame(key := stem(word)):
            yield key
            found += 1
            if found == many:
                return
