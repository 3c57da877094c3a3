"""What is asked, made ready once: everything that each title is held against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.core.series import Series, SeriesRef
from workbench.match.explained import Explained
from workbench.match.marks import Marks, marks_of
from workbench.match.meaning import meanings
from workbench.match.met import Sought, sought
from workbench.match.query import Query
from workbench.match.weights import Weights, weights_for
from workbench.ports.meaning import Encoder


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked, with what each title is held against; `picked` are series that a person picked for such words."""

    query: Query
    sought: Sought
    weights: Weights
    spoken: frozenset[str]
    own: str
    marks: Marks
    explained: Explained
    encoder: Encoder
    picked: frozenset[SeriesRef] = frozenset()


def asked_for(query: Query, picked: Sequence[Series], encoder: Encoder | None) -> Asked:
    """What a query asks; `encoder` tells how near titles are in meaning, the table where none is given."""
    told = encoder or meanings()
    refs = frozenset(each.ref for each in picked)
    weights = weights_for(query, told.trust)
    return Asked(
        query,
        sought(query),
        weights,
        query.spoken,
        own_words(query),
        marks_of(query.text),
        Explained(query),
        told,
        refs,
    )


def own_words(query: Query) -> str:
    """The stems of the query's own words, with a space between."""
    return " ".join(key for concept in query.concepts if not concept.hint for key in concept.ways[0].stems)
