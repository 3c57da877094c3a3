"""Whether a title counts only a part of what is claimed: "imports of plastic waste" where the claim says "imports of waste".

The part's figure fits a claim about the whole only by chance, however many figures of a text it fits.
"""

from __future__ import annotations

from workbench.core.claim import Claim
from workbench.core.series import Series
from workbench.match.fit.narrowing import narrowing
from workbench.match.query.likelihood import covered_stems
from workbench.match.query.query import query_of
from workbench.match.query.term_overlap import sought_terms, term_overlap
from workbench.match.ranking.series_doubts import head_of, measured_against
from workbench.match.titles.title_words import title_words
from workbench.match.words.normalisation import naming


def only_a_part(claim: Claim, series: Series) -> bool:
    """Check whether a title has a word that narrows, of which the claim's measure says nothing.

    Args:
        claim: The claim, in the English of titles.
        series: The series that may measure it.
    """
    things = naming(head_of(series.title)) - measured_against(series.title)
    query = query_of(claim)
    said = covered_stems(query, term_overlap(sought_terms(query), title_words(series)), things)
    return not narrowing().isdisjoint(things - said)
