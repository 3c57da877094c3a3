"""Metadata of an Our World in Data chart: its columns with their units, whom to cite, when they were last updated.

The figures are plain CSV; only ``{slug}.metadata.json`` says what they measure
(https://docs.owid.io/projects/etl/api/chart-api/). A conversion factor that it names has been applied to the figures
already.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sources._text.json_body import read_json
from sources._text.printable_text import clean
from sources._text.time_stamps import read_day
from workbench.core.errors import WrongAnswerError

TITLE = "Our World in Data"
_LONG = 1_000
_MOST = 500
_WORDS_ALONE = frozenset({"categorical", "string", "ordinal", "seriesannotation"})
_AHEAD = re.compile(r"\b(?:projections?|projected|forecasts?|future)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwidColumn:
    """One column of a chart.

    Attributes:
        name: Its short name, which heads the column of the CSV.
        title: As readers know it.
        long_title: With its producer, as the CSV heads it where short names are not asked for.
        unit: The unit's words ("% of GDP"); the short unit where there is no other.
        description: What exactly is measured.
        timespan: The years covered ("1950-2023"), as the service writes them.
        updated: The day of its last update.
        citation: The short citation.
        full_citation: The full citation.
        numeric: Whether its values are figures.
    """

    name: str
    title: str
    long_title: str = ""
    unit: str = ""
    description: str = ""
    timespan: str = ""
    updated: date | None = None
    citation: str = ""
    full_citation: str = ""
    numeric: bool = True

    @property
    def ahead(self) -> bool:
        """Whether its title says that it holds projections.

        >>> OwidColumn(name="a", title="Population (future projections)").ahead
        True
        """
        return bool(_AHEAD.search(f"{self.title} {self.long_title}"))


@dataclass(frozen=True, slots=True)
class OwidChart:
    """A chart with its columns in order."""

    title: str
    subtitle: str
    note: str
    columns: tuple[OwidColumn, ...]

    def column(self, name: str) -> OwidColumn | None:
        """Return a column by any of its names, as the head of the CSV or a key spells it."""
        wanted = name.strip().lower()
        spelt = (one for one in self.columns if wanted in {one.name.lower(), one.title.lower(), one.long_title.lower()})
        return next(spelt, None)


def read_metadata(body: bytes) -> OwidChart:
    """Read ``metadata.json``.

    Raises:
        WrongAnswerError: It is not JSON, or describes no columns.

    >>> body = b'{"chart": {"title": "Births"}, "columns": {"Births": {"shortName": "births", "unit": "births", "lastUpdated": "2024-07-11"}}}'
    >>> [(one.name, one.unit, one.updated.isoformat()) for one in read_metadata(body).columns]
    [('births', 'births', '2024-07-11')]
    """
    tree = read_json(TITLE, body)
    chart = _object(tree, "chart")
    columns = _object(tree, "columns")
    read = tuple(_column(name, said) for name, said in list(columns.items())[:_MOST] if isinstance(said, dict))
    if not read:
        raise WrongAnswerError(TITLE, "a description of a chart", "JSON of another shape")
    return OwidChart(
        _text(chart, "title"), _text(chart, "subtitle", limit=_LONG), _text(chart, "note", limit=_LONG), read
    )


def _object(tree: object, key: str) -> Mapping[str, Any]:
    found = tree.get(key) if isinstance(tree, dict) else None
    return found if isinstance(found, dict) else {}


def _text(said: Mapping[str, Any], *keys: str, limit: int = 300) -> str:
    found = (clean(said[key], limit) for key in keys if isinstance(said.get(key), str))
    return next((text for text in found if text), "")


def _column(name: str, said: Mapping[str, Any]) -> OwidColumn:
    return OwidColumn(
        name=_text(said, "shortName") or clean(name),
        title=_text(said, "titleShort", "titleLong") or clean(name),
        long_title=_text(said, "titleLong") or clean(name),
        unit=_text(said, "unit", "shortUnit"),
        description=" ".join(
            (_text(said, "descriptionShort", limit=_LONG), *_points(said.get("descriptionKey")))
        ).strip(),
        timespan=_text(said, "timespan"),
        updated=read_day(said.get("lastUpdated")),
        citation=_text(said, "citationShort"),
        full_citation=_text(said, "citationLong", limit=_LONG),
        numeric=_text(said, "type").lower() not in _WORDS_ALONE,
    )


def _points(said: object) -> Sequence[str]:
    lines = said if isinstance(said, list) else []
    return [clean(line, 400) for line in lines[:6] if isinstance(line, str)]
