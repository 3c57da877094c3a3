"""Convert series to rows of the index and back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from workbench.core.period import Frequency
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Additivity, Series, SeriesRef

COLUMNS = (
    "source", "key", "title", "unit", "description", "headline", "dimension", "unit_name", "code", "per", "prices",
    "frequency", "first", "last", "adds", "publisher", "licence", "more",
)  # fmt: skip

READ = ", ".join(f"series.{name}" for name in COLUMNS if name not in {"unit", "headline"}) + ", series.headline"
"""The columns of a series, as `to_series` takes them."""

LONGEST = 4_000
"""Code points of a title or description that are kept."""

Row = tuple[Any, ...]


def to_row(source: str, series: Series, headline: Series | None) -> Row:
    """Return the row of a series; for a headline series, the starter list supplies missing fields."""
    unit = series.unit
    if headline and unit.dimension is Dimension.UNKNOWN:
        unit = headline.unit
    frequency = series.frequency or (headline.frequency if headline else None)
    adds = headline.adds if headline and series.adds is Additivity.UNKNOWN else series.adds
    return (
        source, clean(series.ref.key), clean(series.title), clean(str(unit)), clean(series.description or (headline.description if headline else "")),
        1 if headline else 0,
        unit.dimension.value, clean(unit.name), clean(unit.code), clean(unit.per), clean(unit.prices),
        frequency.value if frequency else None, series.first, series.last, adds.value, clean(series.publisher),
        clean(series.licence), _more(series),
    )  # fmt: skip


def clean(text: str) -> str:
    """Make foreign text fit for a database: no NUL, no unpaired surrogates, limited length."""
    return text[:LONGEST].replace("\x00", " ").encode("utf-8", "replace").decode("utf-8")


def _more(series: Series) -> str:
    """Encode rarely used fields as JSON; empty where there are none."""
    found: dict[str, object] = {
        "places": sorted(map(clean, series.places)) if series.places is not None else None,
        "adjusted": clean(series.adjusted) or None,
        "url": clean(series.url) or None,
        "updated": series.updated.isoformat() if series.updated else None,
        "notes": [clean(note) for note in series.notes] or None,
    }
    kept = {key: value for key, value in found.items() if value is not None}
    return json.dumps(kept, ensure_ascii=False) if kept else ""


def to_series(row: Sequence[Any]) -> Series:
    """Convert a row with the columns `READ` to a series."""
    (source, key, title, description, dimension, unit, code, per, prices, frequency, first, last, adds, publisher,
     licence, more, headline) = row  # fmt: skip
    extra = json.loads(more) if more else {}
    places = extra.get("places")
    return Series(
        ref=SeriesRef(source, key),
        title=title,
        unit=Unit(Dimension(dimension), unit, code, per, prices),
        frequency=Frequency(frequency) if frequency else None,
        description=description,
        places=None if places is None else frozenset(places),
        first=first,
        last=last,
        adds=Additivity(adds),
        adjusted=extra.get("adjusted", ""),
        url=extra.get("url", ""),
        publisher=publisher,
        licence=licence,
        updated=date.fromisoformat(extra["updated"]) if "updated" in extra else None,
        notes=tuple(extra.get("notes", ())),
        headline=bool(headline),
    )
