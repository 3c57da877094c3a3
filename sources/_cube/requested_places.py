"""Group places into requests, and report places and years that a service did not answer for.

Services silently drop what they do not know. Whatever was requested and not returned is reported, so that an absence is
never read as a zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.core.errors import Problem
from workbench.core.place import place_name
from workbench.core.series import Observation
from workbench.ports import Ask

ONE_BY_ONE = 4
"""Most places asked one by one, so that the archive can answer for each alone. More places go into one request."""


def batches(codes: Sequence[str]) -> list[tuple[str, ...]]:
    """Group places into requests."""
    distinct = tuple(dict.fromkeys(codes))
    if not distinct:
        return []
    return [(code,) for code in distinct] if len(distinct) <= ONE_BY_ONE else [distinct]


def wanted(observations: Iterable[Observation], ask: Ask) -> list[Observation]:
    """Return the observations of the requested years, in order of place and time."""
    within = (o for o in observations if ask.first <= o.period.start.year <= ask.last)
    return sorted(within, key=lambda o: (o.place, o.period))


def missing_places(
    title: str, ask: Ask, everything: Sequence[Observation], silent: Iterable[str] = ()
) -> list[Problem]:
    """Return a Problem for each place without a figure in the requested years, with the years that it has.

    Args:
        title: The source's name for readers.
        ask: The request.
        everything: The figures that were returned, of all years.
        silent: Places about which there is a Problem already.
    """
    without_figures = set(silent)
    found = []
    for place in dict.fromkeys(ask.places):
        if place not in without_figures:
            years = sorted({o.period.start.year for o in everything if o.place == place and o.value is not None})
            if not any(ask.first <= year <= ask.last for year in years):
                found.append(_absent(title, place, ask, years))
    return found


def _absent(title: str, place: str, ask: Ask, years: list[int]) -> Problem:
    span = str(ask.first) if ask.first == ask.last else f"{ask.first}–{ask.last}"
    has = f" It has figures of {years[0]}–{years[-1]}." if years else ""
    message = f"no figures for {place_name(place)} in {span} in this series.{has}"
    return Problem(title, message, "No figures is not zero: look for another series or place.", "no-figures")


def unknown_places(title: str, places: Iterable[str]) -> list[Problem]:
    """Return one Problem for the places that the service has no code for."""
    names = ", ".join(place_name(place) for place in places)
    if not names:
        return []
    return [
        Problem(
            title,
            f"{names} is not a place that this source knows.",
            "Ask for its member countries.",
            "place-not-honoured",
        )
    ]
