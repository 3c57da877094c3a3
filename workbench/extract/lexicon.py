"""The words of a language as tables, loaded once.

Why this room exists: rules are code, words are data. `lexicon/en.toml` holds the words; this module turns them into the sets
and dictionaries that the readers look things up in.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from workbench.core.quantity import PERCENT, POINTS, Dimension, Relation, Unit
from workbench.extract.lexer import lex

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """What the readers of values know of a language.

    Phrases are tuples of lower-case tokens, as the lexer cuts them.
    """

    small: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    short_scales: dict[str, int]
    spaced_scales: frozenset[str]
    dozens: dict[str, int]
    fractions: dict[str, int]
    ordinals: dict[str, int]
    minus: frozenset[str]
    hedges_before: dict[Phrase, Relation]
    hedges_behind: dict[Phrase, Relation]
    share_links: frozenset[Phrase]
    zeros: frozenset[Phrase]
    units: dict[Phrase, Unit]
    short_units: dict[str, Unit]
    signs: dict[str, Unit]
    dollars: dict[str, Unit]
    codes: dict[str, Unit]
    rates: frozenset[str]
    irregular: dict[str, str]
    plural_alike: frozenset[str]
    not_plural: frozenset[str]
    skipped: frozenset[str]
    stops: frozenset[str]
    labels: frozenset[str]
    joins: frozenset[str]
    phones: frozenset[str]
    clock: frozenset[str]
    months: dict[str, int]
    doubtful_months: frozenset[str]
    seasons: dict[str, int]
    spans: dict[str, str]
    last: frozenset[str]
    this: frozenset[str]
    next: frozenset[str]
    ago: frozenset[str]
    inside: frozenset[str]
    until: frozenset[str]
    same: frozenset[str]
    same_spans: frozenset[str]
    raw: dict[str, Any]


@cache
def tables(language: str = "en") -> dict[str, Any]:
    """The word file of a language as it stands."""
    text = files("workbench.extract").joinpath(f"lexicon/{language}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def phrase(words: str) -> Phrase:
    """A phrase of the word file as the lexer would cut it.

    >>> phrase("per cent"), phrase("km/h")
    (('per', 'cent'), ('km', '/', 'h'))
    """
    return tuple(token.low for token in lex(words))


@cache
def lexicon(language: str = "en") -> Lexicon:
    """The tables of a language, made once."""
    raw = tables(language)
    numbers, units, nouns, labels = raw["numbers"], raw["units"], raw["nouns"], raw["labels"]
    money = {code: Unit(Dimension.MONEY, names[0], code) for code, names in units["money"].items()}
    return Lexicon(
        small=numbers["small"],
        tens=numbers["tens"],
        scales=numbers["scales"],
        short_scales=numbers["short_scales"],
        spaced_scales=frozenset(numbers["spaced_scales"]),
        dozens=numbers["dozens"],
        fractions=numbers["fractions"],
        ordinals=numbers["ordinals"],
        minus=frozenset(numbers["minus"]),
        hedges_before=_hedges(raw["hedges"]["before"]),
        hedges_behind=_hedges(raw["hedges"]["behind"]),
        share_links=frozenset(phrase(p) for p in raw["shares"]["links"]),
        zeros=frozenset(phrase(p) for p in raw["zero"]["words"]),
        units=_units(units, money),
        short_units=_short_units(units),
        signs={sign: money[code] for sign, code in units["signs"].items()},
        dollars={word: money[code] for word, code in units["dollars"].items()},
        codes={code.lower(): unit for code, unit in money.items() if code not in {"ALL"}},
        rates=frozenset(nouns["rates"]),
        irregular=nouns["irregular"],
        plural_alike=frozenset(nouns["plural_alike"]),
        not_plural=frozenset(nouns["not_plural"]),
        skipped=frozenset(nouns["skipped"]),
        stops=frozenset(nouns["stops"]),
        labels=frozenset(labels["words"]),
        joins=frozenset(labels["joins"]),
        phones=frozenset(labels["phones"]),
        clock=frozenset(labels["clock"]),
        **_periods(raw["periods"]),
        raw=raw,
    )


def _periods(table: dict[str, Any]) -> dict[str, Any]:
    names = ("doubtful_months", "last", "this", "next", "ago", "inside", "until", "same")
    sets = {name: frozenset(table[name]) for name in names}
    return {
        **sets,
        "months": table["months"],
        "seasons": table["seasons"],
        "spans": table["units"],
        "same_spans": frozenset(table["spans"]),
    }


def _hedges(table: dict[str, list[str]]) -> dict[Phrase, Relation]:
    return {phrase(words): Relation(name) for name, entries in table.items() for words in entries}


def _plurals(name: str) -> list[str]:
    if name.endswith(("foot", "inch")):
        return [name, name.replace("foot", "feet"), name + "es"]
    if name.endswith("y") and name[-2:-1] not in "aeiou":
        return [name, name[:-1] + "ies"]
    return [name, name + "s"]


def _units(units: dict[str, Any], money: dict[str, Unit]) -> dict[Phrase, Unit]:
    basis = Unit(Dimension.POINTS, "basis point", "bp")
    age = Unit(Dimension.DURATION, "year of age", "a")
    table = {phrase(w): PERCENT for w in units["percent"]["words"]}
    table |= {phrase(w): POINTS for w in units["percent"]["points"]}
    table |= {phrase(w): basis for w in units["percent"]["basis"]}
    table |= {phrase(w): age for w in units["old"]["words"]}
    table |= {(code.lower(),): unit for code, unit in money.items() if code not in {"ALL", "TRY"}}
    table |= {phrase(f): money[code] for code, names in units["money"].items() for n in names for f in _plurals(n)}
    table[("cent",)] = table[("cents",)] = Unit(Dimension.MONEY, "cent", "")
    for dimension in (Dimension.PHYSICAL, Dimension.DURATION, Dimension.INDEX):
        for code, names in units[dimension.value].items():
            unit = Unit(dimension, names[0], code)
            table |= {phrase(form): unit for n in names for form in _plurals(n)}
    return table


def _short_units(units: dict[str, Any]) -> dict[str, Unit]:
    tables = ((Dimension.PHYSICAL, units["physical"]), (Dimension.DURATION, units["duration"]))
    return {code: Unit(dim, names[0], code) for dim, table in tables for code, names in table.items()}
