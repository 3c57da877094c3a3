"""Fetches the population of a claim's place, where the claim is per inhabitant and the series counts totals."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.compare import Population, needs_population, plan
from workbench.core.errors import WorkbenchError
from workbench.core.series import SeriesRef
from workbench.desk.services.repeated_request import asked

if TYPE_CHECKING:
    from workbench.core.claim import Claim
    from workbench.core.evidence import Snapshot
    from workbench.core.series import Series
    from workbench.desk.desk_ports import DeskPorts

POPULATION = SeriesRef("worldbank", "SP.POP.TOTL")
"""The population series that is used: it has every country and year since 1960."""


async def population_for(
    ports: DeskPorts, claim: Claim, series: Series, *, fresh: bool = False
) -> tuple[Population | None, tuple[Snapshot, ...]]:
    """Fetch the population by which a series is divided, with the answers that were read; none where the claim needs none.

    If the source fails, there is none, and the finding says that the population was not available.
    """
    listed, source = ports.catalogue.get(POPULATION), ports.sources.get(POPULATION.source)
    if not needs_population(claim, series) or claim.place is None or listed is None or source is None:
        return None, ()
    wanted = replace(plan(claim, listed), unit=None)
    try:
        found = await asked(lambda fetch: source.observations(fetch, wanted), ports.fetch, fresh=fresh)
    except WorkbenchError:
        return None, ()
    return Population(replace(found.series, title=listed.title, unit=listed.unit), found.observations), found.snapshots
