"""The words of a sentence in small letters from a to z, for a quick test by rules.

Most sentences have none of the words that a rule begins with. They are collected once per sentence and cached for all
rules; a rule that finds its word still reads the sentence itself.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[a-z]+|,")


class PlainWords(NamedTuple):
    """The words of a sentence in order, commas among them, and as a set."""

    said: list[str]
    used: frozenset[str]


@lru_cache(maxsize=32)
def plain_words(text: str) -> PlainWords:
    """List the words of a text in small letters; figures, signs and other alphabets are left out.

    >>> plain_words("We won't rest, Mr. X!").said
    ['we', 'won', 't', 'rest', ',', 'mr', 'x']
    """
    said = _WORD.findall(text.casefold())
    return PlainWords(said, frozenset(said))
