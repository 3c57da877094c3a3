"""The word files of `lexicon/`, one per language, as tables.

Rules are code, words are data. A rule names the roles of words ("of", "since", "last") by the English word; a
language's file says which of its own words have these roles. So German and Macedonian use the same rules as English,
and a language without a file is read by its figures alone.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from workbench.core.months import months

Table = dict[str, Any]

ENGLISH = "en"
UNDETERMINED = "und"
"""A language without a word file (ISO 639's code for "undetermined"): only figures, signs and ISO codes are read."""

_MATCHED = ("numbers", "periods", "nouns", "labels", "changes", "measures")
"""The tables whose words are looked up as single tokens, and so by their roles; phrases go through the lexer."""

_CODE = re.compile(r"[a-z]{2,3}\Z")

_taught: dict[str, Table] = {}


@cache
def languages() -> frozenset[str]:
    """List the languages that have a word file.

    >>> {"de", "en"} <= languages()
    True
    """
    names = (entry.name for entry in files("workbench.extract").joinpath("lexicon").iterdir())
    return frozenset(name.removesuffix(".toml") for name in names if name.endswith(".toml"))


@lru_cache(maxsize=64)
def file_for(language: str) -> str:
    """Choose the word file for a language; ``und`` where it has none.

    >>> file_for("de"), file_for("en-GB"), file_for("xx"), file_for("../en")
    ('de', 'en', 'und', 'und')
    """
    base = re.split(r"[-_]", language, maxsplit=1)[0].casefold()
    return base if base in languages() or base in _taught else UNDETERMINED


def add_language(language: str, text: str) -> None:
    """Add a language, from the text of its word file.

    >>> add_language("en", "")
    Traceback (most recent call last):
        ...
    ValueError: 'en' is no new language code

    Args:
        language: Two or three small letters, not yet known.
        text: The file's TOML, with the tables and keys of ``lexicon/en.toml``.

    Raises:
        ValueError: The code is taken or invalid, the text is no TOML, or a table or key is missing.
    """
    if not _CODE.match(language) or language in languages() or language in _taught:
        raise ValueError(f"{language!r} is no new language code")
    table = tomllib.loads(text)
    missing = sorted(form(raw_tables(ENGLISH)) - form(table))
    if missing:
        raise ValueError(f"the word file of {language!r} lacks {', '.join(missing)}")
    _taught[language] = table
    file_for.cache_clear()


def form(table: Mapping[str, Any]) -> frozenset[str]:
    """List the tables and keys of a word file, dotted; a table that a language fills freely counts as one key.

    >>> sorted(form({"numbers": {"small": {"one": 1}, "minus": ["minus"]}}))
    ['numbers', 'numbers.minus', 'numbers.small']
    """
    return frozenset(_keys(table, ""))


def _keys(table: Mapping[str, Any], path: str) -> Iterator[str]:
    for key, value in table.items():
        yield f"{path}{key}"
        if isinstance(value, dict) and not _is_dictionary(value) and f"{path}{key}" not in _FREE:
            yield from _keys(value, f"{path}{key}.")


_FREE = frozenset({f"units.{part}" for part in ("money", "physical", "duration", "index", "ages", "coins")}) | {
    "places.names",
    "places.demonyms",
    "places.peoples",
    "places.people_endings",
}
"""Tables of units and places: a language names only those that its texts mention."""


def _is_dictionary(table: Mapping[str, Any]) -> bool:
    """Check whether a table's keys are words of the language, each with its value."""
    return all(isinstance(value, str | int) for value in table.values())


@cache
def raw_tables(language: str) -> Table:
    """Load the word file of a language unchanged; empty tables where it has none.

    >>> raw_tables("de")["grammar"]["decimal"], raw_tables("xx")["periods"]["months"]
    (',', {})
    """
    if language in _taught:
        return _taught[language]
    if language not in languages():
        return _without_words(raw_tables(ENGLISH))
    table = tomllib.loads(files("workbench.extract").joinpath(f"lexicon/{language}.toml").read_text(encoding="utf-8"))
    table["periods"] = {"months": dict(months(language))} | table.get("periods", {})
    return table if language == ENGLISH else _filled(_blank(raw_tables(ENGLISH)), table)


def _filled(blank: Table, own: Table) -> Table:
    """Fill empty tables with what a language has; a word class new in English stays empty until others name it."""
    return blank | {
        key: _filled(blank[key], value) if isinstance(value, dict) and isinstance(blank.get(key), dict) else value
        for key, value in own.items()
    }


def _without_words(english: Table) -> Table:
    """Build tables without words: currencies by sign and ISO code, units by symbol, percent by sign."""
    table = _blank(english)
    table["units"]["special"]["percent"] = ["%"]
    table["grammar"] |= {"decimal": "", "groups": ".,\u00a0\u202f\u2009'\u2019 ", "noun": "none"}
    return table


def _blank(english: Table) -> Table:
    """Build the same tables, all empty."""
    table: Table = {name: _emptied(part) for name, part in english.items()}
    table["units"] |= {part: {} for part in ("money", "physical", "duration", "index", "ages", "coins")}
    return table


def _emptied(part: Any) -> Any:
    if isinstance(part, dict):
        return {} if _is_dictionary(part) else {key: _emptied(value) for key, value in part.items()}
    return [] if isinstance(part, list) else part


@cache
def roles(language: str) -> dict[str, str]:
    """Map the words of a language that have a role in its grammar to the role's name.

    A word that only looks like a role's name ("was" is no verb in German) gets a mark, so that no rule takes it for
    one.

    >>> roles("de")["und"], roles("de")["were"], roles("en")
    ('and', "were'", {})
    """
    if language == ENGLISH:
        return {}
    names: dict[str, list[str]] = raw_tables(language)["grammar"]["roles"]
    own = {word: role for role, words in names.items() for word in words}
    return {role: f"{role}'" for role in raw_tables(ENGLISH)["grammar"]["roles"]} | own


@cache
def tables(language: str = ENGLISH) -> Table:
    """Load the word file of a language, its words replaced by their roles.

    >>> tables("de")["periods"]["units"]["month"]
    'month'
    """
    table, own = raw_tables(language), roles(language)
    return {name: _with_roles(part, own) if own and name in _MATCHED else part for name, part in table.items()}


def _with_roles(part: Any, own: Mapping[str, str]) -> Any:
    if isinstance(part, list):
        return [own.get(word, word) if isinstance(word, str) else word for word in part]
    if not isinstance(part, dict):
        return part
    if _is_dictionary(part):
        return {own.get(word, word): value for word, value in part.items()}
    return {key: _with_roles(value, own) for key, value in part.items()}
