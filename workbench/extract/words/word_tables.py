"""The words of a language as tables, loaded once.

Rules are code, words are data: `lexicon/en.toml` has the words, and this module turns them into the sets and
dictionaries that the readers use. So a new language is mostly data.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from workbench.extract.words.joined_numbers import joined_numbers
from workbench.extract.words.lexer import lex
from workbench.extract.words.word_files import raw_tables, roles, tables

Phrase = tuple[str, ...]


def phrase(words: str, language: str = "en") -> Phrase:
    """Split a phrase of the word file into tokens as the lexer does.

    >>> phrase("per cent"), phrase("km/h")
    (('per', 'cent'), ('km', '/', 'h'))
    """
    return tuple(token.low for token in lex(words, language))


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWords:
    """Words that numbers are written with."""

    small: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    short_scales: dict[str, int]
    spaced_scales: frozenset[str]
    capital_scales: dict[str, int]
    fractions: dict[str, int]
    ordinals: dict[str, int]
    minus: frozenset[str]
    hundreds: dict[str, int]
    mixed: dict[str, str]
    alone: frozenset[str]
    tens_join: frozenset[str]
    ordinal_suffixes: frozenset[str]
    fraction_endings: tuple[str, ...]
    bare_fractions: frozenset[str]
    range_joins: frozenset[str]
    vague: dict[str, int]
    digits: dict[tuple[str, ...], int]
    of_digits: tuple[str, ...]
    spreads: frozenset[str]
    starts: frozenset[str]

    def is_between(self, word: str) -> bool:
        """Check whether a word may stand between the ends of a range: "5 bis 6", but not "um 5 auf 6"."""
        return not self.range_joins or word in self.range_joins

    def is_part_name(self, name: str, top: int) -> bool:
        """Check whether a fraction's name agrees in number with its numerator ("two thirds", "one third").

        >>> number_words().is_part_name("thirds", 2), number_words("de").is_part_name("drittel", 2)
        (True, True)
        """
        return "" in self.fraction_endings or name.endswith(self.fraction_endings) == (top > 1)


@cache
def number_words(language: str = "en") -> NumberWords:
    """Return the number words of a language.

    >>> number_words().small["seven"], number_words("de").small["sieben"]
    (7, 7)
    """
    table = tables(language)["numbers"]
    joined = {roles(language).get(word, word): n for word, n in joined_numbers(language).items()}
    small, tens = {**joined, **table["small"], **table["naughts"]}, table["tens"]
    digits = {phrase.split()[0] for phrase in table["digits"]}
    starts = {*small, *tens, *digits, *table["vague"], *table["scales"], *table["hundreds"], *table["mixed"]}
    return NumberWords(
        small=small,
        tens=tens,
        scales=table["scales"],
        short_scales=table["short_scales"],
        spaced_scales=frozenset(table["spaced_scales"]),
        capital_scales=table["capital_scales"],
        fractions=table["fractions"],
        ordinals=table["ordinals"],
        minus=frozenset(table["minus"]),
        hundreds=table["hundreds"],
        mixed=table["mixed"],
        alone=frozenset(table["alone"]),
        tens_join=frozenset(table["tens_join"]),
        ordinal_suffixes=frozenset(table["ordinal_suffixes"]),
        fraction_endings=tuple(table["fraction_endings"]),
        bare_fractions=frozenset(table["bare_fractions"]),
        range_joins=frozenset(raw_tables(language)["numbers"]["range_joins"]),
        vague=table["vague"],
        digits={tuple(phrase.split()): count for phrase, count in table["digits"].items()},
        of_digits=tuple(table["of_digits"]),
        spreads=frozenset(table["spreads"]),
        starts=frozenset({"a", "an", "not", "no", "every", "half", "quarter", "point", *table["fractions"], *starts}),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class NounWords:
    """Words by which the counted noun is found."""

    irregular: dict[str, str]
    endings: tuple[tuple[str, str], ...]
    plural_alike: frozenset[str]
    attributive: frozenset[str]
    nominal: frozenset[str]
    adjectives: frozenset[str]
    adjective_endings: tuple[str, ...]
    not_plural: frozenset[str]
    skipped: frozenset[str]
    stops: frozenset[str]
    rates: frozenset[str]
    bases: frozenset[str]
    falls: frozenset[str]
    reckoned: frozenset[str]
    numbered: frozenset[str]
    times: frozenset[str]
    uncounted: frozenset[str]
    lasting: frozenset[str]


@cache
def noun_words(language: str = "en") -> NounWords:
    """Return the noun words of a language.

    >>> noun_words().irregular["children"], "than" in noun_words().stops
    ('child', True)
    """
    table = tables(language)["nouns"]
    names = (
        "plural_alike",
        "attributive",
        "nominal",
        "adjectives",
        "not_plural",
        "skipped",
        "stops",
        "rates",
        "bases",
        "falls",
        "reckoned",
        "numbered",
        "times",
        "uncounted",
        "lasting",
    )
    return NounWords(
        irregular=table["irregular"],
        endings=tuple((plural, single) for plural, single in table["endings"]),
        adjective_endings=tuple(table["adjective_endings"]),
        **{name: frozenset(table[name]) for name in names},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelWords:
    """Words beside which a figure is a label and no amount."""

    words: frozenset[str]
    close: frozenset[str]
    joins: frozenset[str]
    phones: frozenset[str]
    clock: frozenset[str]
    ages: frozenset[str]
    ages_from: frozenset[str]
    ages_to: frozenset[str]
    olds: frozenset[str]
    ages_plural: frozenset[str]
    persons: frozenset[str]
    partitives: frozenset[str]
    no_parts: frozenset[str]
    bodies: frozenset[str]
    clauses: frozenset[str]
    ranks: frozenset[str]
    streets: frozenset[str]
    plain_starts: frozenset[str]


@cache
def label_words(language: str = "en") -> LabelWords:
    """Return the label words of a language.

    >>> "article" in label_words().words, "teacher" in label_words().words
    (True, False)
    """
    table = tables(language)["labels"]
    return LabelWords(**{name: frozenset(words) for name, words in table.items()})


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodWords:
    """Words that name periods."""

    months: dict[str, int]
    doubtful_months: frozenset[str]
    seasons: dict[str, int]
    spans: dict[str, str]
    sides: dict[str, str]
    following: frozenset[str]
    ago: frozenset[str]
    hence: frozenset[str]
    inside: frozenset[str]
    same: frozenset[str]
    same_spans: frozenset[str]
    decades: dict[str, int]
    edges: dict[str, str]
    edge_verbs: dict[str, str]
    into_verbs: dict[str, str]
    bare_edges: frozenset[str]
    inclusive: frozenset[str]
    all_the_way: frozenset[str]
    weekdays: dict[str, int]
    short_weekdays: dict[str, int]
    reporting: frozenset[str]
    named: dict[str, str]
    year_nouns: frozenset[str]
    yearly: frozenset[str]


def _edges_of(table: dict[str, list[str]]) -> dict[str, str]:
    return {word: edge for edge, words in table.items() for word in words}


@cache
def period_words(language: str = "en") -> PeriodWords:
    """Return the period words of a language.

    >>> period_words().months["march"], period_words().sides["previous"], "may" in period_words().doubtful_months
    (3, 'last', True)
    """
    table = tables(language)["periods"]
    following = dict.fromkeys(table["following"], "next")
    return PeriodWords(
        months=table["months"],
        doubtful_months=frozenset(table["doubtful_months"]),
        seasons=table["seasons"],
        spans=table["units"] | {f"{word}{mark}s": unit for word, unit in table["units"].items() for mark in "'’"},
        sides={word: side for side in ("last", "this", "next") for word in table[side]} | following,
        following=frozenset(following),
        ago=frozenset(table["ago"]),
        hence=frozenset(table["hence"]),
        inside=frozenset(table["inside"]),
        same=frozenset(table["same"]),
        same_spans=frozenset(table["spans"]),
        decades=table["decades"],
        bare_edges=frozenset(table["bare_edges"]),
        inclusive=frozenset(table["inclusive"]),
        all_the_way=frozenset(table["all_the_way"]),
        weekdays={word: number for number, word in enumerate(table["weekdays"])},
        short_weekdays=table["short_weekdays"],
        reporting=frozenset(table["reporting"]),
        named=table["named"],
        year_nouns=frozenset(table["year_nouns"]),
        yearly=frozenset(table["yearly"]),
        **{kind: _edges_of(table[kind]) for kind in ("edges", "edge_verbs", "into_verbs")},
    )
