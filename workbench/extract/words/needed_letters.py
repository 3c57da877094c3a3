"""Letters that a pattern cannot do without, looked for before it is run.

Most sentences hold none of the words that a class of phrases is made of. Which letters one of them must hold is worked out from
the pattern itself, once; a sentence is cut into stretches of four letters, once for all patterns, and a pattern that shares none
with it is not run. What may match is still matched by the pattern, so that nothing is found otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import import_module
from math import inf, prod
from typing import Any, Final

_SIZE: Final = 4
"""Letters of a stretch."""

_MOST = 200
"""Wordings of one place of a pattern that are told apart."""

_LED = 24
"""Wordings before a choice that are told apart behind it too."""

_KEPT = 10
"""Letters of a wording that are kept."""

_BESIDE = "\x00"
"""Where a word ends and what follows is not known."""

_BEGINS = "\x01"
"""Where a word begins or ends and neither side is known."""

_OTHER = re.compile(r"\W")
_ODD = re.compile(
    "[\u00b5\u0130\u0131\u017f\u0345\u0390\u03a3\u03b0\u03c2\u03d0-\u03f6\u1c80-\u1c88\u1e9b\u1fbe\u1fd3\u1fe3\ufb05\ufb06]"
)
"""Letters that a pattern without regard to capitals takes for others, or whose small letter depends on what stands beside it."""

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

Letters = tuple[str, ...]


def _plain(letter: str) -> str:
    """A letter in small, or a space for what is none."""
    small = letter.lower()
    return small if small.isalnum() or small == "_" else " "


_PLAIN = {code: _plain(chr(code)) for code in range(128)}


@dataclass(frozen=True, slots=True)
class Needed:
    """What a text must hold one of, or a pattern does not match it.

    Attributes:
        wordings: Wordings by four letters that each has.
        stretches: Those letters.
        short: Wordings of fewer letters.
        any: Whether nothing is known that it must hold.
    """

    wordings: Mapping[Letters, Letters] = field(default_factory=dict)
    stretches: frozenset[Letters] = frozenset()
    short: Letters = ()
    any: bool = False

    def may_be_in(self, text: str) -> bool:
        """Whether a text holds one of them, so that the pattern has to be run."""
        if self.any:
            return True
        letters = _letters(text)
        if letters is None:
            return True
        stretches, plain = letters
        for short in self.short:
            if short in plain:
                return True
        for met in self.stretches & stretches:
            for wording in self.wordings[met]:
                if wording in plain:
                    return True
        return False


@lru_cache(maxsize=64)  # all patterns ask of the same sentences
def _letters(text: str) -> tuple[frozenset[Letters], str] | None:
    """The stretches of a text's small letters, whatever is no letter as a space; None where small letters are not to be trusted."""
    if text.isascii():
        plain = f" {text.translate(_PLAIN)} "
    elif _ODD.search(text):
        return None
    else:
        plain = f" {_OTHER.sub(' ', text.lower())} "
    return frozenset(zip(plain, plain[1:], plain[2:], plain[3:], strict=False)), plain


_FIRST = 12
"""Times that a pattern is run before it is looked into: a short text ends sooner."""


@dataclass(slots=True)
class Spared:
    """A pattern that is run on no text without the letters that it needs.

    Attributes:
        pattern: The pattern.
    """

    pattern: re.Pattern[str]
    _runs: int = field(default=0, repr=False)
    _needed: Needed | None = field(default=None, repr=False)

    def may_match(self, text: str) -> bool:
        """Whether the pattern has to be run on a text."""
        if self._needed is None:
            self._runs += 1
            if self._runs <= _FIRST:
                return True
            self._needed = needed(self.pattern)
        return self._needed.may_be_in(text)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in a whole text, as the pattern gives it."""
        return self.pattern.search(text) if self.may_match(text) else None

    def finditer(self, text: str) -> Iterable[re.Match[str]]:
        """The matches in a whole text, as the pattern gives them."""
        return self.pattern.finditer(text) if self.may_match(text) else ()


def needed(pattern: re.Pattern[str]) -> Needed:
    r"""Gives what a text must hold for a pattern to match it, with or without regard to capitals.

    >>> rate = needed(re.compile(r"\b(?:un)?employment\s+rates?\b|\bjobless\b", re.IGNORECASE))
    >>> [rate.may_be_in(said) for said in ("The Unemployment  Rate", "The JOBLESS", "Exports rose", "employed rates")]
    [True, True, False, False]
    """
    if pattern.flags & re.ASCII or _ODD.search(pattern.pattern):
        return Needed(any=True)
    parsed = import_module("re._parser").parse(pattern.pattern, pattern.flags)
    way = _Way()
    way.record(way.past(parsed, frozenset({""})))
    return _told(way.best)


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
        """Takes the wordings that stand right before a place, if they are rarer than those of other places."""
        cost = sum(map(_commonness, ends))
        if cost < self.cost:
            self.best, self.cost = ends, cost

    def past(self, parts: Iterable[tuple[Any, Any]], ends: frozenset[str]) -> frozenset[str]:
        """Gives the wordings that stand before the place behind some parts, from those before them."""
        for op, told in parts:
            behind = self._behind(str(op), told, ends)
            if not behind or len(behind) > _MOST:
                self.record(ends)
                behind = frozenset({""})
            elif str(op) not in _RUN and "" in behind:
                self.record(ends)
            ends = behind
        return ends

    def _behind(self, op: str, told: Any, ends: frozenset[str]) -> frozenset[str]:
        """The wordings behind one part; none where they are not known."""
        match op:
            case "LITERAL":
                return frozenset(_joined(end, chr(told)) for end in ends)
            case "IN":
                return _one_of(told, ends)
            case "AT":
                return frozenset(map(_at_edge, ends)) if str(told) == "AT_BOUNDARY" else ends
            case "ASSERT" | "ASSERT_NOT":
                return ends
            case "SUBPATTERN":
                return self.past(told[-1], ends)
            case "ATOMIC_GROUP":
                return self.past(told, ends)
            case "BRANCH":
                return self._of_branches(told[1], ends)
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                return self._repeated(told[0], told[1], told[2], ends)
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
        if least == 0:
            return ends | (_Way().past(part, ends) if most == 1 else alone)
        once = self.past(part, ends)
        if most == 1:
            return once
        self.record(once)
        return alone | once if least == 1 else alone


def _joined(end: str, letter: str) -> str:
    """A wording with a letter behind it."""
    plain = _plain(letter)
    if end.endswith(_BESIDE):  # a word has ended: a letter behind it that is of a word cannot be
        return f"{end[:-1]} " if plain == " " else plain
    if end.endswith(_BEGINS):
        return plain if plain == " " else f" {plain}"
    return end[-_KEPT:] + plain


def _one_of(told: Any, ends: frozenset[str]) -> frozenset[str]:
    """The wordings with one of some letters behind each; none where they are too many to tell apart."""
    letters = []
    for op, what in told:
        if str(op) == "LITERAL":
            letters.append(chr(what))
        elif str(op) == "CATEGORY" and str(what) == "CATEGORY_SPACE":
            letters.append(" ")
        else:
            return frozenset()
    return frozenset(_joined(end, letter) for end in ends for letter in letters)


def _at_edge(end: str) -> str:
    """A wording at the edge of a word."""
    if not end:
        return _BEGINS
    return end if end[-1] in {" ", _BESIDE, _BEGINS} else end + _BESIDE


def _last(end: str) -> str:
    """Of a wording only whether a word begins or ends behind it."""
    return end[-1] if end and end[-1] in {" ", _BEGINS} else ""


@lru_cache(maxsize=4096)  # patterns say the same words
def _commonness(end: str) -> float:
    """How common a wording is, roughly: 1 for what stands anywhere."""
    plain = _said(end)
    return prod(_COMMON.get(letter, _RARE) / 100 for letter in plain) if plain.strip() else inf


def _said(end: str) -> str:
    return end.replace(_BESIDE, " ").replace(_BEGINS, "")


def _told(best: frozenset[str] | None) -> Needed:
    if best is None:
        return Needed(any=True)
    wordings: dict[Letters, set[str]] = {}
    for said in map(_said, best):
        wordings.setdefault(_rarest(said), set()).add(said)
    short = {said for letters, each in wordings.items() if len(letters) < _SIZE for said in each}
    told: dict[Letters, Letters] = {
        letters: tuple(sorted(each)) for letters, each in wordings.items() if len(letters) == _SIZE
    }
    return Needed(told, frozenset(told), tuple(sorted(short)))


def _rarest(said: str) -> Letters:
    """The rarest four letters of a wording, or all that it has."""
    stretches = [tuple(said[at : at + _SIZE]) for at in range(max(1, len(said) - _SIZE + 1))]
    return min(stretches, key=lambda each: prod(_COMMON.get(letter, _RARE) for letter in each))
