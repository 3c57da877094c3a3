"""Whether a series counts other people than a claim names, or only a part of what is claimed.

"Imports of plastic waste" are a part of "imports of waste", and those "aged 30 to 34" are not "aged 21 to 34". The figures of
either fit the claim only by chance, however many figures of a text they fit.
"""

from __future__ import annotations

from workbench.core.claim import Claim
from workbench.core.series import Series
from workbench.match.fit.contradictions import not_counted
from workbench.match.fit.fit_group import ages_not_counted
from workbench.match.fit.narrowing import narrowing
from workbench.match.query.likelihood import covered_stems
from workbench.match.query.query import Query, query_of
from workbench.match.query.term_overlap import sought_terms, term_overlap
from workbench.match.ranking.series_doubts import head_of, measured_against
from workbench.match.titles.breakdown import without_breakdown
from workbench.match.titles.title_words import title_words
from workbench.match.words.normalisation import naming, words
from workbench.match.words.population_groups import SUBGROUPS, groups
from workbench.match.words.translation import language_of, said_in


def counts_others_or_a_part(claim: Claim, series: Series, text: str) -> bool:
    """Check whether a series counts other people than those named, or has a word in its title that narrows and was not said.

    Args:
        claim: The claim, in the English of titles.
        series: The series that may measure it.
        text: The whole text of the claim: it may say elsewhere whom it is about.
    """
    query = query_of(claim)
    return bool(ages_not_counted(query, series)) or _counts_others(query, series, text) or _is_of_a_part(query, series)


def _counts_others(query: Query, series: Series, text: str) -> bool:
    """Check whether a series does not count those that a claim names, or counts some that it does not name."""
    counted = groups(words(without_breakdown(series.title))) & SUBGROUPS
    named = groups(query.said) | query.groups_around
    if not SUBGROUPS.isdisjoint(not_counted(query, series)):
        return True
    return bool(counted) and counted.isdisjoint(named & SUBGROUPS or groups(said_in(text, language_of(text))))


def _is_of_a_part(query: Query, series: Series) -> bool:
    things = naming(head_of(series.title)) - measured_against(series.title)
    said = covered_stems(query, term_overlap(sought_terms(query), title_words(series)), things)
    return not narrowing().isdisjoint(things - said)
