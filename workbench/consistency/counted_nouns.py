"""The thing that a figure counts, in the singular, and which things are people."""

from __future__ import annotations

import re

PEOPLE = frozenset({
    "person", "inhabitant", "citizen", "resident", "head", "capita", "pupil", "student", "pensioner", "household", "family",
    "worker", "employee", "patient", "child", "woman", "man", "migrant", "refugee",
})  # fmt: skip
"""Nouns for people: a count of persons may be one of inhabitants."""

_IRREGULAR = {"people": "person", "children": "child", "women": "woman", "men": "man"}


def head_noun(words: str) -> str:
    """Find the thing counted, in the singular and in small letters.

    >>> head_noun("100,000 inhabitants"), head_noun("attempts of illegal migration")
    ('inhabitant', 'attempt')
    """
    last = next(reversed(re.findall(r"[^\W\d_]+", words.lower().split(" of ")[0])), "")
    if last.endswith("ies"):
        return f"{last[:-3]}y"
    return _IRREGULAR.get(last, last.removesuffix("s"))
