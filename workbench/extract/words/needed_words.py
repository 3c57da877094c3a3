"""Words that an expression cannot match without: looking for those first is many times as fast as the expression itself.

The expressions of the word files are long rows of phrases, and most sentences hold a piece of none of them. What an expression needs is
worked out from the expression itself, so that nothing is found or missed that the expression by itself would not find or miss.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeAlias

_PARSER: Any = importlib.import_module("re._parser")

Pieces: TypeAlias = tuple[str, ...]
"""Pieces of words in small letters, of which one must be there."""

_MOST = 2
"""Most rows of pieces that are looked for of one phrase; the first tell most."""

_ASCII = 128

_known: dict[int, tuple[re.Pattern[str], Pieces, tuple[tuple[Pieces, Pieces], ...]]] = {}
"""What expressions need, by their identity: the hash of one is taken over the whole of it each time. Each is kept, as its identity must be."""


def may_match(pattern: re.Pattern[str], text: str) -> bool:
    r"""Whether an expression may match somewhere in a text; False only where it does not.

    >>> rises = re.compile(r"\b(?:rose|rising|grew)\s(?:by|to)|\bup \d", re.IGNORECASE)
    >>> may_match(rises, "It ROSE by 5"), may_match(rises, "It is up 5"), may_match(rises, "It fell by 5")
    (True, True, False)

    Args:
        pattern: One that lives as long as the program: an expression of a word file.
        text: The stretch in which it is to match, up to where its search ends.
    """
    known = _known.get(id(pattern))
    if known is None:
        known = _known[id(pattern)] = pattern, *_sorted(needed(pattern))
    _, pieces, phrases = known
    if not (pieces or phrases) or not text.isascii():  # beyond ASCII, small and capital letters are no pairs
        return True
    low = text.lower()
    return _holds(low, pieces) or any(_holds(low, one) and _holds(low, other) for one, other in phrases)


def _holds(low: str, pieces: Pieces) -> bool:
    for piece in pieces:  # noqa: SIM110  (twice as fast as a generator)
        if piece in low:
            return True
    return False


def _sorted(phrases: tuple[tuple[Pieces, ...], ...]) -> tuple[Pieces, tuple[tuple[Pieces, Pieces], ...]]:
    """The pieces that suffice by themselves, and those of phrases that need two."""
    alone = dict.fromkeys(piece for phrase in phrases if len(phrase) == 1 for piece in phrase[0])
    return tuple(alone), tuple((phrase[0], phrase[1]) for phrase in phrases if len(phrase) > 1)


def needed(pattern: re.Pattern[str]) -> tuple[tuple[Pieces, ...], ...]:
    r"""For each phrase of an expression, the pieces of which each match of it holds one; none where one phrase may be anything.

    >>> needed(re.compile(r"\bthan\b(?!-)|\bas\s(?:much|many)\sas")), needed(re.compile("[a-z]+|than"))
    (((('than',),), (('uch', 'any'),)), ())
    """
    phrases = [_telling(row) for row in _phrases(list(_PARSER.parse(pattern.pattern, pattern.flags)))]
    return tuple(phrases) if all(phrases) else ()


def _phrases(row: list[Any]) -> Iterator[list[Any]]:
    """The phrases of which an expression is one or another, each with what stands before and behind all of them."""
    for at, (op, said) in enumerate(row):
        if op is _PARSER.SUBPATTERN or op is _PARSER.BRANCH:
            inner = [list(said[-1])] if op is _PARSER.SUBPATTERN else [list(each) for each in said[1]]
            for one in inner:
                whole = [*row[:at], *one, *row[at + 1 :]]
                yield from _phrases(whole) if len(row) == 1 or at == len(row) - 1 else (whole,)
            return
        if op is not _PARSER.AT:
            break
    yield row


def _telling(row: Iterable[Any]) -> tuple[Pieces, ...]:
    """The rows of pieces that a phrase needs, those first that tell most."""
    found = sorted(_of_row(row), key=_worth, reverse=True)
    best = [pieces for n, pieces in enumerate(found) if n == 0 or len(min(pieces, key=len)) > 2]
    return tuple(dict.fromkeys(best[:_MOST]))


def _of_row(row: Iterable[Any]) -> list[Pieces]:
    """What must be there of what matches one after the other."""
    parts: list[Pieces] = []
    run = ""
    for op, said in row:
        if op is _PARSER.LITERAL and said < _ASCII:
            run += chr(said).lower()
            continue
        parts += [*([(run,)] if run else []), *_of_one(op, said)]
        run = ""
    return [*parts, *([(run,)] if run else [])]


def _of_one(op: Any, said: Any) -> list[Pieces]:
    """What one step needs; nothing where it may match without any letter that is known."""
    if op is _PARSER.SUBPATTERN:
        return _of_row(said[-1])
    if op is _PARSER.BRANCH:
        each = [max(_of_row(row), key=_worth, default=()) for row in said[1]]
        return [tuple(dict.fromkeys(piece for pieces in each for piece in pieces))] if all(each) else []
    if op in _REPEATS and said[0] > 0:
        return _of_row(said[-1])
    if op is _PARSER.ASSERT and said[0] > 0:  # what must stand behind
        return _of_row(said[1])
    return _of_row(said) if op is _PARSER.ATOMIC_GROUP else []


_REPEATS = (_PARSER.MAX_REPEAT, _PARSER.MIN_REPEAT, _PARSER.POSSESSIVE_REPEAT)


def _worth(pieces: Sequence[str]) -> tuple[int, int]:
    """How much pieces tell: long ones, and few."""
    return min(map(len, pieces)), -len(pieces)
