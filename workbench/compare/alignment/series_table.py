"""The figures of one series at one place: the claim's place, one figure per period, breaks and revisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from workbench.compare import caveats as warn
from workbench.compare.alignment.country_groups import group, made_of_members
from workbench.compare.alignment.derived_figures import NO_PARTS, PeriodParts
from workbench.compare.figure_limits import OUT_OF_RANGE, workable
from workbench.core.claim import Claim, Sort
from workbench.core.conflicting_rows import ConflictFilter, withdrawn_problems
from workbench.core.finding import Caveat
from workbench.core.period import Period
from workbench.core.place import Place, place_name, places
from workbench.core.series import Observation, Series, Status

_NOTHING: tuple[Caveat, ...] = ()


@dataclass(frozen=True, slots=True)
class SeriesTable:
    """The figures of one series at one place, in order of time, one per period.

    Attributes:
        series: The series.
        place: The place; None where the claim names none and the series has several.
        rows: The observations fetched for that place.
        caveats: What was assumed about the place, and what the series' notes warn of.
        parts: The parts of rows that the series itself does not have.
    """

    series: Series
    place: str | None
    rows: tuple[Observation, ...]
    caveats: tuple[Caveat, ...] = ()
    parts: PeriodParts = NO_PARTS


def table(claim: Claim, series: Series, observations: Sequence[Observation]) -> SeriesTable:
    """Select the series' figures at the claim's place, in order of time.

    Where the series has nothing for that place, or the claim has none, another place is taken: one that the claim's
    sentence names and the series has (regions in the user's own files have no code), or for a claim without a place the
    only one.
    """
    found = sorted({o.place for o in observations})
    place, assumed = claim.place, _NOTHING
    if place not in found and (other := _named_place(claim, found)) is not None:
        place, assumed = other
    found_there = table_at(series, observations, place)
    return replace(found_there, caveats=(*assumed, *found_there.caveats, *warn.definition(series)))


def table_at(series: Series, observations: Sequence[Observation], place: str | None) -> SeriesTable:
    """Select the series' figures at one place; those of a group without its own are made from its members'."""
    there = [o for o in observations if o.place == place]
    rows = [o for o in there if workable(o.value) and workable(o.step)]
    left_out = (OUT_OF_RANGE,) if len(rows) < len(there) else ()
    whole = None if there else group(place)
    if whole is None:
        kept = ConflictFilter(rows)
        twice = tuple(Caveat(p.kind, str(p)) for p in withdrawn_problems(series.title, kept.withdrawn))
        return SeriesTable(series, place, _newest(kept.observations), (*left_out, *twice))
    return group_table(series, whole, tables(series, observations))


def group_table(series: Series, whole: Place, there: Mapping[str, SeriesTable]) -> SeriesTable:
    """Compute the figures of a group of places from those of its members."""
    made = made_of_members(series, whole, {code: each.rows for code, each in there.items()})
    return SeriesTable(series, whole.code, made.rows, made.caveats, PeriodParts(made.parts))


def tables(series: Series, observations: Sequence[Observation]) -> dict[str, SeriesTable]:
    """Split the series' figures by place code."""
    by_place: dict[str, list[Observation]] = {}
    for row in observations:
        if workable(row.value) and workable(row.step):
            by_place.setdefault(row.place, []).append(row)
    return {
        place: SeriesTable(series, place, _newest(ConflictFilter(rows).observations))
        for place, rows in by_place.items()
    }


def _named_place(claim: Claim, found: Sequence[str]) -> tuple[str, tuple[Caveat, ...]] | None:
    if claim.place in {mention.value for mention in claim.places}:
        return None
    comparator_spans = [each.span for each in claim.qualifiers if each.value.sort is Sort.BESIDE]
    found = [place for place in found if not claim.names_part_of(place)]
    elsewhere = any(note.kind == "unread-place" for note in claim.notes)
    # a part is not its country: "in Nairobi" is not all of Kenya
    if claim.place is not None and claim.place not in places():
        found, elsewhere = [place for place in found if place not in places()], True
    named_places = () if elsewhere else claim.places
    if elsewhere:  # "France's neighbours" is a place without a name, and not France
        found = [place for place in found if place not in {mention.value for mention in claim.places}]
    named = [
        m.value for m in named_places if m.value in found and not any(span.covers(m.span) for span in comparator_spans)
    ]
    named = list(dict.fromkeys(named)) or _by_name(claim, found)
    if len(named) == 1:
        message = f"The figures are those of {place_name(named[0])}, which the sentence names."
        return named[0], (Caveat("assumed-place", message),)
    if claim.place is None and len(found) == 1 and not elsewhere:
        message = f"The claim names no place; the series has only {place_name(found[0])}."
        return found[0], (Caveat("assumed-place", message),)
    return None


def _by_name(claim: Claim, found: Sequence[str]) -> list[str]:
    """Find the places of a series that the claim's sentence names: regions and cities that no table of places has."""
    names = claim.named(place_name(place) for place in found)
    return [place for place in found if place_name(place) in names]


def _newest(rows: Sequence[Observation]) -> tuple[Observation, ...]:
    """Keep one observation per period: the newest vintage, in order of time."""
    best: dict[Period, Observation] = {}
    for row in rows:
        there = best.get(row.period)
        if there is None or (row.vintage or date.min) > (there.vintage or date.min):
            best[row.period] = row
    return tuple(best[period] for period in sorted(best))


def revisions(rows: Sequence[Observation], used: Sequence[Observation], said: date | None) -> tuple[Caveat, ...]:
    """Warn of revisions: figures published when the claim was made that differ from those used."""
    if said is None:
        return ()
    found = []
    for current in used:
        then = [
            row
            for row in rows
            if row.period == current.period and row.place == current.place and row.vintage and row.vintage <= said
        ]
        newest = max(then, key=lambda row: row.vintage or date.min, default=None)
        if newest is not None and newest.value != current.value:
            found.append(warn.revised(current, newest))
    return tuple(found)


def latest(where: SeriesTable, before: date) -> Observation | None:
    """Find the latest observation with a figure whose period was over by a day."""
    there = [row for row in where.rows if row.value is not None and row.period.end <= before]
    return max(there, key=lambda row: (row.period.end, row.period.start), default=None)


def breaks(where: SeriesTable, base: Period, period: Period) -> tuple[Caveat, ...]:
    """Warn of breaks after the base and up to the period: flagged ones, and rebased populations."""
    first, last = sorted((base, period))
    between = [row for row in where.rows if first.start < row.period.start < last.end]
    flagged = (warn.break_at(row) if row.status is Status.BREAK else warn.rebased_at(row) for row in between)
    return tuple(caveat for caveat in flagged if caveat is not None)
