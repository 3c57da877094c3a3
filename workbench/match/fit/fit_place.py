"""Fit of a series to the places of a claim."""

from __future__ import annotations

from workbench.core.place import country_named, place_name, places
from workbench.core.series import Series
from workbench.core.source_coverage import covers, is_national
from workbench.match.fit.slot_fit import SlotFit
from workbench.match.query.query import Query


def fit_place(query: Query, series: Series) -> SlotFit:
    """Check whether the series has figures for the places of the claim."""
    if not query.places:
        return SlotFit(0.5, "the claim names no place")
    if (elsewhere := other_country(series.title, query)) is not None:
        return SlotFit(0.0, f"is of {place_name(elsewhere)}, the claim of {place_name(query.places[0])}", bars=True)
    has = covers(series)
    if has is None:
        return SlotFit(0.6, f"whether it covers {place_name(query.places[0])} shows when it is asked")
    missing = [code for code in query.places if not _covered(code, has)]
    if not missing:
        named = ", ".join(place_name(code) for code in query.places[:3])
        return SlotFit(1.0, f"is of {named} alone") if is_national(series) else SlotFit(0.9, f"covers {named}")
    if len(missing) < len(query.places):
        return SlotFit(0.5, f"does not cover {', '.join(place_name(code) for code in missing[:3])}")
    return SlotFit(0.0, f"does not cover {place_name(missing[0])}", bars=True)


def other_country(title: str, query: Query) -> str | None:
    """Find the single country that a title names, where the claim is about others and does not name it."""
    named = country_named(title)
    if (
        named is None
        or named in query.places
        or any(places()[code].members for code in query.places if code in places())
    ):
        return None
    return named


def _covered(code: str, covers: frozenset[str]) -> bool:
    place = places().get(code)
    members = {member for member, _, last in place.members if last is None} if place else set()
    return code in covers or (bool(members) and members <= covers)
