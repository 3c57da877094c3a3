"""Records told by denying that it was so at any other time since: "not since 2002 had it been as low as in 2009".

Three things make one, in any order: a denial, the year since which it holds, and "as low as" or "lower than" with the
year that is told of.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from workbench.core.claim import Claim
from workbench.core.document import Span
from workbench.core.relations import Rank, RankRow
from workbench.extract.words.word_files import file_for
from workbench.extract.words.word_patterns import group, prefiltered_numbered


class DeniedRecord(NamedTuple):
    """A record told by denial, with offsets into its sentence.

    Attributes:
        highest: Whether the year told of is the highest, or the lowest.
        year: That year.
        begins: The year since which no other was like it.
        word: Where "as low" or "lower" stands.
        beside: Where the denial, the beginning and the year stand.
    """

    highest: bool
    year: int
    begins: int
    word: Span
    beside: tuple[Span, ...]


@lru_cache(maxsize=32)  # asked again for every claim of a sentence
def denied_record(sentence: str, language: str) -> DeniedRecord | None:
    """Find the record that a sentence tells by denial; None where it tells none, or more than one thing.

    >>> found = denied_record("Not since 1998 had it been as low as in 2009.", "en")
    >>> found.highest, found.begins, found.year
    (False, 1998, 2009)
    >>> denied_record("Not since 1998 had it been nearly as low as in 2009.", "en") is None
    True
    """
    since = _only("record_since", sentence, language)
    if since is None or _only("record_no", sentence, language) is None or _held_otherwise(sentence, language):
        return None
    no, word, than = (_only(key, sentence, language) for key in ("record_no", "row_as", "record_than"))
    if no is None or word is None or than is None or than.start() < word.end():
        return None
    begins, year = int(group(since, "began") or 0), int(group(than, "year") or 0)
    spans = tuple(Span(*each.span()) for each in (no, since, than))
    highest = group(word, "top") is not None
    return DeniedRecord(highest, year, begins, Span(*word.span()), spans) if begins < year else None


def _only(key: str, sentence: str, language: str) -> re.Match[str] | None:
    """Find the one match of a class in a sentence; None where there are none or several."""
    pattern = prefiltered_numbered("relations", key, file_for(language))
    on = None if pattern is None else pattern.on(sentence)
    found = [] if on is None else list(on.finditer(sentence))
    return found[0] if len(found) == 1 else None


def _held_otherwise(sentence: str, language: str) -> bool:
    held = prefiltered_numbered("relations", "row_otherwise", file_for(language))
    return held is not None and held.search(sentence) is not None


def rank_by_denial(claim: Claim) -> Rank | None:
    """Find the rank among years that a claim without a figure has by denial."""
    found = None if claim.amounts or claim.amount is not None else denied_record(claim.context, claim.language)
    if found is None:
        return None
    offset = claim.sentence.start
    return Rank(
        highest=found.highest,
        place=1,
        upto=False,
        row=RankRow.TIMES,
        words=found.word.cut(claim.context),
        span=found.word.shift(offset),
        beside=tuple(span.shift(offset) for span in found.beside),
        since=True,
        begins=found.begins,
        year=found.year,
    )
