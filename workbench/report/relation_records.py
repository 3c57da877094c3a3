"""The JSON of a claim's relations to other figures: rank, trends, first time, other place, prices, adjustment."""

from __future__ import annotations

from typing import Any

from workbench.core.claim import Claim
from workbench.core.document import Span
from workbench.core.relations import FirstTime, PlaceComparison, Rank, Trend
from workbench.report.qualifier_records import place_in

Json = dict[str, Any]


def relation_records(claim: Claim, text: str) -> Json:
    """Make one key per relation, null (or an empty list) where the claim has none."""
    return {
        "rank": None if claim.rank is None else _rank(claim.rank, text),
        "trends": [_trend(trend, text) for trend in claim.trends],
        "first_time": None if claim.first_time is None else _first_time(claim.first_time, text),
        "comparison": None if claim.comparison is None else _comparison(claim.comparison),
        "prices": None if claim.prices is None else claim.prices.value,
        "adjustment": None if claim.adjustment is None else claim.adjustment.value,
        "index_base": claim.index_base,
    }


def _rank(rank: Rank, text: str) -> Json:
    """Make the record of a rank: ``first`` says whether rank 1 is the highest or the lowest."""
    return {
        **place_in(rank.span, text),
        "position": rank.place,
        "up_to": rank.upto,
        "first": "highest" if rank.highest else "lowest",
        "among": rank.row.value,
        "since": rank.begins,
        "years": rank.years,
        "region": rank.region or None,
        "of_change": rank.of_change,
        "peak": rank.around,
    }


def _trend(trend: Trend, text: str) -> Json:
    return {
        **_place_in(trend.span, text),
        "kind": trend.kind.value,
        "count": trend.count or None,
        "step": None if trend.step is None else trend.step.value,
    }


def _place_in(span: Span | None, text: str) -> Json:
    """Make the record of the words' place; nulls where only a unit says it."""
    return {"start": None, "end": None, "text": None} if span is None else place_in(span, text)


def _first_time(first: FirstTime, text: str) -> Json:
    return {**place_in(first.span, text), "since": first.since, "years": first.years}


def _comparison(other: PlaceComparison) -> Json:
    direction = None if other.way is None else other.way.value
    return {"place": other.place, "direction": direction, "part": other.part}
