"""The stem of a word, whichever way it is spelt: "labours", "labor" and "Labour" are one word to an index."""

from __future__ import annotations

from functools import lru_cache

from workbench.match import porter
from workbench.match.spelling import american


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of a folded word in its American spelling.

    >>> stem("labour") == stem("labor"), stem("urbanisation") == stem("urbanization"), stem("rising"), stem("disease")
    (True, True, 'rise', 'diseas')
    """
    return porter.stem(american(word))
