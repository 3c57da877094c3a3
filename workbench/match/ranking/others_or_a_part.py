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
from workbench.match.titles.title_words import title_words
from workbench.match.words.normalisation import naming
from workbench.match.words.population_groups import SUBGROUPS


def counts_others_or_a_part(claim: Claim, series: Series) -> bool:
    """Check whether a series counts other people than those named, or has a word in its title that narrows and was not said.

    Args:
        claim: The claim, in the English of titles.
        series: The series that may measure it.
    """
    query = query_of(claim)
    others = SUBGROUPS.intersection(not_counted(query, series)) or ages_not_counted(query, series)
    return bool(others) or _is_of_a_part(query, series)


def _is_of_a_part(query: Query, series: Series) -> bool:
    things = naming(head_of(series.title)) - measured_against(series.title)
    said = covered_stems(query, term_overlap(sought_terms(query), title_words(series)), things)
    return not narrowing().isdisjoint(things - said)
