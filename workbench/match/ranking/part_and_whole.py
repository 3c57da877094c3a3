"""Pairs of series of which one counts a part of what the other counts: "women in employment" and "people in employment"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workbench.core.claim import Claim, Sort
from workbench.core.quantity import Dimension
from workbench.core.series import Series
from workbench.match.query.query import Query, query_of
from workbench.match.ranking.series_doubts import head_of
from workbench.match.titles.title_words import title_words
from workbench.match.words.concept_coverage import covered
from workbench.match.words.normalisation import keys, naming

_ALL = re.compile(r",?\s*\ball\s\w+", re.IGNORECASE)
_COUNTED = frozenset({Dimension.COUNT, Dimension.MONEY, Dimension.PHYSICAL})
_SAID = 0.5
"""Minimum share of the words common to both titles that the sentence must have."""


def part_and_whole(claim: Claim, sentence: Query, held: Iterable[Series]) -> tuple[Series, Series] | None:
    """Find the part and the whole of a share in a sentence; None where it does not name exactly one such pair.

    The part's title has one more word than the whole's; the sentence has it too, but not in the denominator. Both have the same unit. No
    other statistical thing may be left in the sentence: "of all the women in work 47 percent had a part-time contract".

    Args:
        claim: The claim of a share.
        sentence: The query of its sentence.
        held: The series.
    """
    counted = [(series, _things(series)) for series in held if series.unit.dimension in _COUNTED]
    concepts = (concept for concept in query_of(claim).concepts if concept.names)
    asked = [concept for concept in concepts if concept.entry is not None or not concept.hint]
    qualifier = claim.qualified(Sort.SHARE_OF)
    named = frozenset(keys(qualifier.value.what)) if qualifier else frozenset()
    pairs = [
        (part, whole)
        for part, more in counted
        if _is_said(sentence, more) and all(covered(concept, title_words(part).all) for concept in asked)
        for whole, things in counted
        if things < more and part.unit == whole.unit
        if named.isdisjoint(more - things) and _names_both(sentence, more - things, things)
    ]
    return pairs[0] if len(pairs) == 1 else None


def _things(series: Series) -> frozenset[str]:
    """Find the stems that a title names, without "all sectors"."""
    return naming(head_of(_ALL.sub("", series.title)))


def _said(sentence: Query, things: frozenset[str]) -> frozenset[str]:
    """Select those that a sentence has, each with all words of one synonym."""
    ways = (naming(way.stems) for c in sentence.concepts for way in c.ways)
    return frozenset(key for way in ways if way and way <= things for key in way)


def _is_said(sentence: Query, things: frozenset[str]) -> bool:
    return len(_said(sentence, things)) >= _SAID * len(things) > 0


def _names_both(sentence: Query, more: frozenset[str], common: frozenset[str]) -> bool:
    """Check whether it has every word that distinguishes the part from the whole, and most of those common to both."""
    return more <= _said(sentence, more | common) and _is_said(sentence, common)
