"""Partner countries of a flow: exports to one country are not all exports."""

from __future__ import annotations

from workbench.core.claim import ClaimKind
from workbench.core.place import place_name, places
from workbench.core.series import Series
from workbench.match.fit.title_comparison import TitleComparison, stems_of
from workbench.match.query.query import Query

_BETWEEN = stems_of(
    "export import trade aid investment refugee asylum migrant immigrant emigrant immigration emigration migration tourist visitor"
)
"""Stems of words for what goes from one country to another."""


def of_all_partners(compared: TitleComparison) -> str | None:
    """Contradict where the claim names a partner country and the title does not: exports to one country are not all exports."""
    partner = partner_alone(compared.query, compared.series, compared.query.claimed)
    return f"is of all partners, the claim of {partner} alone" if partner else None


def partner_alone(query: Query, series: Series, said: frozenset[str]) -> str | None:
    """Find the partner country of a flow (exports, refugees) that a claim names and a series does not; None where there is none.

    Args:
        query: The query of the claim.
        series: The series.
        said: The stems of the claim's words, which show whether it is about a flow between countries.
    """
    if len(query.places) < 2 or query.kind in {ClaimKind.COMPARISON, ClaimKind.RANK} or _BETWEEN.isdisjoint(said):
        return None
    partner, place = place_name(query.places[1]), places().get(query.places[1])
    if place is not None and query.places[0] in {code for code, *_ in place.members}:
        return None  # "Norway in Europe"
    return None if partner.casefold() in series.title.casefold() else partner
