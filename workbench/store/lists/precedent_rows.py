"""Find judged claims by the series of their figures, and by possible explanations of their errors."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, func, literal_column, or_, select
from sqlmodel import col

from workbench.store.tables import ClaimTable, FindingTable, ResearchTable

_JUDGED = (col(ClaimTable.stage) != literal_column("'open'")) & col(ClaimTable.rating).is_not(None)
LOOKED_AT = 500
"""Number of the newest judged claims whose possible explanations are searched."""


def on_series(connection: Connection, series: Sequence[str], limit: int) -> Sequence[str]:
    """Return the judged claims that have a figure of any of some series, newest first."""
    judged = (
        select(col(ClaimTable.id))
        .join(FindingTable, col(FindingTable.claim) == col(ClaimTable.id))
        .where(col(FindingTable.series).in_(list(series)), _JUDGED)
        .group_by(col(ClaimTable.id), col(ClaimTable.number))
    )
    return list(connection.execute(judged.order_by(col(ClaimTable.number).desc()).limit(limit)).scalars())


def with_slip(connection: Connection, kinds: Sequence[str], limit: int) -> Sequence[str]:
    """Return the judged claims with a possible explanation of any of some kinds, those researched last first."""
    last = select(col(ClaimTable.id)).where(_JUDGED).order_by(col(ClaimTable.number).desc()).limit(LOOKED_AT)
    said = or_(*(col(FindingTable.noun).contains(f'"kind":"{kind}"', autoescape=True) for kind in kinds))
    found = (
        select(col(ResearchTable.claim), func.max(col(ResearchTable.number)).label("last"))
        .join(FindingTable, col(FindingTable.research) == col(ResearchTable.number))
        .where(col(ResearchTable.claim).in_(last), said)
        .group_by(col(ResearchTable.claim))
        .order_by(literal_column("last").desc())
    )
    return [row.claim for row in connection.execute(found.limit(limit))]


def ratings_on(connection: Connection, series: Sequence[str], without: str) -> Sequence[tuple[str, int]]:
    """Count the ratings of the other claims with a figure of any of some series, the most frequent first."""
    judged = (
        select(col(ClaimTable.id), col(ClaimTable.rating).label("rating"))
        .join(FindingTable, col(FindingTable.claim) == col(ClaimTable.id))
        .where(col(FindingTable.series).in_(list(series)), _JUDGED, col(ClaimTable.id) != without)
        .distinct()
        .subquery()
    )
    count = func.count()
    query = select(judged.c.rating, count).group_by(judged.c.rating).order_by(count.desc(), judged.c.rating)
    return [(str(rating), int(times)) for rating, times in connection.execute(query)]
