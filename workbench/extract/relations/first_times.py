"""Statements that something happens for the first time: "below 4 percent for the first time since 1990"."""

from __future__ import annotations

from workbench.core.claim import Claim
from workbench.core.relations import FirstTime
from workbench.extract.relations.nearby import near, year_near
from workbench.extract.relations.rank_scope import how_long


def first_time_of(claim: Claim) -> FirstTime | None:
    """Find the words for a first time and its starting year in a claim; None where there are none.

    >>> from workbench.core.claim import ClaimKind
    >>> from workbench.core.document import Span
    >>> said = "It fell below 4 percent for the first time in ten years."
    >>> claim = Claim(id="c", document="d", span=Span(14, 23), quote="", sentence=Span(0, 56), context=said, kind=ClaimKind.LEVEL)
    >>> first_time_of(claim).years
    10
    """
    found = next(near(claim, "first_time"), None)
    if found is None:
        return None
    since = found.group("since")
    return FirstTime(
        span=found.span,
        since=int(since) if since else None,
        years=how_long(found.found, claim.language) or None,
        year=year_near(claim),
    )
