"""Words of a title that a claim does not say: "neonatal", "net". Those that say how a figure is made, or that it is of everybody, are none."""

from __future__ import annotations

from workbench.core.claim import Claim
from workbench.core.series import Series
from workbench.match.fit.narrowing import names_method
from workbench.match.query.likelihood import covered_stems, without_adjustment
from workbench.match.query.query import Query
from workbench.match.query.term_overlap import sought_terms, term_overlap
from workbench.match.ranking.implied_words import told_otherwise
from workbench.match.ranking.series_doubts import head_of, measured_against
from workbench.match.titles.title_dimensions import not_taken
from workbench.match.titles.title_words import Surfaces, TitleWords
from workbench.match.words.concept_coverage import related
from workbench.match.words.english_stems import is_done
from workbench.match.words.normalisation import keys
from workbench.match.words.thesaurus import thesaurus

_LITTLE = 0.25
"""Share of a title's words up to which extra words only make it more precise: "net", "provided"."""


def only_in_title(claim: Claim, query: Query, series: Series, text: TitleWords) -> list[str]:
    """Find what the title names and neither the claim with its synonyms nor its sentence does; none where that is little of the title."""
    things = without_adjustment(head_of(series.title)) - measured_against(series.title) - not_taken(series.title)
    things -= told_otherwise(claim, series)
    strange = things - covered_stems(query, term_overlap(sought_terms(query), text), things)
    said = frozenset(keys(claim.context)) if strange else frozenset()
    written = Surfaces(series)
    left = [key for key in sorted(strange) if not related(key, said) and not _is_manner_word(key, written.get(key, ""))]
    return [written.get(key, key) for key in left] if len(left) > _LITTLE * len(things) else []


def _is_manner_word(key: str, word: str) -> bool:
    """Check whether a word says how a thing came to be counted, not what it is: "lodged", "registered", "provided"."""
    return names_method(key) or (is_done(word) and thesaurus().longest_at([key], 0) is None)
