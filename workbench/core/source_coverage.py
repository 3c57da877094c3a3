"""The places that a source can have figures for, known before it is asked.

Eurostat has no figures for Kenya, and a national office has none for its neighbour. Where a series does not say its places, the
table of sources (`source_coverage.toml`) may.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache
from importlib.resources import files

from workbench.core.place import places
from workbench.core.series import Series


def covers(series: Series) -> frozenset[str] | None:
    """Find the places that a series can have figures for, as codes: its own, else those of its source; None where it may have any.

    >>> from workbench.core.series import SeriesRef
    >>> eurostat = covers(Series(ref=SeriesRef("eurostat", "une_rt_a"), title="Unemployment rate")) or frozenset()
    >>> "AUT" in eurostat, "KEN" in eurostat, covers(Series(ref=SeriesRef("worldbank", "SP.POP.TOTL"), title="Population"))
    (True, False, None)
    """
    return series.places if series.places is not None else _declared(str(series.ref))


def with_declared_places(series: Series, codes: Sequence[str]) -> Series:
    """Add the places that its source declares to a series, where neither the series nor the table of sources gives any.

    >>> from workbench.core.series import SeriesRef
    >>> sorted(with_declared_places(Series(ref=SeriesRef("mine", "x"), title="Crimes"), ["MKD"]).places or ())
    ['MKD']
    """
    if not codes or covers(series) is not None:
        return series
    return replace(series, places=frozenset(code for group in codes for code in _with_members(group)))


def is_national(series: Series) -> bool:
    """Check whether a series covers only one country or a part of one, as a national office's do. A group of countries is not one."""
    found = covers(series)
    return found is not None and len(found) == 1 and found == _with_members(*found)


@lru_cache(maxsize=20_000)
def _declared(name: str) -> frozenset[str] | None:
    return next((found for beginning, found in _table() if name.startswith(beginning)), None)


@cache
def _table() -> tuple[tuple[str, frozenset[str]], ...]:
    """Prefixes of series names with the places of each, the longest prefix first."""
    rows = tomllib.loads(files("workbench.core").joinpath("source_coverage.toml").read_text(encoding="utf-8"))
    found = (
        (beginning, frozenset(code for group in row for code in _with_members(group)))
        for beginning, row in rows.items()
    )
    return tuple(sorted(found, key=lambda each: -len(each[0])))


def _with_members(code: str) -> frozenset[str]:
    place = places().get(code)
    return frozenset({code, *(member for member, _, _ in (place.members if place else ()))})
