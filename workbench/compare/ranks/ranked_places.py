"""The places among which a rank is counted: a group's members of that year, a part of the world, or every country.

Groups have their members of the year of the figures ("the highest in the EU" of 2015 includes the United Kingdom). A
series may have a group's own figure, which is left out of the row: a union is not ranked among its members.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.compare.alignment.country_groups import group
from workbench.compare.alignment.world_regions import REGIONS
from workbench.core.claim import Claim
from workbench.core.place import places
from workbench.core.relations import Rank


@dataclass(frozen=True, slots=True)
class RankedPlaces:
    """The places in a row.

    Attributes:
        name: The name for readers ("the European Union", "Europe", "all countries of the series").
        members: The codes of the places; None for every country that the series has.
        assumed: Whether the claim does not say among whom.
        note: The list of places used, where words such as "Europe" leave that open.
        world: Whether the claim ranks among all countries of the world.
    """

    name: str
    members: frozenset[str] | None = None
    assumed: bool = False
    note: str = ""
    world: bool = False


def ranked_places(claim: Claim, rank: Rank, year: int) -> RankedPlaces:
    """Find the places among which a claim ranks its own, as they were in a year."""
    if rank.among:
        return RankedPlaces("the countries that the claim names", frozenset(rank.among))
    at = rank.span
    near = sorted((m for m in claim.places if group(m.value)), key=lambda m: abs(m.span.start - at.end))
    if near:
        chosen = places()[near[0].value]
        return RankedPlaces(chosen.name, frozenset(chosen.members_in(year)))
    if (region := REGIONS.get(rank.region)) is not None:
        message = f"{region.name[0].upper()}{region.name[1:]} is taken as the United Nations list it: {len(region.members)} countries and territories."
        return RankedPlaces(region.name, region.members, note=message)
    return RankedPlaces("all countries of the series", assumed=not rank.world, world=bool(rank.world))
