"""Claims of a ``--records`` run compared with figures of the user's own: which of the files' series measures each, and what it says.

Files of one's own are small, and name places that no gazetteer knows. So more is tried than over a whole catalogue: a series with
figures for the claim's years goes before one without, a clause that names no measure has its sentence's, and a place that stands in
the file and in the sentence is the one that is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING

from workbench.cli.recalling import named_as_in_files, rank, recalled_for
from workbench.core.place import places
from workbench.core.series import Observation, Series, SeriesRef

if TYPE_CHECKING:
    from workbench.cli.stream import Record
    from workbench.config import Settings
    from workbench.core.claim import Claim
    from workbench.core.finding import Finding
    from workbench.match import Query, TitleIndex

Figures = dict[SeriesRef, list[Observation]]

LOOKED_AT = 8
"""Among how many of the best titles one with figures for the claim's years is looked for."""

_SHORTEST_NAME = 4


@dataclass(frozen=True, slots=True)
class _Measured:
    """A claim as it is put to a series of the files."""

    claim: Claim
    series: Series
    rows: list[Observation]


def compared(record: Record, claim: Claim, data: tuple[str, ...], memory: Settings | None) -> list[Finding]:
    """What the user's own files say of a claim; nothing where none of their series measures it."""
    from workbench.compare import check

    found = _measured_by(record, claim, data, memory)
    if found is None:
        return []
    return list(check(found.claim, found.series, found.rows, today=record.date or datetime.now(UTC).date()))


def _measured_by(record: Record, claim: Claim, data: tuple[str, ...], memory: Settings | None) -> _Measured | None:
    """The best series with figures for the claim's place and years, by its own words first and then by its sentence's.

    Where none has such figures, the best without: that it has none is an answer too.
    """
    index, figures = tidy(data)
    recalled = recalled_for(memory, claim)
    series = tidy_files(data)[0] if recalled.told else []
    recalled = named_as_in_files(recalled, series)
    without: _Measured | None = None
    for put, query in _queries(record, claim, data):
        usable = [c.series for c in rank(index, query, LOOKED_AT, recalled, series) if c.barred is None]
        there = [_Measured(put, each, figures.get(each.ref, [])) for each in usable]
        if (best := next((each for each in there if _covers(put, each.rows)), None)) is not None:
            return best
        without = without or next(iter(there), None)
    return without


def _queries(record: Record, claim: Claim, data: tuple[str, ...]) -> Iterator[tuple[Claim, Query]]:
    """What is looked for, one after another, with the claim as it is then understood.

    "…, dropping from 44 % to 39 %" names no measure of its own: that of the whole sentence is meant.
    """
    from workbench.match import query_of

    yield claim, query_of(claim)
    yield claim, _sentence(record, claim)
    if (place := _own_place(claim, _own_places(data))) is not None:
        there = _without_name(replace(claim, place=place), place)
        yield there, replace(query_of(there), places=(place,))
        yield there, replace(_sentence(record, there), places=(place,))


def _without_name(claim: Claim, name: str) -> Claim:
    """A claim without the name of its place among its words, each at its place still: a name is no measure."""
    blank = re.compile(re.escape(name), re.IGNORECASE)
    measure, quote, context = (blank.sub(" " * len(name), text) for text in (claim.measure, claim.quote, claim.context))
    return replace(claim, measure=" ".join(measure.split()), quote=quote, context=context)


def _sentence(record: Record, claim: Claim) -> Query:
    """What the sentence of a claim asks of a series."""
    from workbench.cli.answers import read
    from workbench.match import query_of_text

    return query_of_text(claim.context, read(replace(record, text=claim.context)))


def _own_place(claim: Claim, names: tuple[str, ...]) -> str | None:
    """The place of the user's own files that the sentence names, the longest name first."""
    text = f" {claim.context.casefold()} "
    for name in names:
        at = text.find(name.casefold())
        if at > 0 and not text[at - 1].isalnum() and not text[at + len(name)].isalnum():
            return name
    return None


@cache
def _own_places(data: tuple[str, ...]) -> tuple[str, ...]:
    """The places of the files that the table of places does not know, the longest name first."""
    named = {row.place for rows in tidy(data)[1].values() for row in rows} - set(places())
    return tuple(sorted((name for name in named if len(name) >= _SHORTEST_NAME), key=lambda name: (-len(name), name)))


def _covers(claim: Claim, rows: list[Observation]) -> bool:
    """Whether there is a figure in the claim's years at one of its places; what the figure is has no say."""
    named = {claim.place, *(mention.noun for mention in claim.places)} - {None}
    spans = [mention.noun for mention in claim.periods]
    there = [row for row in rows if row.value is not None and (not named or row.place in named)]
    return any(not spans or any(row.period.overlaps(when) for when in spans) for row in there)


@cache
def tidy(paths: tuple[str, ...]) -> tuple[TitleIndex, Figures]:
    """The titles and the figures of some tidy files."""
    from workbench.match import TitleIndex

    series, figures = tidy_files(paths)
    return TitleIndex(series), figures


@cache
def tidy_files(paths: tuple[str, ...]) -> tuple[list[Series], Figures]:
    """The series and the figures of some tidy files; what is wrong with them is told once."""
    from workbench.bootstrap import read_figures
    from workbench.cli.output import tell_problems

    all_series: list[Series] = []
    figures: Figures = {}
    for path in paths:
        series, observations, problems = read_figures(path)
        tell_problems(problems)
        all_series += series
        for observation in observations:
            figures.setdefault(observation.ref, []).append(observation)
    return all_series, figures
