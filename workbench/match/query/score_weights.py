"""Weights of the score's parts: words lead where a claim states a year or a figure, meaning leads for a bare phrase.

Measured on phrases that name one of 5,400 series and on claims about tables of many dimensions: with one set of weights for both, a
tenth of the correct answers is lost for each.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from workbench.core.quantity import Dimension
from workbench.match.query.query import Query
from workbench.match.words.concepts import is_year


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of the parts of a score, which sum to 1; place, period and kind have `slot` each."""

    words: float
    title_coverage: float
    title: float
    meaning: float
    path: float
    unit: float
    group: float
    statistic: float
    slot: float
    standing: float


CLAIM = Weights(
    words=0.2,
    title_coverage=0.15,
    title=0.03,
    meaning=0.2,
    path=0.08,
    unit=0.08,
    group=0.04,
    statistic=0.04,
    slot=0.04,
    standing=0.06,
)
PHRASE = Weights(
    words=0.065,
    title_coverage=0.22,
    title=0.06,
    meaning=0.27,
    path=0.02,
    unit=0.025,
    group=0.045,
    statistic=0.22,
    slot=0.01,
    standing=0.045,
)


def weights_for(query: Query, trust: float = 1.0) -> Weights:
    """Choose the weights for a query; the factor says how far nearness in meaning is trusted (1: as the package's table).

    >>> from workbench.match.query.query import query_of_text
    >>> weights_for(query_of_text("jobless people")) is PHRASE, weights_for(query_of_text("jobless people in 2020")) is CLAIM
    (True, True)
    """
    return CLAIM if states_figure(query) else _trusting(PHRASE, trust)


def states_figure(query: Query) -> bool:
    """Check whether a year or an amount is stated; an age or a length of time does not count."""
    figure = query.unit is not None and query.unit.dimension not in {Dimension.DURATION, Dimension.UNKNOWN}
    return figure or query.change is not None or any(map(is_year, query.said))


def _trusting(weights: Weights, trust: float) -> Weights:
    """Multiply the weight of meaning by a factor. The weights still sum to 1."""
    if trust == 1.0:
        return weights
    whole = 1 + (trust - 1) * weights.meaning
    shares = {each.name: getattr(weights, each.name) / whole for each in fields(weights)}
    return Weights(**shares | {"meaning": trust * weights.meaning / whole})
