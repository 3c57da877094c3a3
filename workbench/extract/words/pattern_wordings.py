"""What a pattern's matches must hold: the wordings of one of its places, of all places that whose wordings are the rarest.

A pattern is parted by the parser of `re` itself. Along the way through it stands, before each place, one of some wordings; where what
follows is not known ("any word"), a new one begins.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import import_module
from math import inf, prod
from typing import Any

_MOST = 200
"""Wordings of one place of a pattern that are told apart."""

_LED = 24
"""Wordings before a choice that are told apart behind it too."""

_KEPT = 10
"""Letters of a wording that are kept."""

_EDGE = "\x00"
"""Where a word ends and what follows is not known."""

_BEGINS = "\x01"
"""Where a word begins or ends and neither side is known."""

_COMMON = dict(
    zip(
        " etaoinsrhldcumfpgwybvkxjqz",
        (18, 10, 7, 6.5, *(6,) * 3, *(5,) * 4, 3.5, 3, *(2,) * 7, *(1,) * 4, *(0.2,) * 3),
        strict=True,
    )
)
"""How many of a hundred letters are this one, roughly."""

_RARE = 2
_RUN = frozenset({"AT", "ASSERT", "ASSERT_NOT"})
"""What takes no letter."""


def wordings(pattern: str, flags: int) -> frozenset[str] | None:
    r"""Return wordings of which each match holds one, in small letters, with a space for what is no letter; None where none is known.

    >>> sorted(wordings(r"\b(?:the\s)?(?:deficit|surplus)\b", 0))
    [' deficit ', ' surplus ', 'the deficit ', 'the surplus ']
    >>> wordings(r"\w+\d", 0)
    """
    way = _Way()
    way.record(way.past(import_module("re._parser").parse(pattern, flags), frozenset({""})))
    return None if way.best is None else frozenset(map(_said, way.best))


def rarest(said: str, size: int) -> str:
    """Return the rarest stretch of a wording that has a size and is of one word, its edges among it; empty where it has none.

    >>> rarest(" in excess ", 4), rarest("in a b", 4)
    ('xces', '')
    """
    pieces = [said[at : at + size] for at in range(len(said) - size + 1)]
    of_words = [each for each in pieces if " " not in each[1:-1]]
    return min(of_words, key=lambda each: prod(_COMMON.get(letter, _RARE) for letter in each), default="")


def plain(letter: str) -> str:
    """Return a letter in small, or a space for what is none."""
    small = letter.lower()
    return small if small.isalnum() or small == "_" else " "


@dataclass(slots=True)
class _Way:
    """The way through a pattern, from its beginning to its end.

    Attributes:
        best: Of what was met, the wordings of one place that are the rarest.
        cost: How common they are.
    """

    best: frozenset[str] | None = None
    cost: float = field(default=inf)

    def record(self, ends: frozenset[str]) -> None:
        """Take the wordings that stand right before a place, if they are rarer than those of other places."""
        cost = sum(map(_commonness, ends))
        if cost < self.cost:
            self.best, self.cost = ends, cost

    def past(self, parts: Iterable[tuple[Any, Any]], ends: frozenset[str]) -> frozenset[str]:
        """Return the wordings that stand before the place behind some parts, from those before them."""
        for op, argument in parts:
            behind = self._behind(str(op), argument, ends)
            if not behind or len(behind) > _MOST:
                self.record(ends)
                behind = frozenset({""})
            elif str(op) not in _RUN and "" in behind:
                self.record(ends)
            ends = behind
        return ends

    def _behind(self, op: str, argument: Any, ends: frozenset[str]) -> frozenset[str]:
        """Return the wordings behind one part; none where they are not known."""
        match op:
            case "LITERAL":
                return frozenset(_joined(end, chr(argument)) for end in ends)
            case "IN":
                return _one_of(argument, ends)
            case "AT":
                return frozenset(map(_at_edge, ends)) if str(argument) == "AT_BOUNDARY" else ends
            case "ASSERT" | "ASSERT_NOT":
                return ends
            case "SUBPATTERN":
                return self.past(argument[-1], ends)
            case "ATOMIC_GROUP":
                return self.past(argument, ends)
            case "BRANCH":
                return self._of_branches(argument[1], ends)
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                return self._repeated(argument[0], argument[1], argument[2], ends)
        return frozenset()

    def _of_branches(self, branches: Iterable[Any], ends: frozenset[str]) -> frozenset[str]:
        if len(ends) > _LED:
            self.record(ends)
            ends = frozenset(_last(end) for end in ends)
        ways, behind = [], frozenset[str]()
        for branch in branches:
            way = _Way()
            last = way.past(branch, ends)
            way.record(last)
            ways.append(way)
            behind |= last
        if all(way.best is not None for way in ways):
            self.record(frozenset().union(*(way.best or () for way in ways)))
        return behind

    def _repeated(self, least: int, most: int, part: Any, ends: frozenset[str]) -> frozenset[str]:
        alone = _Way().past(part, frozenset({""})) if most > 1 else frozenset[str]()
        if least == 0 and most > 1:  # behind it may stand what it repeats, and nothing of what stands before it
            self.record(ends)
        if least == 0:
            return ends | (_Way().past(part, ends) if most == 1 else alone)
        once = self.past(part, ends)
        if most == 1:
            return once
        self.record(once)
        return alone | once if least == 1 else alone


def _joined(end: str, letter: str) -> str:
    """Return a wording with a letter behind it."""
    small = plain(letter)
    if end.endswith(_EDGE):  # a word has ended: a letter behind it that is of a word cannot be
        return f"{end[:-1]} " if small == " " else small
    if end.endswith(_BEGINS):
        return small if small == " " else f" {small}"
    return end[-_KEPT:] + small


def _one_of(argument: Any, ends: frozenset[str]) -> frozenset[str]:
    """Return the wordings with one of some letters behind each; none where they are too many to tell apart."""
    letters = []
    for op, what in argument:
        if str(op) == "LITERAL":
            letters.append(chr(what))
        elif str(op) == "CATEGORY" and str(what) == "CATEGORY_SPACE":
            letters.append(" ")
        else:
            return frozenset()
    return frozenset(_joined(end, letter) for end in ends for letter in letters)


def _at_edge(end: str) -> str:
    """Return a wording at the edge of a word."""
    if not end:
        return _BEGINS
    return end if end[-1] in {" ", _EDGE, _BEGINS} else end + _EDGE


def _last(end: str) -> str:
    """Of a wording only whether a word begins or ends behind it."""
    return end[-1] if end and end[-1] in {" ", _BEGINS} else ""


@lru_cache(maxsize=4096)  # patterns say the same words
def _commonness(end: str) -> float:
    """Return how common a wording is, roughly: 1 for what stands anywhere."""
    said = _said(end)
    return prod(_COMMON.get(letter, _RARE) / 100 for letter in said) if said.strip() else inf


def _said(end: str) -> str:
    return end.replace(_EDGE, " ").replace(_BEGINS, "")
