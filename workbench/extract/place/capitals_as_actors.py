"""Capitals that stand for their country: the subject of what states do ("Ankara has improved its score"), and those in its list.

Beside a capital that acts, others that it is set against act too: "London gave more than Berlin, Stockholm and The Hague".
With a word of place ("in Ankara"), an owner's ending ("Ankara's population") or a noun behind it ("the Ankara region"), and
with what cities do too ("Ankara has 5 million people"), it stays the city.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from workbench.core.claim import Mention
from workbench.core.document import Span
from workbench.core.place import find_place, places
from workbench.extract.words.phrase_prefilter import PrefilteredPattern
from workbench.extract.words.word_files import ENGLISH, raw_tables

_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_NAME = "name"
_HEAD = r"\A|(?<=[.!?:;,–—(\n\"“„]\s)|(?<=[\n\"“„(])"
_BEHIND = r"(?<=\b{}\s)"


def with_capitals(text: str, found: Sequence[Mention[str]], language: str) -> list[Mention[str]]:
    """Add to the places of a text the capitals that act for their countries.

    >>> [m.value for m in with_capitals("Ankara has improved its score. In Ankara it rains.", [], "en")]
    ['TUR']
    >>> [m.value for m in with_capitals("London gave more than Berlin and The Hague.", [], "en")]
    ['GBR', 'DEU', 'NLD']

    Args:
        text: The text.
        found: The places that were read in it, in order.
        language: The language whose word file it is read by.
    """
    acting, listed = _acting(language), _listed(language)
    if acting is None or listed is None:
        return list(found)
    more: list[Mention[str]] = []
    for each in acting.finditer(text):
        more.append(_mention(each, language))
        end = _SENTENCE_END.search(text, each.end())
        for row in listed.finditer(text, each.end(), end.start() if end else len(text)):
            more += _names(row, language)
    free = [each for each in dict.fromkeys(more) if not any(each.span.overlaps(other.span) for other in found)]
    return sorted((*found, *free), key=lambda each: each.span) if free else list(found)


def _mention(found: re.Match[str], language: str) -> Mention[str]:
    return Mention(Span(*found.span("capital")), _capitals(language)[found["capital"]], _NAME)


def _names(row: re.Match[str], language: str) -> Iterator[Mention[str]]:
    capital = _one(language)
    for each in capital.finditer(row.string, row.start("row"), row.end("row")):
        yield _mention(each, language)


@cache
def _capitals(language: str) -> dict[str, str]:
    """Index the capitals by name in one language; a capital with the name of its country is none."""
    written = (row.partition(" ") for row in raw_tables(language)["places"]["capitals"])
    told = {name: code for code, _, name in written}
    if language == ENGLISH:
        told |= {place.cities[0]: code for code, place in places().items() if place.cities}
    return {name: code for name, code in told.items() if find_place(name) is None}


def _any(parts: Sequence[str]) -> str:
    return f"(?:{'|'.join(parts)})"


@cache
def _one(language: str) -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(_capitals(language), key=len, reverse=True))
    return re.compile(rf"\b(?P<capital>{names or '(?!)'})(?![\w’'-])")


@cache
def _acting(language: str) -> PrefilteredPattern | None:
    """Match a capital at the head of a clause, before a verb of what states do."""
    table = raw_tables(language)["places"]
    if not table["acts_of_states"]:
        return None
    joined = "|".join(_BEHIND.format(word) for word in table["before_actors"])
    pattern = re.compile(rf"(?:{_HEAD}|{joined}){_one(language).pattern}(?={_any(table['acts_of_states'])})")
    return PrefilteredPattern(pattern)


@cache
def _listed(language: str) -> re.Pattern[str] | None:
    """Match the capitals behind a word that sets one state against others, up to the last of their list."""
    table = raw_tables(language)["places"]
    names, and_ = (
        _one(language).pattern.replace("?P<capital>", "?:"),
        _any(raw_tables(language)["grammar"]["roles"]["and"]),
    )
    if not table["set_against"]:
        return None
    row = rf"(?P<row>{names}(?:(?:,\s|\s{and_}\s|,\s{and_}\s){names})*)"
    return re.compile(rf"\b{_any(table['set_against'])}\s{row}")
