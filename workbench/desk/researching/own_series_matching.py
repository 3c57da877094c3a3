"""Finds the series of the user's own files that measures a claim.

A user's files are small, and name places that no gazetteer knows. So more is tried than for a whole catalogue: a series with figures
for the claim's years is preferred, a clause without a measure takes its sentence's, and a place that is both in the file and in the
sentence is the claim's place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.compare.judging.source_notices import sorted_notices
from workbench.core.candidate import Candidate
from workbench.core.change import ChangeMode
from workbench.core.claim import Claim
from workbench.core.errors import Problem
from workbench.core.place import UNNAMED_PLACE, places
from workbench.core.quantity import Dimension
from workbench.core.series import Observation, Series, SeriesRef
from workbench.match import Query, also_said, names_another, query_of

Figures = Mapping[SeriesRef, list[Observation]]

_SHORTEST_NAME = 4


RIVAL = 0.05
"""Largest difference in score between two series that may both measure the claim."""


@dataclass(frozen=True, slots=True)
class MeasuredByFile:
    """A claim as it is compared with a series of the files, with the series' figures.

    Attributes:
        claim: The claim.
        series: The series.
        rows: Its figures.
        notices: Their reader's messages.
        doubt: Why it is uncertain that the series measures the claim; None where it is certain.
        rivals: Other series that fit equally well by their words, with their figures.
        others: Other series that have some of its words and figures for its years, the likeliest first.
    """

    claim: Claim
    series: Series
    rows: Sequence[Observation]
    notices: Sequence[Problem] = ()
    doubt: str | None = None
    rivals: tuple[MeasuredByFile, ...] = ()
    others: tuple[MeasuredByFile, ...] = ()


@dataclass(frozen=True, slots=True)
class _PutCandidate:
    """A candidate with its figures, and the claim as it was interpreted for it."""

    candidate: Candidate
    measured: MeasuredByFile
    covers: bool


@dataclass(frozen=True, slots=True)
class FileFigures:
    """The contents of the user's files.

    Attributes:
        series: Their series.
        figures: The figures of each.
        names: Their places from `places_of`.
    """

    series: Sequence[Series]
    figures: Figures
    names: Sequence[str]


def measured_by(
    claim: Claim,
    held: FileFigures,
    sentence: Callable[[Claim], Query],
    ranked: Callable[[Query], Sequence[Candidate]],
    *,
    answered: Callable[[MeasuredByFile], MeasuredByFile],
    meant: SeriesRef | None = None,
) -> MeasuredByFile | None:
    """Find the best series with figures for the claim's place and years, by its own words first and then by its sentence's.

    A series whose part the claim names is preferred to one for an unnamed part. Where none has such figures, the best series without
    figures is returned: that it has none is an answer too. Where none certainly measures the claim, the likeliest is returned with the
    doubt.

    Args:
        claim: The claim.
        held: The contents of the files.
        sentence: Makes the query of a claim's sentence.
        ranked: The best candidates of the files.
        answered: Selects the figures of a series that a claim needs, with the file reader's messages.
        meant: The series for the measure, where the claim takes it from earlier words.
    """
    seen: list[_PutCandidate] = []
    for put, query in _queries(claim, held.names, sentence):
        there = [_put(put, each, held.figures) for each in ranked(query) if each.barred is None]
        covering = [each for each in there if each.covers and each.candidate.usable]
        if same := [each for each in there if each.covers and each.measured.series.ref == meant]:
            return answered(replace(same[0].measured, doubt=None))
        if covering:
            best = _named_part(replace(each, measured=answered(each.measured)) for each in covering)
            other = _of_another(put, query, best.measured.series)
            more = also_said((query, sentence(claim)), best.measured.series, held.series)
            doubt = f"lacks words of the claim that “{more.title}” has" if more else other
            rivals = tuple(map(answered, _rivals(best, there)))
            return replace(best.measured, rivals=rivals, others=tuple(_others(best, there)), doubt=doubt)
        seen += there
    usable = next((each.measured for each in seen if each.candidate.usable), None)
    found = usable or _likeliest(seen)
    return answered(found) if found else None


def _of_another(claim: Claim, query: Query, series: Series) -> str | None:
    """Give the reason why a series that only the whole sentence fits may not measure the claim: the claim names another thing."""
    own = query_of(claim)
    if query == own or not _counts_by_name(claim) or not names_another(own, series):
        return None
    return "is what the sentence speaks of, and the claim counts something else"


def _counts_by_name(claim: Claim) -> bool:
    return any(each.value.unit.dimension is Dimension.COUNT and each.value.unit.name for each in claim.amounts)


def _named_part(found: Iterator[_PutCandidate]) -> _PutCandidate:
    """Choose the first candidate without unmatched words, else the first."""
    first = next(found)
    each = (first, *found) if sorted_notices(first.measured.notices).doubts else (first,)
    return next((one for one in each if not sorted_notices(one.measured.notices).doubts), first)


def _put(claim: Claim, candidate: Candidate, figures: Figures) -> _PutCandidate:
    rows = figures.get(candidate.series.ref, [])
    measured = MeasuredByFile(claim, candidate.series, rows, doubt=candidate.doubt)
    return _PutCandidate(candidate, measured, _covers(claim, rows))


def _rivals(best: _PutCandidate, there: Sequence[_PutCandidate]) -> Iterator[MeasuredByFile]:
    """Yield other series with nearly the same score and with figures, of which nothing says that they measure something else."""
    for each in there:
        other = each.candidate.series.ref != best.candidate.series.ref and each.candidate.usable
        if other and each.covers and each.candidate.score >= best.candidate.score - RIVAL:
            yield each.measured


def _others(best: _PutCandidate, there: Sequence[_PutCandidate]) -> Iterator[MeasuredByFile]:
    """Yield other series with a word of the query and with figures, for the case that the best one refutes the claim."""
    for each in there:
        if each.covers and each.candidate.series.ref != best.candidate.series.ref and _has_words(each):
            yield each.measured


def _has_words(put: _PutCandidate) -> bool:
    return any(part.name == "words" and part.value for part in put.candidate.parts)


def _likeliest(seen: Sequence[_PutCandidate]) -> MeasuredByFile | None:
    """Choose the likeliest of uncertain candidates, preferring one with figures for the claim's years and a common word."""
    with_words = [each for each in seen if _has_words(each)]
    best = max(with_words, key=lambda each: (each.covers, each.candidate.score), default=None)
    return best.measured if best else None


def places_of(figures: Figures) -> tuple[str, ...]:
    """List the places of the files that the table of places lacks, the longest name first."""
    named = {row.place for rows in figures.values() for row in rows} - {*places(), UNNAMED_PLACE}
    return tuple(sorted((name for name in named if len(name) >= _SHORTEST_NAME), key=lambda name: (-len(name), name)))


def _queries(claim: Claim, names: Sequence[str], sentence: Callable[[Claim], Query]) -> Iterator[tuple[Claim, Query]]:
    """Yield the queries to try, in order, each with the claim as interpreted for it.

    "…, dropping from 44 % to 39 %" names no measure of its own: that of the whole sentence is meant.
    """
    own = query_of(claim)
    yield claim, own
    yield claim, _of_same_number(own, sentence(claim))
    if (place := own_place(claim, names)) is not None:
        there = _without_name(replace(claim, place=place), place)
        yield there, replace(query_of(there), places=(place,))
        yield there, replace(_of_same_number(own, sentence(there)), places=(place,))


def _of_same_number(own: Query, sentence: Query) -> Query:
    """Keep that so many percent of a number were told, whatever else the sentence says: its rate changed by another percentage."""
    return replace(sentence, of_number=True) if own.of_number and own.change is ChangeMode.RELATIVE else sentence


def _without_name(claim: Claim, name: str) -> Claim:
    """Blank out the name of its place in a claim's words, keeping all positions: a name is no measure."""
    blank = re.compile(re.escape(name), re.IGNORECASE)
    measure, quote, context = (blank.sub(" " * len(name), text) for text in (claim.measure, claim.quote, claim.context))
    return replace(claim, measure=" ".join(measure.split()), quote=quote, context=context)


def own_place(claim: Claim, names: Sequence[str]) -> str | None:
    """Find the place of the user's own files that the sentence names, trying the longest name first."""
    there = claim.named(names)
    return next((name for name in names if name in there), None)


def _covers(claim: Claim, rows: Sequence[Observation]) -> bool:
    """Check whether there is a figure in the claim's years at one of its places, whatever its value."""
    named = {claim.place, *(mention.value for mention in claim.places)} - {None}
    meant, spans = named | {UNNAMED_PLACE} if named else named, [mention.value for mention in claim.periods]
    there = (row for row in rows if row.value is not None and (not meant or row.place in meant))
    return any(not spans or any(row.period.overlaps(when) for when in spans) for row in there)
