"""Claims of a ``--records`` run compared with figures of the user's own files, each of which is read once a process."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING

from workbench.cli.recalling import named_as_in_files, rank, recalled_for
from workbench.core.series import Observation, Series, SeriesRef

if TYPE_CHECKING:
    from sources._files.own_figures import OwnFigures
    from workbench.config import Settings
    from workbench.core.claim import Claim
    from workbench.core.errors import Problem
    from workbench.core.finding import Finding
    from workbench.desk.batch.record import Record
    from workbench.desk.own_figures import Held, Measured
    from workbench.match import Query, TitleIndex

Figures = dict[SeriesRef, list[Observation]]

LOOKED_AT = 12
"""Among how many of the best titles one with figures for the claim's years is looked for."""


def compared(record: Record, claim: Claim, data: tuple[str, ...], memory: Settings | None) -> list[Finding]:
    """What the user's own files say of a claim; nothing where none of their series measures it."""
    from workbench.compare import alike, check, differs, unsure
    from workbench.desk.own_figures import measured_by

    index, held = tidy(data)[0], _held(data)
    recalled = recalled_for(memory, claim)
    recalled = named_as_in_files(recalled, held.series) if recalled.told else recalled
    found = measured_by(
        claim,
        held,
        partial(_sentence, record),
        lambda query: rank(index, query, LOOKED_AT, recalled, held.series),
        answered=partial(_answered, data),
    )
    if found is None:
        return []
    today = record.date or datetime.now(UTC).date()
    findings, *others = (check(m.claim, m.series, m.rows, today=today, told=m.told) for m in (found, *found.rivals))
    if found.doubt is not None:
        return list(unsure(findings, found.doubt))
    rival = next((other for other in others if differs(findings, other)), None)
    return list(findings if rival is None else unsure(findings, alike(rival)))


def told_of_files(data: tuple[str, ...]) -> list[Problem]:
    """What is wrong with the files as a whole, for an answer that rests on none of their figures."""
    return list(dict.fromkeys(problem for file in _files(data) for problem in file.told))


def _answered(data: tuple[str, ...], found: Measured) -> Measured:
    """The figures that a claim asks of a series, with what their file's reader told."""
    from workbench.compare import plan

    file = _owners(data)[found.series.ref]
    rows, told = file.answer(plan(found.claim, found.series), found.series, found.rows)
    return replace(found, rows=rows, told=told)


def _sentence(record: Record, claim: Claim) -> Query:
    """What the sentence of a claim asks of a series."""
    return _asked_in(replace(record, text=claim.context))


@lru_cache(maxsize=64)
def _asked_in(sentence: Record) -> Query:
    """What a sentence asks: its claims ask it one after another."""
    from workbench.desk.batch.reading import read
    from workbench.match import query_of_text

    return query_of_text(sentence.text, read(sentence))


@cache
def _held(data: tuple[str, ...]) -> Held:
    """What some files hold, with the places that only they know."""
    from workbench.desk.own_figures import Held, places_of

    series, figures = tidy_files(data)
    return Held(series, figures, places_of(figures))


@cache
def tidy(paths: tuple[str, ...]) -> tuple[TitleIndex, Figures]:
    """The titles and the figures of some files."""
    from workbench.match import TitleIndex

    series, figures = tidy_files(paths)
    return TitleIndex(series), figures


@cache
def tidy_files(paths: tuple[str, ...]) -> tuple[list[Series], Figures]:
    """The series and the figures of some files; what is wrong with them is told once."""
    from workbench.cli.output import tell_problems

    all_series: list[Series] = []
    figures: Figures = {}
    for file in _files(paths):
        tell_problems(file.problems)
        all_series += file.series
        for observation in file.observations:
            figures.setdefault(observation.ref, []).append(observation)
    return all_series, figures


@cache
def _files(paths: tuple[str, ...]) -> tuple[OwnFigures, ...]:
    """Each file as it was read; of two whose series have the same names the later goes by a name of its own."""
    from workbench.bootstrap import read_figures

    found: list[OwnFigures] = []
    taken: set[SeriesRef] = set()
    for number, path in enumerate(paths, start=1):
        file = read_figures(path)
        if taken & {series.ref for series in file.series}:
            file = read_figures(path, f"file-{number}")
        taken |= {series.ref for series in file.series}
        found.append(file)
    return tuple(found)


@cache
def _owners(paths: tuple[str, ...]) -> dict[SeriesRef, OwnFigures]:
    return {series.ref: file for file in _files(paths) for series in file.series}
