"""Finds the series of the user's own files that measures a claim.

Files of one's own are small, and name places that no gazetteer knows. So more is tried than over a whole catalogue: a series with
figures for the claim's years goes before one without, a clause that names no measure has its sentence's, and a place that stands in
the file and in the sentence is the one that is meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.compare.judging.source_notices import sorted_notices
from workbench.core.candidate import Candidate
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
    """A claim as it is put to a series of the files, with the series' figures.

    Attributes:
        claim: The claim.
        series: The series.
        rows: Its figures.
        notices: What their reader told of them.
        doubt: Why it is not sure that the series measures the claim; None where it is.
        rivals: Other series that measure it as well by their words, with their figures.
        others: Other series that have some of its words and figures for its years, the likelier first.
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
    """A candidate for a claim as it was understood, with its figures."""

    candidate: Candidate
    measured: MeasuredByFile
    covers: bool


@dataclass(frozen=True, slots=True)
class FileFigures:
    """What the user's files hold.

    Attributes:
        series: Their series.
        figures: The figures of each.
        names: What `places_of` gives of them.
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
    """Return the best series with figures for the claim's place and years, by its own words first and then by its sentence's.

    One of which the claim says which part it means goes before one that is a part nobody named. Where none has such figures, the
    best without: that it has none is an answer too. Where it is sure of none that it measures the claim, the likeliest with the doubt.

    Args:
        claim: The claim.
        held: What the files hold.
        sentence: What the sentence of a claim asks of a series.
        ranked: The best candidates of the files.
        answered: The figures that a claim asks of a series, and what the file's reader told of them.
        meant: The series that measures what the claim takes from before, where it takes its measure from there.
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
            more = also_said(query.stems | sentence(claim).stems, best.measured.series, held.series)
            doubt = f"lacks words of the claim that “{more.title}” has" if more else other
            rivals = tuple(map(answered, _rivals(best, there)))
            return replace(best.measured, rivals=rivals, others=tuple(_others(best, there)), doubt=doubt)
        seen += there
    usable = next((each.measured for each in seen if each.candidate.usable), None)
    found = usable or _likeliest(seen)
    return answered(found) if found else None


def _of_another(claim: Claim, query: Query, series: Series) -> str | None:
    """Return why a series that only the whole sentence asks for may not measure a claim: the claim counts something else by name."""
    own = query_of(claim)
    if query == own or not _counts_by_name(claim) or not names_another(own, series):
        return None
    return "is what the sentence speaks of, and the claim counts something else"


def _counts_by_name(claim: Claim) -> bool:
    return any(each.value.unit.dimension is Dimension.COUNT and each.value.unit.name for each in claim.amounts)


def _named_part(found: Iterator[_PutCandidate]) -> _PutCandidate:
    """Return the first that nothing leaves open, else the first."""
    first = next(found)
    each = (first, *found) if sorted_notices(first.measured.notices).doubts else (first,)
    return next((one for one in each if not sorted_notices(one.measured.notices).doubts), first)


def _put(claim: Claim, candidate: Candidate, figures: Figures) -> _PutCandidate:
    rows = figures.get(candidate.series.ref, [])
    measured = MeasuredByFile(claim, candidate.series, rows, doubt=candidate.doubt)
    return _PutCandidate(candidate, measured, _covers(claim, rows))


def _rivals(best: _PutCandidate, there: Sequence[_PutCandidate]) -> Iterator[MeasuredByFile]:
    """Yield other series that score nearly as high and have figures too."""
    for each in there:
        other = each.candidate.series.ref != best.candidate.series.ref
        if other and each.covers and each.candidate.score >= best.candidate.score - RIVAL:
            yield each.measured


def _others(best: _PutCandidate, there: Sequence[_PutCandidate]) -> Iterator[MeasuredByFile]:
    """Yield other series that have a word of what is asked, and figures; they are looked at where the best one refutes the claim."""
    for each in there:
        if each.covers and each.candidate.series.ref != best.candidate.series.ref and _has_words(each):
            yield each.measured


def _has_words(put: _PutCandidate) -> bool:
    return any(part.name == "words" and part.value for part in put.candidate.parts)


def _likeliest(seen: Sequence[_PutCandidate]) -> MeasuredByFile | None:
    """Return the likeliest of those of which none is sure, one with figures for the claim's years and a word in common before others."""
    with_words = [each for each in seen if _has_words(each)]
    best = max(with_words, key=lambda each: (each.covers, each.candidate.score), default=None)
    return best.measured if best else None


def places_of(figures: Figures) -> tuple[str, ...]:
    """Return the places of the files that the table of places does not know, the longest name first."""
    named = {row.place for rows in figures.values() for row in rows} - {*places(), UNNAMED_PLACE}
    return tuple(sorted((name for name in named if len(name) >= _SHORTEST_NAME), key=lambda name: (-len(name), name)))


def _queries(claim: Claim, names: Sequence[str], sentence: Callable[[Claim], Query]) -> Iterator[tuple[Claim, Query]]:
    """Yield what is looked for, one after another, with the claim as it is then understood.

    "…, dropping from 44 % to 39 %" names no measure of its own: that of the whole sentence is meant.
    """
    yield claim, query_of(claim)
    yield claim, sentence(claim)
    if (place := own_place(claim, names)) is not None:
        there = _without_name(replace(claim, place=place), place)
        yield there, replace(query_of(there), places=(place,))
        yield there, replace(sentence(there), places=(place,))


def _without_name(claim: Claim, name: str) -> Claim:
    """Return a claim without the name of its place among its words, each at its place still: a name is no measure."""
    blank = re.compile(re.escape(name), re.IGNORECASE)
    measure, quote, context = (blank.sub(" " * len(name), text) for text in (claim.measure, claim.quote, claim.context))
    return replace(claim, measure=" ".join(measure.split()), quote=quote, context=context)


def own_place(claim: Claim, names: Sequence[str]) -> str | None:
    """Return the place of the user's own files that the sentence names, the longest name first."""
    there = claim.named(names)
    return next((name for name in names if name in there), None)


def _covers(claim: Claim, rows: Sequence[Observation]) -> bool:
    """Return whether there is a figure in the claim's years at one of its places; what the figure is has no say."""
    named = {claim.place, *(mention.value for mention in claim.places)} - {None}
    meant, spans = named | {UNNAMED_PLACE} if named else named, [mention.value for mention in claim.periods]
    there = (row for row in rows if row.value is not None and (not meant or row.place in meant))
    return any(not spans or any(row.period.overlaps(when) for when in spans) for row in there)
