"""The table of headline measures: their official names, and the expressions by which everyday words mean them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_GAP = re.compile(r"\.\{0,\d+\}\??|\(\?:(?:\\w|\\S|\[[^\]]*\])\+ \)\{0,\d+\}\??")
"""A gap of an expression, in which any words may stand: they are no part of its name."""

_BLANK = re.compile(r"\{(\w+)\}")
_CAPITALS = re.compile(r"(\\.)|[^\W\d_]+")


class Expression:
    """An expression that is compiled at its first use; for a short text most are never used.

    Attributes:
        written: The expression as written, without the word boundaries at its start and end.
    """

    __slots__ = ("_compiled", "_gapped", "written")

    def __init__(self, written: str) -> None:
        self.written = written
        self._compiled: re.Pattern[str] | None = None
        self._gapped: re.Pattern[str] | None = None

    @property
    def pattern(self) -> re.Pattern[str]:
        """The expression, compiled once."""
        if self._compiled is None:
            self._compiled = re.compile(whole_words(self.written))
        return self._compiled

    def words_in(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where a text has the words of the expression: each stretch of a match between its gaps.

        >>> said = "lost in car crashes their lives"
        >>> [said[start:end] for start, end in Expression("lost .{0,40}lives").words_in(said)]
        ['lost ', 'lives']
        """
        if self._gapped is None:
            self._gapped = re.compile(whole_words(_GAP.sub(r"(\g<0>)", self.written)))
        for found in self._gapped.finditer(text):
            at = found.start()
            for start, end in sorted(found.regs[1:]):
                if at <= start < end < found.end():
                    if at < start:
                        yield at, start
                    at = end
            yield at, found.end()


def whole_words(said: str) -> str:
    """Join alternatives that begin and end at word boundaries; the first boundary is checked once for all of them."""
    return rf"\b(?:{said})(?!\w)"


class Headline(NamedTuple):
    """A headline measure: its official name, its kinds of figure, and the expressions that must all match."""

    name: str
    kinds: frozenset[str]
    expressions: tuple[Expression, ...]


@cache
def headlines(language: str, table: str = "measures") -> tuple[Headline, ...]:
    """Read the headline measures of a language, the more specific first.

    >>> headlines("en")[0].name, headlines("xx")
    ('healthy life expectancy', ())
    """
    tables = tomllib.loads(files("workbench.extract").joinpath("headline_indicators.toml").read_text(encoding="utf-8"))
    own = tables.get(language, {})
    words: dict[str, str] = own.get("words", {})
    return tuple(
        Headline(name, frozenset(kinds.split()), tuple(_pattern(part, words) for part in parts))
        for name, (kinds, *parts) in own.get(table, {}).items()
    )


def _pattern(part: str, words: dict[str, str]) -> Expression:
    """Build the expression of a part, for text in small letters: twice as fast as a search that ignores case."""
    whole = _BLANK.sub(lambda blank: f"(?:{words[blank[1]]})", part)
    small = _CAPITALS.sub(lambda found: found[1] or found[0].lower(), whole)
    return _expression(small)


_expression = cache(Expression)  # measures share expressions, and each is compiled once


@cache
def any_of(language: str, *, first: bool = True) -> re.Pattern[str]:
    """Join all expressions of all headline measures, or all first ones, so that one search rules out most texts."""
    parts = dict.fromkeys(
        part.written for one in headlines(language) for part in one.expressions[: 1 if first else None]
    )
    return re.compile(whole_words("|".join(parts)) if parts else r"(?!)")
