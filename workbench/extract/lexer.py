"""Cuts a sentence into words, written figures and signs.

Why this room exists: every reader of values walks over the same tokens, so the text is cut once. The cut is one regular
expression without nested repetition, so that a hostile text costs no more than its length.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple


class Kind(IntEnum):
    """What a token is."""

    NUMBER = 1
    WORD = 2
    SIGN = 3


class Token(NamedTuple):
    """A word, a written figure or a sign.

    Attributes:
        kind: Which of the three.
        start: Where it begins, in code points.
        end: Where it ends.
        low: Its characters in lower case.
    """

    kind: Kind
    start: int
    end: int
    low: str


Tokens = tuple[Token, ...]

_TOKEN = re.compile(
    r"(?P<number>"
    r"[0-9]{1,3}(?:[,'’\u00a0\u202f\u2009\u2007][0-9]{3})+(?![0-9])(?:\.[0-9]+)?"
    r"|[0-9]{1,3}(?:\ [0-9]{3})+(?![0-9])(?:\.[0-9]+)?"
    r"|[0-9]{1,3}(?:\.[0-9]{3}){2,}(?![0-9])"
    r"|[0-9]+,[0-9]{1,2}(?=\s?(?:%|per\s?cent))"
    r"|[0-9]+(?:\.[0-9]+)?"
    r"|(?<![\w.])\.[0-9]+)"
    r"|(?P<word>[^\W\d_]\w*(?:['’][^\W\d_]+)*)"
    r"|(?P<sign>[^\s\w\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff])"
)
_KINDS = {"number": Kind.NUMBER, "word": Kind.WORD, "sign": Kind.SIGN}


@lru_cache(maxsize=16)
def lex(text: str) -> Tokens:
    """Gives the tokens of a text in order; white space and invisible marks are left out.

    >>> [t.low for t in lex("Up 7.2% to 16 000.")]
    ['up', '7.2', '%', 'to', '16 000', '.']
    """
    return tuple(
        Token(_KINDS[m.lastgroup or "sign"], m.start(), m.end(), m.group().lower()) for m in _TOKEN.finditer(text)
    )


def glued(tokens: Tokens, i: int) -> bool:
    """Whether a token stands right behind the one before it, with nothing between.

    >>> glued(lex("F-35"), 1), glued(lex("F 35"), 1)
    (True, False)
    """
    return 0 < i < len(tokens) and tokens[i].start == tokens[i - 1].end


def word_at(tokens: Tokens, i: int) -> str:
    """The lower-case characters of a token; the empty string outside the text."""
    return tokens[i].low if 0 <= i < len(tokens) else ""


HYPHENS = frozenset("-‐‑‒–—−")
DASHES = HYPHENS


def past_hyphen(tokens: Tokens, i: int) -> int:
    """The index behind a hyphen, or the index itself where none stands.

    >>> past_hyphen(lex("twenty-five"), 1), past_hyphen(lex("twenty five"), 1)
    (2, 1)
    """
    return i + 1 if word_at(tokens, i) in HYPHENS else i
