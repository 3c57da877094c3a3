"""Ranks in figures: "rank 23", "ranked 46th", "from 12th to 8th place among OECD countries".

A rank is neither an amount nor a word of the measure. "Wages rose from rank 23 with 39,000 to rank 12 with 57,000" is
about wages; a search for "rank" would find university rankings.
"""

from __future__ import annotations

import re
from functools import lru_cache

from workbench.core.document import Span
from workbench.extract.words.lowercase_words import plain_words
from workbench.extract.words.small_numbers import number_pattern, ordinals
from workbench.extract.words.structure_words import words as word_class
from workbench.extract.words.superlatives import OF_FIGURES, superlatives
from workbench.extract.words.word_files import ENGLISH

_ORDINAL = r"\d{1,4}(?:st|nd|rd|th)"
_SPELT = "|".join((*ordinals(ENGLISH), "last"))
_MOST = rf"(?:{superlatives(ENGLISH)}|best|worst|top|bottom)"
_PLACE = r"(?:rank|ranking|place|position|spot)"
_NUMBER_SIGN = r"(?:number\s|No\.?\s|\#)?"
_NUMBER = rf"(?:{_ORDINAL}|\d{{1,4}}(?!\d|\s?%|[.,]\d|\s[a-z]+s\b)|(?:{_SPELT})\b)"
_PREPOSITION = r"(?:was\s|is\s|position\s|place\s|of\s|in\s|at\s|as\s|from\s)?(?:the\s|a\s)?"
_RANKED_NTH = (
    rf"\b(?:{_MOST}\s)?rank(?:s|ed|ing|ings)?\s{_PREPOSITION}(?:{_MOST}\s\(?)?"
    rf"{_NUMBER_SIGN}{_NUMBER}(?:[-\s]{_MOST}\b)?(?:\s{_PLACE}\b)?"
)
_NTH_PLACE = rf"\b(?:{_ORDINAL}|{_SPELT})(?:[-\s]{_MOST})?\s{_PLACE}\b"
_NTH_LARGEST = rf"\b{_ORDINAL}[-\s]{_MOST}\b"
_FROM_OR_TO_NTH = rf"\b(?:from|to)\s(?:the\s)?{_ORDINAL}(?:\s{_PLACE}\b|(?=\s(?:in\s|to\s|\()|[,.;)]))"
_TOP_PLACE = rf"\b{_MOST}\s{_PLACE}\b|\({_ORDINAL}\)"
_AMONG_TOP = (
    rf"\b(?:(?:among|in|one\sof)\s)?the\s(?:top|bottom|{OF_FIGURES})\s(?!(?:one|zero)\b)"
    rf"{number_pattern(ENGLISH)}\b(?!\s(?:percent|per\scent|%))"
)
_OF_COUNTRIES = r"(?:\s[A-Z]\w+)?(?:\s(?:member\s)?(?:countries|states|economies|cities|regions))?(?:\s(?:for|by)\b)?"
_STANDING = re.compile(
    rf"{_RANKED_NTH}|{_NTH_PLACE}|{_NTH_LARGEST}|{_FROM_OR_TO_NTH}|{_TOP_PLACE}|{_AMONG_TOP}{_OF_COUNTRIES}"
)
_RANK_WORD = r"\b(?:ranks?|ranked|rankings?)\b"
_AMONG = r"[Aa]mong|[Aa]mongst|[Ww]ithin|[Aa]cross"
_ALL_OF_THE = r"(?:all\s)?(?:of\s)?(?:the\s)?"
_RANK_CONTEXT = re.compile(rf"{_RANK_WORD}|\b(?:{_AMONG}|[Oo]ut\sof)\s{_ALL_OF_THE}(?=[A-Z])")
"""How to find further words of a rank, and the words before the group in which it is counted."""

_FRAME = re.compile(rf"\b(?:{_AMONG}|[Ii]n|of|[Oo]ut\sof)\s{_ALL_OF_THE}(?:\d{{1,3}}\s)?\Z")
_LEADS = word_class("english_kind_patterns", "standing")


@lru_cache(maxsize=32)  # asked again for every claim of a sentence
def find_standings(text: str) -> tuple[Span, ...]:
    """Find the spans of a sentence that state a rank, with the words that belong only to it.

    >>> said = "Wages rose from rank 23 in 1998 to 12th place in 2010 among OECD countries."
    >>> [span.cut(said) for span in find_standings(said)]
    ['rank 23', 'to 12th place', 'among ']
    >>> find_standings("The agency ranked 190 countries."), find_standings("Tourists rank among the youngest.")
    ((), ())
    """
    if _LEADS.isdisjoint(plain_words(text).used):
        return ()
    standings = [Span(*found.span()) for found in _STANDING.finditer(text)]
    if not standings:
        return ()
    in_context = (Span(*found.span()) for found in _RANK_CONTEXT.finditer(text))
    return tuple(
        sorted([*standings, *(span for span in in_context if not any(span.overlaps(one) for one in standings))])
    )


def is_frame(text: str, start: int) -> bool:
    """Check whether the group that begins here is the group of a rank.

    Examples: "12th in the EU", "highest among OECD countries".

    >>> said = "the third highest in the EU"
    >>> is_frame(said, said.index("EU")), is_frame("the EU grew", 4)
    (True, False)
    """
    return bool(_FRAME.search(text, max(0, start - 30), start))
