"""The metadata of a World Bank indicator for a fact-checker: licence, frequency, unit, and how parts of a period combine."""

from __future__ import annotations

from typing import Any

from sources._text.additivity_in_titles import adds_of
from sources._text.printable_text import clean
from sources._text.units_in_titles import unit_of_title
from sources._worldbank.answer_reader import TITLE
from workbench.core.period import Frequency
from workbench.core.series import Series, SeriesRef

LICENCE = "CC BY 4.0 (World Bank Open Data)"
_QUARTERLY = ("Quarterly",)
_MIXED = ("Global Economic Monitor", "Joint External Debt Hub")


def read_listed(row: dict[str, Any], source: str) -> Series | None:
    """Convert a row of the list of indicators to a series; None for a row without a name."""
    key, title = clean(row.get("id"), 120), clean(row.get("name"))
    if not key or not title:
        return None
    database = row.get("source")
    name = clean(database.get("value")) if isinstance(database, dict) else ""
    return described(
        SeriesRef(source, key),
        title,
        description=clean(row.get("sourceNote"), 800),
        publisher=clean(row.get("sourceOrganization"), 200),
        frequency=_frequency(name),
    )


def _frequency(database: str) -> Frequency | None:
    if database.startswith(_QUARTERLY):
        return Frequency.QUARTER
    return None if database.startswith(_MIXED) else Frequency.YEAR


def described(
    ref: SeriesRef,
    title: str,
    *,
    description: str = "",
    publisher: str = "",
    frequency: Frequency | None = Frequency.YEAR,
) -> Series:
    """Complete a series from its title: unit, and how parts of a period combine."""
    unit = unit_of_title(title).unit
    return Series(
        ref=ref,
        title=title,
        unit=unit,
        frequency=frequency,
        description=description,
        adds=adds_of(title, unit),
        url=f"https://data.worldbank.org/indicator/{ref.key}",
        publisher=publisher or TITLE,
        licence=LICENCE,
    )
