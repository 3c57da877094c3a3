"""What a claim says that distinguishes its series from another one: a group, a category, a thing."""

from __future__ import annotations

from workbench.core.claim import Claim
from workbench.core.series import Series
from workbench.match.fit.fit_group import fit_group
from workbench.match.fit.number_or_share import is_of_other_sort
from workbench.match.query.likelihood import covered_stems
from workbench.match.query.query import query_of
from workbench.match.query.term_overlap import sought_terms, term_overlap
from workbench.match.ranking.series_doubts import OTHERS, head_of
from workbench.match.titles.title_words import title_words
from workbench.match.words.concept_coverage import related
from workbench.match.words.normalisation import keys, naming, words


def distinguishes_series(claim: Claim, series: Series, other: Series, *, as_said: Claim) -> bool:
    """Check whether the claim says what distinguishes its series from another: a group, a category ("net" where the other is gross), a thing.

    The measure may have been taken from elsewhere, or translated into terms of statistics; then the sentence does not name the thing.

    Args:
        claim: The claim, in the English of titles.
        series: The series that was taken to measure it.
        other: The other series.
        as_said: The claim in its own words.
    """
    query, text = query_of(claim), title_words(series)
    if fit_group(query, other).value <= OTHERS < fit_group(query, series).value:
        return True
    if is_of_other_sort(query, series, other):
        return True
    more = frozenset(words(series.title)) - frozenset(words(other.title))
    if any(not naming(keys(word)) for word in more.intersection(words(claim.measure))):
        return True
    things = naming(head_of(series.title)) - naming(head_of(other.title))
    return _is_said(as_said) and bool(covered_stems(query, term_overlap(sought_terms(query), text), things) & things)


def _is_said(claim: Claim) -> bool:
    """Check whether the sentence has a word of the measure, or one that it is derived from."""
    there = frozenset(keys(claim.context))
    return any(related(key, there) for key in naming(keys(claim.measure)))
