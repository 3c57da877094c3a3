"""Names by which speakers call headline series, besides the series' own titles.

"Births", "doctors" and "the budget deficit" are "Live births, yearly", "Physicians (per 1,000 people)" and "Net lending (+) /
net borrowing (-)" to the offices that count them.
"""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import cache, lru_cache
from importlib.resources import files

from workbench.match.index.title_store import Hit
from workbench.match.index.title_summary import summary_of_title
from workbench.match.query.prepared_query import PreparedQuery
from workbench.match.titles.title_words import title_words
from workbench.match.words.normalisation import keys
from workbench.match.words.word_vectors import cosines


@lru_cache(maxsize=20_000)
def spoken_names(name: str) -> tuple[str, ...]:
    """Look up the names of a series by its reference; most have none.

    >>> spoken_names("worldbank:SH.MED.PHYS.ZS")[0], spoken_names("worldbank:SH.MED.PHYS.ZS.X"), spoken_names("x:y")
    ('doctors', (), ())
    """
    return next((names for beginning, names in _table() if _begins(name, beginning)), ())


def _begins(name: str, beginning: str) -> bool:
    """Check whether a name is the table's, or the table's with more members."""
    return name == beginning or (name.startswith(beginning) and name[len(beginning)] in "?&")


@cache
def _table() -> tuple[tuple[str, tuple[str, ...]], ...]:
    rows = tomllib.loads(files("workbench.match").joinpath("spoken_names.toml").read_text(encoding="utf-8"))
    return tuple((beginning, tuple(names)) for beginning, names in rows.items())


def as_called(asked: PreparedQuery, found: Hit) -> Hit | None:
    """Rename a series to the name that the claim uses for it; None where the claim has none of its names completely.

    Args:
        asked: The query.
        found: The series as it was found.
    """
    said = [name for name in spoken_names(str(found.series.ref)) if asked.spoken.issuperset(keys(name))]
    if not said:
        return None
    name = max(said, key=lambda each: len(keys(each)))
    series = replace(found.series, title=name.capitalize(), description="")
    near = cosines(asked.query.text, asked.encoder.packed([name]), asked.encoder)
    summary = summary_of_title(series.title, title_words(series), headline=series.headline)
    return Hit(series, found.share, max(found.near, float(near[0])), summary)
