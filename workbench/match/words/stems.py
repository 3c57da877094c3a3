"""The stem of a word: "migrants" meets "migrant", "applied" meets "applies", and "labours", "labor" and "Labour" are one word.

The stems are those of M. F. Porter's "An algorithm for suffix stripping" (Program 14, 1980), as the Snowball project has it.
"""

from __future__ import annotations

from functools import lru_cache

from snowballstemmer.porter_stemmer import PorterStemmer

from workbench.match.words.spelling import american

LONGEST_WORD = 80
"""Letters of a word at most: what is longer is no word of a language ("Donaudampfschiffahrts…gesellschaft" has 79), and is left as it is."""


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return the stem of a folded word in its American spelling; what is not of a to z alone stays as it is.

    >>> stem("labour") == stem("labor"), stem("urbanisation") == stem("urbanization"), stem("rising"), stem("disease")
    (True, True, 'rise', 'diseas')
    >>> stem("applications"), stem("unemployed"), stem("2021")
    ('applic', 'unemploi', '2021')
    """
    spelt = american(word)
    if len(spelt) > LONGEST_WORD or not (spelt.isascii() and spelt.isalpha()):
        return spelt
    found: str = PorterStemmer().stemWord(spelt)  # one of its own: it is no matter of threads
    return found


def is_done(word: str) -> bool:
    """Return whether an English word ends as one for what was done with a thing: "registered", "connected"."""
    return word.endswith("ed")


def is_doing(word: str) -> bool:
    """Return whether an English word ends as one for what somebody does: "receiving aid", "experiencing hunger"."""
    return word.endswith("ing")
