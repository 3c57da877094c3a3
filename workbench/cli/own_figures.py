"""Claims of a ``--records`` run compared with figures of the user's own files, each of which is read once a process."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache, partial
from typing import TYPE_CHECKING

from workbench.cli.recalling import named_as_in_files, rank, recalled_for
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


def compared(record: Record, claim: Claim, data: tuple[str, ...], memory: Settings | None) -> list[Finding]:
    """What the user's own files say of a claim; nothing where none of their series measures it."""
    from workbench.compare import check
    from workbench.desk.own_figures import measured_by

    index, figures = tidy(data)
    recalled = recalled_for(memory, claim)
    series = tidy_files(data)[0] if recalled.told else []
    recalled = named_as_in_files(recalled, series)
    found = measured_by(
        claim,
        figures,
        _own_places(data),
        partial(_sentence, record),
        lambda query: rank(index, query, LOOKED_AT, recalled, series),
    )
    if found is None:
        return []
    return list(check(found.claim, found.series, found.rows, today=record.date or datetime.now(UTC).date()))


def _sentence(record: Record, claim: Claim) -> Query:
    """What the sentence of a claim asks of a series."""
    from workbench.cli.answers import read
    from workbench.match import query_of_text

    return query_of_text(claim.context, read(replace(record, text=claim.context)))


@cache
def _own_places(data: tuple[str, ...]) -> tuple[str, ...]:
    from workbench.desk.own_figures import places_of

    return places_of(tidy(data)[1])


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
