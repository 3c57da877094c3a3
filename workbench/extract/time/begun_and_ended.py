"""Years that begin or end with a figure: "ended 2021 at 7.4 percent", "entered the year 2021 with", "2021 closed with".

Such a figure is for the beginning or end of the year ("at the end of 2021"), not for the whole year.
"""

from __future__ import annotations

from functools import cache

from workbench.core.claim import EDGE_OF_YEAR
from workbench.extract.time.beginning_middle_end import edge
from workbench.extract.time.parts_of_year import year_of
from workbench.extract.time.year_figures import year_at
from workbench.extract.words.lexer import Tokens, word_at
from workbench.extract.words.time_phrases import TimePhrase
from workbench.extract.words.word_files import raw_tables
from workbench.extract.words.word_tables import period_words

_BEFORE_YEAR = frozenset({"the", "year"})
_BEFORE_FIGURE = frozenset({"with", "at", "on"})
_WITHIN = 4
"""Words between the year and the word before its figure: "2021 endete in Mexiko mit 7,4 Prozent"."""


def begun_or_ended(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read a year behind a verb of beginning or ending, with its figure behind it.

    "It ended in 2021" and "20 schools closed last year" only name the time: neither is read.

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.words.time_phrases import TimeContext
    >>> [str(p) for p in begun_or_ended(lex("ended the year 2021 at"), 0).resolve(TimeContext())][:2]
    ['2021', 'Sep–Dec 2021']
    >>> begun_or_ended(lex("ended in 2021 with"), 0) is None, begun_or_ended(lex("went into 2021 with"), 0) is None
    (True, False)
    """
    words, verb = period_words(tokens.language), word_at(tokens, i)
    which = words.edge_verbs.get(verb) or words.into_verbs.get(verb)
    into = word_at(tokens, i + 1) in _into(tokens.language)
    if which is None or into != (verb in words.into_verbs):
        return None
    j = i + 1 + into
    while word_at(tokens, j) in _BEFORE_YEAR:
        j += 1
    owner = year_of(tokens, j)
    if owner is None or not _leads_to_figure(tokens, owner[1]):
        return None
    return TimePhrase(i, owner[1], EDGE_OF_YEAR, edge(owner[0], which))


def year_begins_or_ends(tokens: Tokens, i: int) -> TimePhrase | None:
    """Read a year before such a verb and the word before its figure: "2021 ended with 7.4 percent".

    >>> from workbench.extract.words.lexer import lex
    >>> year_begins_or_ends(lex("2021 ended with 7 percent"), 0).end, year_begins_or_ends(lex("2021 ended"), 0)
    (2, None)
    """
    which = period_words(tokens.language).edge_verbs.get(word_at(tokens, i + 1))
    if which is None or year_at(tokens, i) is None or not _leads_to_figure(tokens, i + 2):
        return None
    owner = year_of(tokens, i)
    return None if owner is None else TimePhrase(i, i + 2, EDGE_OF_YEAR, edge(owner[0], which))


@cache
def _into(language: str) -> frozenset[str]:
    """List the words before a year: "in" in any language, and the language's own."""
    return frozenset({"in", *raw_tables(language)["periods"]["into"]})


def _leads_to_figure(tokens: Tokens, i: int) -> bool:
    return any(word_at(tokens, k) in _BEFORE_FIGURE for k in range(i, i + _WITHIN))
