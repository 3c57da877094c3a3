"""The totals over a report's claims."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.core.rating import RatingScale
from workbench.core.report import Summary
from workbench.desk.publication.entry_paging import Standing


def summary(standing: Iterable[Standing], usual: RatingScale, *, out: bool = False) -> Summary:
    """Compute the totals over a report's claims; with `out`, for their published state."""
    every = list(standing)
    rated = (each.scale for each in every if (each.rated_out if out else each.rated))
    scales = tuple(dict.fromkeys(scale for scale in rated if scale is not None))
    return Summary(unpublished=0 if out else sum(each.draft for each in every), scales=scales or (usual,))
