"""Finds wordings of which every match of a pattern has one, choosing the place in the pattern with the rarest wordings.

The parser of `re` itself takes the pattern apart. On the way through it, a set of wordings is kept of which one stands
before the current place; where anything may follow ("any word"), a new set begins.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import import_module
from itertools import islice
from math import inf, prod
from typing import Any, NamedTuple

_MOST = 200
"""Most wordings kept for one place of a pattern."""

_LED = 24
"""Most wordings before an alternative that are still kept behind it."""

_FEW = 24
"""Most wordings of a second place, each of which is looked for in a text that has one of the first."""

_KEPT = 10
"""Letters of a wording that are kept when another is added."""

_EDGE = "\x00"
"""Marks the end of a word where the next character is not known."""

_BEGINS = "\x01"
"""Marks the edge of a word where the characters on both sides are unknown."""

_COMMON = dict(
    zip(
        " etaoinsrhldcumfpgwybvkxjqz",
        (18, 10, 7, 6.5, *(6,) * 3, *(5,) * 4, 3.5, 3, *(2,) * 7, *(1,) * 4, *(0.2,) * 3),
        strict=True,
    )
)
"""Rough frequency of each letter in percent; the space is that of word edges."""

_RARE = 2
_SHARES = defaultdict(lambda: _RARE / 100, {letter: share / 100 for letter, share in _COMMON.items()})
_WORD = re.compile("[^ ]+")
_OF_ENGLISH = "a and as at by for from in is it not of on that the to was"
_OF_OTHERS = "auf das den der die ein für im ist mit nicht und von zu во да е за и на не од се со што"
_EVERYWHERE = frozenset(f" {word} " for word in f"{_OF_ENGLISH} {_OF_OTHERS}".split())
"""Words of most sentences: a wording is not looked up by them where it has others."""
_NOTHING = frozenset({""})
_AHEAD = 1
"""Direction of a part that must follow; what must stand before a match may stand before the text that is looked at."""
_RUN = frozenset({"AT", "ASSERT", "ASSERT_NOT"})
"""Parts of a pattern that match no character."""


class Demands(NamedTuple):
    """What every match of a pattern has.

    Attributes:
        wordings: Wordings of which it has one, in small letters, with a space for whatever is no letter; None where none are known.
        also: Wordings of another place of the pattern, of which it has one too; empty where none are known.
        signs: Signs that it has all of.
    """

    wordings: frozenset[str] | None
    also: frozenset[str]
    signs: frozenset[str]


def demands(pattern: str, flags: int) -> Demands:
    r"""Find what every match of a pattern has.

    >>> sorted(demands(r"\b(?:the\s)?(?:deficit|surplus)\b", 0).wordings)
    [' deficit ', ' surplus ', 'the deficit ', 'the surplus ']
    >>> demands(r"\bfrom\b\s\d+\sto\b.*\?", 0)
    Demands(wordings=frozenset({' from '}), also=frozenset({' to '}), signs=frozenset({'?'}))
    >>> demands(r"\w+\d", 0).wordings
    """
    way, parsed = _Way(), import_module("re._parser").parse(pattern, flags)
    way.record(way.past(parsed, _NOTHING))
    found = None if way.best is None else frozenset(map(_said, way.best))
    return Demands(found, _beside(way.others, found or frozenset()), _signs(parsed))


def _beside(places: Sequence[frozenset[str]], best: frozenset[str]) -> frozenset[str]:
    """Choose the rarest wordings of a few that another place needs: of a place near by, most of the best ones have some themselves."""
    said = (frozenset(map(_said, ends)) for ends in places if len(ends) <= _FEW)
    apart = (each for each in said if 2 * sum(any(one in whole for one in each) for whole in best) <= len(best))
    return min(apart, key=lambda each: sum(map(_commonness, each)), default=frozenset())


def _signs(parsed: Any) -> frozenset[str]:
    """Find the signs that every match has or is followed by: those outside of alternatives and of what may be left out."""
    found = frozenset[str]()
    for op, argument in parsed:
        match op.name:
            case "LITERAL":
                found |= {chr(argument)} if _is_sign(chr(argument)) else frozenset()
            case "SUBPATTERN":
                found |= _signs(argument[-1])
            case "ATOMIC_GROUP":
                found |= _signs(argument)
            case "ASSERT" if argument[0] == _AHEAD:
                found |= _signs(argument[1])
            case "BRANCH":
                found |= frozenset.intersection(*map(_signs, argument[1]))
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                found |= _signs(argument[2]) if argument[0] else frozenset()
    return found


def _is_sign(one: str) -> bool:
    return not (one.isalnum() or one.isspace() or one == "_") and one.lower() == one.upper()


def rarest(said: str, size: int) -> str:
    """Find the rarest piece of a wording, within one word with its edges: of a given length, or a whole part that is shorter.

    >>> rarest(" in excess ", 4), rarest("so the ", 4), rarest(" of the ", 4)
    ('xces', 'so ', ' of ')
    """
    parts = [said[max(0, each.start() - 1) : each.end() + 1] for each in _WORD.finditer(said)]
    rare = [part for part in parts if part not in _EVERYWHERE] or parts
    pieces = (part[at : at + size] for part in rare for at in range(max(1, len(part) - size + 1)))
    return min(pieces, key=_commonness_of_piece)


@lru_cache(maxsize=8192)  # the words of a language share their pieces
def _commonness_of_piece(piece: str) -> float:
    return prod(map(_SHARES.__getitem__, piece))


@cache  # asked for each letter of each pattern
def plain(letter: str) -> str:
    """Convert a letter to its small letter, and anything else to a space."""
    small = letter.lower()
    return small if small.isalnum() or small == "_" else " "


@dataclass(slots=True)
class _Way:
    """A walk through a pattern, from its beginning to its end.

    Attributes:
        best: The rarest wordings of one place so far.
        cost: How common these are.
        others: The wordings of all places that stand anywhere.
    """

    best: frozenset[str] | None = None
    cost: float = field(default=inf)
    others: list[frozenset[str]] = field(default_factory=list)

    def record(self, ends: frozenset[str]) -> None:
        """Keep the wordings before a place, if they are rarer than those of other places."""
        cost = sum(map(_commonness, ends))
        if cost < inf:
            self.others.append(ends)
        if cost < self.cost:
            self.best, self.cost = ends, cost

    def past(self, pattern: Any, ends: frozenset[str]) -> frozenset[str]:
        """Compute the wordings behind a parsed pattern from those before it."""
        parts, at = pattern.data, 0
        while at < len(parts):
            letters = _letters_from(parts, at)
            if letters:
                ends, at = _with_letters(ends, letters), at + len(letters)
                continue
            name, argument = parts[at][0].name, parts[at][1]
            at += 1
            behind = self._behind(name, argument, ends)
            if not behind or len(behind) > _MOST:
                self.record(ends)
                behind = _NOTHING
            elif name not in _RUN and "" in behind:
                self.record(ends)
            ends = behind
        return ends

    def _behind(self, op: str, argument: Any, ends: frozenset[str]) -> frozenset[str]:
        """Compute the wordings behind one part; none where they are not known."""
        match op:
            case "IN":
                return _one_of(argument, ends)
            case "AT":
                return frozenset(map(_at_edge, ends)) if argument.name == "AT_BOUNDARY" else ends
            case "ASSERT":
                if argument[0] == _AHEAD:
                    self.record(self.past(argument[1], ends))
                return ends
            case "ASSERT_NOT":
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
        alone = _Way().past(part, _NOTHING) if most > 1 else frozenset[str]()
        # behind a repetition may stand only the repeated part, without the wordings before it
        if least == 0 and most > 1:
            self.record(ends)
        if least == 0:
            return ends | (_Way().past(part, ends) if most == 1 else alone)
        once = self.past(part, ends)
        if most == 1:
            return once
        self.record(once)
        return alone | once if least == 1 else alone


def _letters_from(parts: Sequence[tuple[Any, Any]], at: int) -> str:
    """Join the letters that stand one behind another from a place of a pattern on, as small letters."""
    run = list[str]()
    for op, argument in islice(parts, at, None):
        if op.name != "LITERAL":
            break
        run.append(plain(chr(argument)))
    return "".join(run)


def _with_letters(ends: frozenset[str], letters: str) -> frozenset[str]:
    """Add some letters to each wording."""
    if ends == _NOTHING:
        return frozenset((letters[-_KEPT - 1 :],))
    first, rest = letters[0], letters[1:]
    begun = [_joined(end, first) for end in ends]
    return frozenset([(end + rest)[-_KEPT - 1 :] for end in begun] if rest else begun)


def _joined(end: str, letter: str) -> str:
    """Add a letter to a wording."""
    small = plain(letter)
    if end.endswith(_EDGE):  # the word has ended, so a letter of a word cannot follow: begin a new wording
        return f"{end[:-1]} " if small == " " else small
    if end.endswith(_BEGINS):
        return small if small == " " else f" {small}"
    return end[-_KEPT:] + small


def _one_of(argument: Any, ends: frozenset[str]) -> frozenset[str]:
    """Add each of some letters to each wording; none where the letters are too many."""
    letters = []
    for op, what in argument:
        if op.name == "LITERAL":
            letters.append(chr(what))
        elif op.name == "CATEGORY" and what.name == "CATEGORY_SPACE":
            letters.append(" ")
        else:
            return frozenset()
    return frozenset(_joined(end, letter) for end in ends for letter in letters)


def _at_edge(end: str) -> str:
    """Mark a wording as ending at the edge of a word."""
    if not end:
        return _BEGINS
    return end if end[-1] in {" ", _EDGE, _BEGINS} else end + _EDGE


def _last(end: str) -> str:
    """Reduce a wording to whether the edge of a word is known at its end."""
    return end[-1] if end and end[-1] in {" ", _BEGINS} else ""


@lru_cache(maxsize=4096)  # patterns share words
def _commonness(end: str) -> float:
    """Estimate how common a wording is; infinite for one that stands anywhere."""
    said = _said(end)
    return prod(map(_SHARES.__getitem__, said)) if said.strip() else inf


def _said(end: str) -> str:
    return end.replace(_EDGE, " ").replace(_BEGINS, "")
