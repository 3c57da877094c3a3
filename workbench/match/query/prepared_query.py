"""A query prepared once for comparison with every title."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from workbench.core.place import part_names, places
from workbench.core.series import Series, SeriesRef
from workbench.core.source_coverage import covers
from workbench.match.query.query import Query
from workbench.match.query.score_weights import Weights, weights_for
from workbench.match.query.term_overlap import SoughtTerms, sought_terms
from workbench.match.query.title_coverage import TitleCoverage
from workbench.match.words.normalisation import keys
from workbench.match.words.statistic_words import StatisticMarks, marks_of
from workbench.match.words.word_vectors import meanings
from workbench.ports.meaning_encoder import Encoder


@dataclass(frozen=True, slots=True)
class PreparedQuery:
    """A query with everything that titles are compared with. `picked` are series that a person picked for such words.

    `own_files` are the names of the user's own files: their series were chosen by the user, and so are more likely to be meant.
    """

    query: Query
    sought_terms: SoughtTerms
    weights: Weights
    spoken: frozenset[str]
    own: str
    marks: StatisticMarks
    title_coverage: TitleCoverage
    encoder: Encoder
    picked: frozenset[SeriesRef] = frozenset()
    own_files: frozenset[str] = frozenset()


def asked_for(
    query: Query, picked: Sequence[Series], encoder: Encoder | None, own_files: Collection[str] = ()
) -> PreparedQuery:
    """Prepare a query. `encoder` measures nearness in meaning; without one, the package's table does."""
    meaning_model = encoder or meanings()
    refs = frozenset(each.ref for each in picked)
    weights = weights_for(query, meaning_model.trust)
    return PreparedQuery(
        query,
        sought_terms(query),
        weights,
        query.spoken,
        own_words(query),
        marks_of(query.text),
        TitleCoverage(query),
        meaning_model,
        refs,
        frozenset(own_files),
    )


def asked_of(asked: PreparedQuery, series: Series) -> PreparedQuery:
    """Adapt the query to a series: where its office has figures for the part of a country in question, the part's name is a place, not a topic.

    Any other series must have the part's name in its title, as in "Unemployment Rate in California".
    """
    part = next((place for place in asked.query.places if place not in places()), None)
    if part is None or part not in (covers(series) or ()):
        return asked
    named = set(keys(" ".join(part_names(part))))
    query = replace(asked.query, concepts=tuple(c for c in asked.query.concepts if not named.issuperset(keys(c.said))))
    return replace(
        asked,
        query=query,
        sought_terms=sought_terms(query),
        own=own_words(query),
        title_coverage=TitleCoverage(query),
    )


def own_words(query: Query) -> str:
    """Join the stems of the query's own words with spaces."""
    return " ".join(key for concept in query.concepts if not concept.hint for key in concept.ways[0].stems)
