"""Which series of the user's own files measures a claim.

Files of one's own are small, and name places that no gazetteer knows. So more is tried than over a whole catalogue: a series with
figures for the claim's years goes before one without, a clause that names no measure has its sentence's, and a place that stands in
the file and in the sentence is the one that is meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.compare.told import sort_told
from workbench.core.candidate import Candidate
from workbench.core.claim import Claim
from workbench.core.errors import Problem
from workbench.core.place import places
from workbench.core.series import Observation, Series, SeriesRef
from workbench.match import Query, query_of

Figures = Mapping[SeriesRef, list[Observation]]

_SHORTEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Measured:
    """A claim as it is put to a series of the files, with the series' figures and what their reader told of them."""

    claim: Claim
    series: Series
    rows: Sequence[Observation]
    told: Sequence[Problem] = ()


def measured_by(
    claim: Claim,
    figures: Figures,
    names: Sequence[str],
    sentence: Callable[[Claim], Query],
    ranked: Callable[[Query], Sequence[Candidate]],
    *,
    answered: Callable[[Measured], Measured],
) -> Measured | None:
    """The best series with figures for the claim's place and years, by its own words first and then by its sentence's.

    One of which the claim says which part it means goes before one that is a part nobody named. Where none has such figures, the
    best without: that it has none is an answer too.

    Args:
        claim: The claim.
        figures: What the files hold.
        names: What `places_of` gives of them.
        sentence: What the sentence of a claim asks of a series.
        ranked: The best candidates of the files.
        answered: The figures that a claim asks of a series, and what the file's reader told of them.
    """
    without: Measured | None = None
    for put, query in _queries(claim, names, sentence):
        usable = [c.series for c in ranked(query) if c.barred is None]
        there = [Measured(put, each, figures.get(each.ref, [])) for each in usable]
        covering = [each for each in there if _covers(put, each.rows)]
        if covering:
            return _named_part(answered(each) for each in covering)
        without = without or next(iter(there), None)
    return answered(without) if without else None


def _named_part(found: Iterator[Measured]) -> Measured:
    """The first that nothing leaves open, else the first."""
    first = next(found)
    each = (first, *found) if sort_told(first.told).doubts else (first,)
    return next((one for one in each if not sort_told(one.told).doubts), first)


def places_of(figures: Figures) -> tuple[str, ...]:
    """The places of the files that the table of places does not know, the longest name first."""
    named = {row.place for rows in figures.values() for row in rows} - set(places())
    return tuple(sorted((name for name in named if len(name) >= _SHORTEST_NAME), key=lambda name: (-len(name), name)))


def _queries(claim: Claim, names: Sequence[str], sentence: Callable[[Claim], Query]) -> Iterator[tuple[Claim, Query]]:
    """What is looked for, one after another, with the claim as it is then understood.

    "…, dropping from 44 % to 39 %" names no measure of its own: that of the whole sentence is meant.
    """
    yield claim, query_of(claim)
    yield claim, sentence(claim)
    if (place := _own_place(claim, names)) is not None:
        there = _without_name(replace(claim, place=place), place)
        yield there, replace(query_of(there), places=(place,))
        yield there, replace(sentence(there), places=(place,))


def _without_name(claim: Claim, name: str) -> Claim:
    """A claim without the name of its place among its words, each at its place still: a name is no measure."""
    blank = re.compile(re.escape(name), re.IGNORECASE)
    measure, quote, context = (blank.sub(" " * len(name), text) for text in (claim.measure, claim.quote, claim.context))
    return replace(claim, measure=" ".join(measure.split()), quote=quote, context=context)


def _own_place(claim: Claim, names: Sequence[str]) -> str | None:
    """The place of the user's own files that the sentence names, the longest name first."""
    text = f" {claim.context.casefold()} "
    for name in names:
        at = text.find(name.casefold())
        if at > 0 and not text[at - 1].isalnum() and not text[at + len(name)].isalnum():
            return name
    return None


def _covers(claim: Claim, rows: Sequence[Observation]) -> bool:
    """Whether there is a figure in the claim's years at one of its places; what the figure is has no say."""
    named = {claim.place, *(mention.noun for mention in claim.places)} - {None}
    spans = [mention.noun for mention in claim.periods]
    there = [row for row in rows if row.value is not None and (not named or row.place in named)]
    return any(not spans or any(row.period.overlaps(when) for when in spans) for row in there)
