"""The stem of a word: "migrants" matches "migrant", "applied" matches "applies", and "labours", "labor" and "Labour" are one word.

The stems are those of M. F. Porter's "An algorithm for suffix stripping" (Program 14, 1980), as the Snowball project has it.
"""

from __future__ import annotations

from functools import lru_cache

from snowballstemmer.porter_stemmer import PorterStemmer

from workbench.match.words.british_spelling import american

LONGEST_WORD = 80
"""Maximum length of a word that is stemmed. Longer ones are no words of a language ("Donaudampfschiffahrts…gesellschaft" has 79 letters)."""


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Stem a folded word in its American spelling; a word with other letters than a to z stays as it is.

    >>> stem("labour") == stem("labor"), stem("urbanisation") == stem("urbanization"), stem("rising"), stem("disease")
    (True, True, 'rise', 'diseas')
    >>> stem("applications"), stem("unemployed"), stem("2021")
    ('applic', 'unemploi', '2021')
    """
    spelt = american(word)
    if len(spelt) > LONGEST_WORD or not (spelt.isascii() and spelt.isalpha()):
        return spelt
    found: str = PorterStemmer().stemWord(spelt)  # a stemmer for each call, which threads need not share
    return found


def is_done(word: str) -> bool:
    """Check whether an English word has the ending of a past participle: "registered", "connected"."""
    return word.endswith("ed")


def is_doing(word: str) -> bool:
    """Check whether an English word has the ending of a present participle: "receiving aid", "experiencing hunger"."""
    return word.endswith("ing")
