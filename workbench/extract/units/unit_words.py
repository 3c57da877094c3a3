"""Look up the units that the word files name.

"Percent", "per cent" and "%" are one unit, and so are "denar", "denars" and "MKD". What is not found here may be a
counted thing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from workbench.core.quantity import PERCENT, POINTS, Dimension, Unit
from workbench.core.units import measures, plurals
from workbench.extract.words.lexer import HYPHENS
from workbench.extract.words.word_files import ENGLISH, Table, tables
from workbench.extract.words.word_tables import Phrase, phrase

_SYMBOLS = frozenset(
    {"m", "km", "cm", "mm", "m2", "km2", "m3", "ha", "kg", "g", "mg", "t", "l", "ml", "w", "kw", "mw", "gw"}
    | {"kwh", "mwh", "gwh", "twh", "hz", "mhz", "ghz", "kb", "mb", "gb", "tb", "km/h"}
)
"""Symbols that every language writes alike. They are read after digits even where a word file lacks them."""


FACTOR = Unit(Dimension.UNKNOWN, "time")
"""The unit of a multiple: "twice as much" is 2 of it, and counts nothing."""

FOLD = Unit(Dimension.UNKNOWN, "time", "fold")
"""Unit of a multiple: "a 3-fold rise"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """Units by the words that they are written with.

    Attributes:
        phrases: Units by phrase, without hyphens.
        longest: The number of words in the longest phrase that begins with a word.
        short: Units by a short form that is read only right after digits ("5kg").
        spaced: Short forms that are read after a space too ("5 kg").
        signs: Currencies by sign.
        dollars: The dollar that a word before "$" means.
        codes: Currencies by ISO code, lower case.
        shouted: Codes that mean money only in capitals, because they are words in lower case.
        coins: Coins by a short form that is read only right after digits ("45p").
        before: Names and codes of money that may stand before a figure in any case.
        sizes: Words after a unit that say what was measured ("30 m long").
        of_illness: Words after capitals that make them the name of an illness ("900 TB cases").
        weighing: Words that show, next to a pound, that it is a weight and not money.
    """

    phrases: dict[Phrase, Unit]
    longest: dict[str, int]
    short: dict[str, Unit]
    spaced: frozenset[str]
    signs: dict[str, Unit]
    dollars: dict[str, Unit]
    codes: dict[str, Unit]
    shouted: frozenset[str]
    coins: dict[str, Unit]
    before: dict[str, Unit]
    sizes: frozenset[str]
    of_illness: frozenset[str]
    weighing: frozenset[str]


@cache
def units(language: str = "en") -> Units:
    """Return the units of a language.

    >>> units().signs["€"].code, units().phrases["per", "cent"].name
    ('EUR', 'percentage')
    """
    table = _with_codes(tables(language)["units"], language)
    money = {code: Unit(Dimension.MONEY, names[0], code) for code, names in table["money"].items()}
    phrases = {_without_hyphens(p): unit for p, unit in _phrases(table, money, language).items()}
    longest: dict[str, int] = {}
    for p in phrases:
        longest[p[0]] = max(longest.get(p[0], 0), len(p))
    short = _short(table)
    return Units(
        phrases=phrases,
        longest=longest,
        short=short,
        spaced=frozenset(code for code in short if len(code) > 1 and code not in set(table["glued_only"])),
        signs={sign: money[code] for sign, code in table["signs"].items()},
        dollars={word: money[code] for word, code in table["dollars"].items()},
        codes={code.lower(): unit for code, unit in money.items()}
        | {word: money[code] for word, code in table["prefixes"].items()},
        shouted=frozenset(table["shouted"]),
        coins={short: phrases[(name,)] for short, name in table["glued_coins"].items()},
        sizes=frozenset(table["sizes"]),
        of_illness=frozenset(table["of_illness"]),
        weighing=frozenset(table["weighing"]),
        before={word: phrases[(word,)] for word in table["before"]},
    )


def _with_codes(table: Table, language: str) -> Table:
    """Add to a language's units those that it has no word for, by the ISO code or symbol that all languages share.

    English ones get their names from the registry of units.
    """
    shared = tables()["units"]
    named = {one.code: list(one.names) for one in measures().values()} if language == ENGLISH else {}
    timed = {code for code, one in measures().items() if one.dimension is Dimension.DURATION}
    money = {code: [code] for code in shared["money"]} | table["money"]
    physical = {code: [code] for code in _SYMBOLS} | {c: n for c, n in named.items() if c not in timed}
    duration = {c: n for c, n in named.items() if c in timed}
    return table | {
        "money": money,
        "physical": physical | table["physical"],
        "duration": duration | table["duration"],
        "signs": shared["signs"],
        "shouted": [*shared["shouted"], *table["shouted"]],
    }


def _without_hyphens(words: Phrase) -> Phrase:
    return tuple(word for word in words if word not in HYPHENS)


def _phrases(table: Table, money: dict[str, Unit], language: str) -> dict[Phrase, Unit]:
    special = table["special"]
    found = {phrase(w, language): PERCENT for w in special["percent"]} | {
        phrase(w, language): POINTS for w in special["points"]
    }
    found |= {phrase(w, language): Unit(Dimension.POINTS, "basis point", "bp") for w in special["basis"]}
    found |= {phrase(w, language): FOLD for w in special["times"]}
    for name, words in table["ages"].items():
        found |= {phrase(w, language): Unit(Dimension.DURATION, name) for w in words}
    for name, words in table["coins"].items():
        found |= {phrase(w, language): Unit(Dimension.MONEY, name) for w in words}
    found |= {(sign,): money[code] for sign, code in table["signs"].items()}
    found |= {(code.lower(),): unit for code, unit in money.items()}
    found |= {
        phrase(f, language): money[code] for code, names in table["money"].items() for n in names for f in plurals(n)
    }
    for dimension in (Dimension.PHYSICAL, Dimension.DURATION, Dimension.INDEX):
        for code, names in table[dimension.value].items():
            unit = Unit(dimension, _name(code, names), code)
            spelt = [form for name in names if names != [code] or language == ENGLISH for form in plurals(name)]
            found |= {phrase(form, language): unit for form in spelt}
    return found


def _short(table: Table) -> dict[str, Unit]:
    parts = ((Dimension.PHYSICAL, table["physical"]), (Dimension.DURATION, table["duration"]))
    found = {
        code: Unit(dimension, _name(code, names), code) for dimension, part in parts for code, names in part.items()
    }
    return found | {"pc": PERCENT}


def _name(code: str, names: Sequence[str]) -> str:
    """Return the name that a unit has in all languages, such as "percentage".

    A unit without a word in the language has its symbol as its name.
    """
    one = measures().get(code)
    return names[0] if one is None or list(names) == [code] else one.names[0]
