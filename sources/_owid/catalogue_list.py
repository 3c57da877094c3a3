"""Fetch the list of charts of Our World in Data from its search.

There is no list to download. The search answers an empty query with all charts, a hundred per page, but stops before
the end; queries by theme find the rest. The number still missing is reported.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sources._owid.chart_metadata import TITLE
from sources._owid.series_metadata import LICENCE, NAME, PAGE
from sources._text.additivity_in_titles import adds_of
from sources._text.json_body import as_int, read_json
from sources._text.printable_text import clean
from sources._text.units_in_titles import unit_of_title
from workbench.core.errors import WrongAnswerError
from workbench.core.series import Series, SeriesRef

PAGE_SIZE = 100
THEMES = (
    "population", "births", "deaths", "life expectancy", "migration", "refugees", "poverty", "inequality", "income", "gdp", "trade", "tax",
    "debt", "employment", "unemployment", "education", "literacy", "health", "disease", "vaccination", "tobacco", "alcohol", "drugs", "food",
    "agriculture", "water", "energy", "electricity", "oil", "gas", "coal", "nuclear", "renewable", "co2 emissions", "climate", "pollution",
    "forest", "biodiversity", "disaster", "war", "conflict", "military", "homicide", "crime", "terrorism", "democracy", "human rights",
    "corruption", "gender", "women", "children", "marriage", "happiness", "technology", "internet", "artificial intelligence", "transport",
    "road", "tourism", "space", "city", "housing", "age", "suicide", "mental health",
)  # fmt: skip
_SLUG = re.compile(r"[a-z0-9][a-z0-9_-]{0,150}\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OwidPage:
    """A page of the search: the charts on it, and how many charts and pages there are."""

    series: tuple[Series, ...]
    total: int
    pages: int


def read_page(body: bytes) -> OwidPage:
    """Read a page of the search.

    Raises:
        WrongAnswerError: It is no list of charts.

    >>> page = read_page(b'{"results": [{"slug": "life-expectancy", "title": "Life expectancy"}], "nbHits": 1, "nbPages": 1}')
    >>> [str(one.ref) for one in page.series], page.total
    (['owid:life-expectancy'], 1)
    """
    tree = read_json(TITLE, body)
    rows = (tree.get("results") or tree.get("hits")) if isinstance(tree, dict) else None
    if not isinstance(tree, dict) or not isinstance(rows, list | None) or (rows is None and "nbHits" not in tree):
        raise WrongAnswerError(TITLE, "a list of charts", "JSON of another shape")
    series = tuple(one for row in rows or [] if isinstance(row, dict) and (one := read_hit(row)))
    return OwidPage(series, as_int(tree.get("nbHits")), as_int(tree.get("nbPages")))


def read_hit(row: Mapping[str, Any]) -> Series | None:
    """Convert a row of the list to a series; None for an invalid row."""
    slug, title = row.get("slug"), clean(row.get("title"))
    if not isinstance(slug, str) or not _SLUG.match(slug) or not title:
        return None
    variant, about = clean(row.get("variantName"), 120), clean(row.get("subtitle"), 600)
    unit = unit_of_title(title).unit
    return Series(
        ref=SeriesRef(NAME, slug),
        title=f"{title} ({variant})" if variant else title,
        unit=unit,
        description=about,
        adds=adds_of(title, unit),
        url=PAGE + slug,
        publisher=TITLE,
        licence=LICENCE,
    )
