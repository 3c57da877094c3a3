"""Recognise projections among PxWeb tables and figures.

Offices have projections among their tables, which must never be read as outcomes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from workbench.core.series import Observation, Status

_AHEAD = re.compile(
    r"\b(?:projections?|forecasts?)\b|проекци|прогноз|proj?ekc|parashikim|prognos|framskriv", re.IGNORECASE
)


def holds_projections(path: str, table: str) -> bool:
    """Check whether a table's name says that it has projections.

    >>> holds_projections("Naselenie/Proekcii/125.px", "Population 2022-2070"), holds_projections("a.px", "Births")
    (True, False)
    """
    return bool(_AHEAD.search(f"{table} {path}"))


def with_outlook(found: Sequence[Observation], today: date, *, projected: bool) -> list[Observation]:
    """Mark figures that can only be forecasts.

    Args:
        found: The figures.
        today: The day of the answer; a period that begins after it is a forecast.
        projected: Whether the table has projections; then a period that is not over is a forecast too.
    """
    return [
        replace(one, status=Status.FORECAST)
        if one.value is not None and (one.period.end if projected else one.period.start) > today
        else one
        for one in found
    ]
