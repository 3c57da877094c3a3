"""Finds what is said twice for effect: "Doubled! Exports doubled from 2010 to 2015", "over 5, my friends, over 5"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.extract.retelling.retold_text import Passage

_START = r"(?:\A|(?<=[.!?…:]\s)|(?<=\n))"
_CRY = r"(?P<{0}>[^\W_](?:[^.!?:;…\n]|[.,](?=\d)){{2,50}})!+"
_SENTENCE = r"(?P<sentence>(?:[^.!?…\n]|[.,](?=\d)){3,250}[.!…]+)"
_BEFORE = re.compile(rf"{_START}{_CRY.format('cry')}\s(?={_SENTENCE})")
_BEHIND = re.compile(rf"{_START}{_SENTENCE}(?P<again>\s{_CRY.format('cry')})(?=\s|\Z)")
"""An exclamation, before or behind another sentence."""

_TWICE = re.compile(
    r"(?<!\w)(?P<once>[^\W_][^.!?:;,…\n]{3,40}),\s(?!(?P=once))[^.!?:;,…\d\n]{2,40}(?P<again>,\s(?P=once))(?=[,.!])",
    re.IGNORECASE,
)
"""Words that are said again behind others between commas."""

_WORD = re.compile(r"\w+(?:[.,]\d+)*")


def repetitions(text: str) -> Iterator[Passage]:
    """Find words that the same sentence or the next one says again, in any language, each with nothing in its place.

    >>> said = "Doubled! Since 2010, my friends, since 2010, exports doubled."
    >>> [said[start:end] for start, end, _ in repetitions(said)]
    ['Doubled! ', ', since 2010']
    """
    at, again = 0, _TWICE.finditer(text) if text.count(",") > 1 else ()
    for start, end in sorted({*_exclaimed(text), *(found.span("again") for found in again)}):
        if start >= at:
            at = end
            yield start, end, ()


def _exclaimed(text: str) -> Iterator[tuple[int, int]]:
    """Find exclamations that a sentence beside them says again in the same order."""
    if "!" in text:
        before = ((found, found.start(), found.start("sentence")) for found in _BEFORE.finditer(text))
        behind = ((found, *found.span("again")) for found in _BEHIND.finditer(text))
        for found, start, end in (*before, *behind):
            rest = iter(_WORD.findall(found["sentence"].casefold()))
            if all(word in rest for word in _WORD.findall(found["cry"].casefold())):
                yield start, end
