"""Words near a claim in its sentence that say what sort of figure is meant.

"The lowest since 1974", "every year since" and "on average" often stand outside the few words that make the
claim. Words of another clause of the sentence ("…, and unemployment is the lowest since 1974") must not count for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from workbench.core.claim import Claim
from workbench.core.document import Span
from workbench.extract.words.word_files import file_for
from workbench.extract.words.word_patterns import (
    group,
    numbered_pattern,
    possible_numbered_classes,
    prefiltered_numbered,
)

REACH, MOST = 400, 60
"""Characters searched before and after a claim, and most matches read. A text with more is a pasted page."""

ASKED = (
    "rank", "record_of", "peak", "in_a_row", "each", "average", "yearly_average", "every", "annual_rate", "a_year", "first_time", "place_whole",
    "place_link", "real", "nominal", "adjusted", "unadjusted", "named_before", "owners_alone", "named_behind", "measured_change", "per_many",
    "per_person", "denied", "told_step", "share_or_rate", "all_of", "record_since",
)  # fmt: skip
"""Classes of phrases that are searched for every claim. One test by letters rules most of them out."""


@dataclass(frozen=True, slots=True)
class NearbyWords:
    """Words that were found near a claim.

    Attributes:
        found: The match in the claim's sentence.
        span: Where it stands, in the text that was read.
    """

    found: re.Match[str]
    span: Span

    def group(self, name: str) -> str | None:
        """Read what a named group matched; None where it did not match."""
        return group(self.found, name)


def phrases(claim: Claim, key: str) -> re.Pattern[str] | None:
    """Build the pattern of one class in the claim's language; None where its word file has none.

    >>> from workbench.core.claim import ClaimKind
    >>> claim = Claim(id="c", document="d", span=Span(0, 1), quote="", sentence=Span(0, 1), context="", kind=ClaimKind.LEVEL)
    >>> phrases(claim, "first_time").search("for the first time since 2010")["since_0"]
    '2010'
    """
    return numbered_pattern("relations", key, file_for(claim.language))


def near(claim: Claim, key: str) -> Iterator[NearbyWords]:
    """Yield the matches of one class in the claim's own clause, the nearest to the claim first.

    >>> from workbench.core.claim import ClaimKind
    >>> said = "It was 5 percent on average, and 3 percent a year."
    >>> claim = Claim(id="c", document="d", span=Span(7, 16), quote="", sentence=Span(0, 50), context=said, kind=ClaimKind.LEVEL)
    >>> [each.found[0] for key in ("average", "a_year") for each in near(claim, key)]
    ['on average']
    """
    language = file_for(claim.language)
    if key not in may_be_said(claim.context, language) and (key in ASKED or not may_hold(claim.context, key, language)):
        return iter(())
    offset = claim.sentence.start
    at = claim.span.start - offset, claim.span.end - offset
    found = in_clause(claim.context, at, key, language)
    return (NearbyWords(match, Span(match.start() + offset, match.end() + offset)) for match in found)


def in_clause(text: str, at: tuple[int, int], key: str, language: str) -> list[re.Match[str]]:
    """Find the matches of one class in the clause of a span, the nearest to it first.

    >>> [found[0] for found in in_clause("It was 5 percent on average, and 3 percent a year.", (7, 16), "average", "en")]
    ['on average']

    Args:
        text: The sentence.
        at: Where the span begins and ends in it.
        key: A class of phrases of the relations.
        language: One with a word file, or ``und``.
    """
    start, end = at
    found = around(text, at, key, language)
    if not found:
        return []
    own = [match for match in found if not _parted(text, match, at, language)]
    return sorted(own, key=lambda match: (_gap(match, start, end), match.start()))


def around(text: str, at: tuple[int, int], key: str, language: str) -> tuple[re.Match[str], ...]:
    """Find the matches of one class around a span of a sentence, in any clause, in order.

    >>> [found[0] for found in around("It was 5 percent on average, and 3 percent a year.", (7, 16), "a_year", "en")]
    ['a year']
    """
    return _finds(key, language, text, max(0, at[0] - REACH), min(len(text), max(0, at[1]) + REACH))


@lru_cache(maxsize=256)  # asked again for all claims of a sentence
def _finds(key: str, language: str, text: str, start: int, end: int) -> tuple[re.Match[str], ...]:
    known = prefiltered_numbered("relations", key, language)
    pattern = None if known is None else known.on(text[start:end])
    return () if pattern is None else tuple(islice(pattern.finditer(text, start, end), MOST))


@lru_cache(maxsize=256)  # asked again a dozen times for each claim of a sentence
def may_be_said(text: str, language: str) -> frozenset[str]:
    """Select the classes of which some words may have a phrase, by one test of their letters.

    >>> "rank" in may_be_said("It is the lowest since 1974.", "en")
    True
    """
    return possible_numbered_classes(text, "relations", ASKED, language)


def may_hold(text: str, key: str, language: str) -> bool:
    """Check whether a sentence has the letters that the phrases of a class need."""
    known = prefiltered_numbered("relations", key, language)
    return known is not None and known.on(text) is not None


def _gap(match: re.Match[str], start: int, end: int) -> int:
    return max(0, match.start() - end, start - match.end())


def _parted(text: str, match: re.Match[str], at: tuple[int, int], language: str) -> bool:
    """Check whether another clause begins between the matched words and a span."""
    breaks, (start, end) = numbered_pattern("relations", "breaks", language), at
    if breaks is None:
        return False
    if match.start() >= end:
        return bool(breaks.search(text, end, match.start() + 1))
    return match.end() <= start and bool(breaks.search(text, match.end(), start))


def has_phrase(claim: Claim, key: str, text: str) -> bool:
    """Check whether some words have a phrase of one class, in the claim's language.

    >>> from workbench.core.claim import ClaimKind
    >>> claim = Claim(id="c", document="d", span=Span(0, 1), quote="", sentence=Span(0, 1), context="", kind=ClaimKind.LEVEL)
    >>> has_phrase(claim, "nominal", "in cash terms"), has_phrase(claim, "real", "in cash terms")
    (True, False)
    """
    language = file_for(claim.language)
    pattern = prefiltered_numbered("relations", key, language)
    return pattern is not None and pattern.search(text) is not None


def stands(claim: Claim, key: str, start: int, end: int) -> re.Match[str] | None:
    """Find a phrase of one class between two offsets of the claim's sentence; None where there is none.

    >>> from workbench.core.claim import ClaimKind
    >>> claim = Claim(id="c", document="d", span=Span(0, 1), quote="", sentence=Span(0, 9), context="at a peak", kind=ClaimKind.LEVEL)
    >>> stands(claim, "peak", 0, 9)[0], stands(claim, "peak", 6, 9)
    ('a peak', None)
    """
    pattern = phrases(claim, key)
    return None if pattern is None else pattern.search(claim.context, max(0, start), max(0, end))


def year_near(claim: Claim) -> int | None:
    """Find the year that the claim's clause names behind "in"; None where it names none.

    >>> from workbench.core.claim import ClaimKind
    >>> said = "The lowest was in 2019."
    >>> claim = Claim(id="c", document="d", span=Span(0, 10), quote="", sentence=Span(0, 23), context=said, kind=ClaimKind.RANK)
    >>> year_near(claim)
    2019
    """
    found = next(near(claim, "in_year"), None)
    return None if found is None else int(found.group("year") or 0)
