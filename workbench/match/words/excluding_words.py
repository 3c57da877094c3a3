"""What titles exclude ("Deaths due to tuberculosis, excluding HIV"), and whether other words name it without denying it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.match.words.english_stems import stem
from workbench.match.words.normalisation import words
from workbench.match.words.stop_words import STOP

_LEADS = r"excluding|except(?:ing)?(?: for)?|other than|not including|exclusive of|excl\.?"
_LEFT_OUT = re.compile(rf"\b(?:{_LEADS})\s+(?P<what>[^,;()]+)", re.IGNORECASE)
DENIES = frozenset(map(stem, ("without", "excluding", "except", "not", "no", "non", "outside", "aside", "apart")))
"""Stems of the words that deny what stands behind them, or leave it out."""

SIGNS = frozenset({"minus", "plus", "-", "−", "+", "минус", "плус"})
"""Words and signs that stand between two things of which a sum or a difference is told."""

_NEAR = 4
"""Number of words before a name that are searched for a denial: "leaving aside those with | HIV"."""


def left_out_of(title: str) -> frozenset[str]:
    """Find the stems of what a title excludes and does not also count; empty where it excludes nothing.

    >>> sorted(left_out_of("Deaths due to tuberculosis, excluding HIV")), left_out_of("Deaths due to tuberculosis")
    (['hiv'], frozenset())
    """
    found = _LEFT_OUT.search(title)
    if found is None:
        return frozenset()
    counted = {stem(word) for word in words(_LEFT_OUT.sub(" ", title))}
    return frozenset({stem(word) for word in words(found["what"]) if word not in STOP} - counted)


def named_of(said: Sequence[str], excluded: frozenset[str]) -> tuple[str, ...]:
    """Select the words that name what is excluded, where the words just before do not deny it.

    >>> named_of("people with hiv".split(), frozenset({"hiv"})), named_of("people without hiv".split(), frozenset({"hiv"}))
    (('hiv',), ())
    """
    stems = [stem(word) for word in said]
    at = (k for k, each in enumerate(stems) if each in excluded)
    return tuple(dict.fromkeys(said[k] for k in at if DENIES.isdisjoint(stems[max(0, k - _NEAR) : k])))
