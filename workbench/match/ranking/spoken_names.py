"""What speakers call headline series: names beside a series' own title, under which a claim may mean it.

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
from workbench.match.titles.texts import title_words
from workbench.match.words.keys import keys
from workbench.match.words.meaning import cosines


@lru_cache(maxsize=20_000)
def spoken_names(name: str) -> tuple[str, ...]:
    """Return the names of a series by its reference; none for most.

    >>> spoken_names("worldbank:SH.MED.PHYS.ZS")[0], spoken_names("worldbank:SH.MED.PHYS.ZS.X"), spoken_names("x:y")
    ('doctors', (), ())
    """
    return next((names for beginning, names in _table() if _begins(name, beginning)), ())


def _begins(name: str, beginning: str) -> bool:
    """Return whether a name is that of the table, or of it with more members."""
    return name == beginning or (name.startswith(beginning) and name[len(beginning)] in "?&")


@cache
def _table() -> tuple[tuple[str, tuple[str, ...]], ...]:
    rows = tomllib.loads(files("workbench.match").joinpath("spoken_names.toml").read_text(encoding="utf-8"))
    return tuple((beginning, tuple(names)) for beginning, names in rows.items())


def as_called(asked: PreparedQuery, found: Hit) -> Hit | None:
    """Return a series under the name that the claim calls it by; None where the claim says none of its names whole.

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
