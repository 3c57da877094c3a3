"""The figures that a formula picks: one of a period, a column over a stretch of time, or a column over the places of a group."""

from __future__ import annotations

from datetime import date, timedelta

from workbench.compare import caveats as warn
from workbench.compare.align import Aligned, align
from workbench.compare.arithmetic import level
from workbench.compare.formula.errors import NOWHERE, At, NoFigureError
from workbench.compare.formula.flows import adds_up
from workbench.compare.formula.ground import Ground
from workbench.compare.formula.measure import ONE, measure_of
from workbench.compare.formula.nodes import Moment, Name, Pick, Stretch
from workbench.compare.formula.times import Slots, period_of
from workbench.compare.formula.values import Column, Origin, Value, Worked
from workbench.compare.measuring import no_rows
from workbench.compare.says import unit_words
from workbench.compare.table import Table, latest, revisions
from workbench.core.finding import Caveat
from workbench.core.period import Frequency, Period, span
from workbench.core.place import place_name, places
from workbench.core.series import Observation
from workbench.core.timecode import write_time

SAID = Moment("said")
_OTHER = "Choose another period, place or series."


def picked(ground: Ground, pick: Pick) -> Worked:
    """What a pick of the formula is.

    Raises:
        FormulaError: There is no such figure.
    """
    name = pick.series.written
    if pick.group:
        return over_places(ground, name, pick.group, pick.when, pick.at)
    where = located(ground, name, pick.place, pick.at)
    if isinstance(pick.when, Stretch):
        return over_time(ground, name, where, pick.when, pick.at)
    return one(ground, name, where, pick.when or SAID, pick.at)


def bare(ground: Ground, name: Name) -> Worked:
    """A series without brackets: its figure for the claim's own place and period."""
    return picked(ground, Pick(name, at=name.at))


def located(ground: Ground, name: str, place: str, at: At = NOWHERE) -> Table:
    """The figures at a place.

    Raises:
        NoFigureError: The claim names no place and the series has several.
    """
    where = ground.table(name, place)
    if where.place is None:
        says = f"The claim names no place, and “{where.series.title}” has several."
        raise NoFigureError(says, "Write the place in brackets, such as [MKD, 2021].", at)
    ground.told.warn(*where.caveats)
    return where


def one(ground: Ground, name: str, where: Table, when: Moment, at: At = NOWHERE) -> Value:
    """The figure of a period, made of its parts where the series is finer.

    Raises:
        NoFigureError: There is none.
    """
    period, others = settled(ground, where, when, at)
    key = (name, where.place, period)
    if key not in ground.read:
        found = no_rows(where) or align(where, period, others)
        if isinstance(found, Caveat):
            raise NoFigureError(found.says, _OTHER, at)
        ground.count(len(found.used), at)
        ground.read[key] = _value(ground, name, where, found, period)
    return ground.read[key]


def settled(ground: Ground, where: Table, when: Moment, at: At = NOWHERE) -> tuple[Period, tuple[Period, ...]]:
    """The period that a moment is, with the other readings of the claim's words where it is the claim's own.

    Raises:
        FormulaError: The claim names no period, or the series has no figure yet.
    """
    named = ground.claim.period
    if when.anchor == "said" and not when.years and named is not None:
        return named.noun, named.alternatives
    period = None if when.anchor == "said" and named is None else period_of(when, ground.slots)
    if period is not None:
        return period, ()
    row = latest(where, ground.slots.said)
    if row is None:
        raise NoFigureError(warn.no_figure(where.series, where.place, None, where.rows).says, _OTHER, at)
    ground.told.warn(_latest(row, ground.slots.said))
    moved = period_of(Moment("said", when.years), _at(ground, row.period)) if when.years else row.period
    return moved or row.period, ()


def _at(ground: Ground, period: Period) -> Slots:
    return Slots(ground.claim.place, period, None, ground.slots.said)


def _latest(row: Observation, day: date) -> Caveat:
    says = f"The latest figure that was complete on {day.day} {day:%b %Y} was taken ({row.period.label})."
    return Caveat("no-period", says)


def _value(ground: Ground, name: str, where: Table, found: Aligned, asked: Period) -> Value:
    series = where.series
    unit, words = series.unit, unit_words(series.unit)
    figure = level(
        ground.sheet, found, unit=unit, target=words, factor=ONE, where=_where(ground, where), parts=where.parts
    )
    ground.told.warn(*found.caveats, *_known(ground, name, found))
    flow = adds_up(series)
    part = _part(asked, found) if flow else None
    origin = Origin(found.period, None, where.place, flow=flow, of=frozenset({name}), part=part)
    return Value(figure, measure_of(unit), origin)


def _where(ground: Ground, where: Table) -> str:
    """How the lines call the figure: by series and place where there are several series, else by place."""
    several = len({given.series.ref for given in ground.figures.values()}) > 1
    place = place_name(where.place)
    return f"{where.series.title}, {place}" if several else place


def _known(ground: Ground, name: str, found: Aligned) -> tuple[Caveat, ...]:
    said = ground.claim.said
    early = (warn.before_end(said, found.period),) if said is not None and said < found.period.end else ()
    return (*early, *revisions(ground.figures[name].observations, found.used, said))


def _part(asked: Period, found: Aligned) -> Caveat | None:
    """A total of a longer stretch than was asked for says nothing of the part by itself."""
    if not found.coarse or asked.frequency is Frequency.DAY:
        return None
    text = (
        f"What falls into {asked.label} cannot be told from the figure of {found.period.label}, of which it is a part."
    )
    return Caveat("part-of-whole", text)


# --- columns -------------------------------------------------------------------------------------------


def over_time(ground: Ground, name: str, where: Table, stretch: Stretch, at: At = NOWHERE) -> Column:
    """The figures of a series from one period to another, as finely as the stretch is written where it has them so.

    Raises:
        FormulaError: It has none there, or the stretch runs backward.
    """
    first, last = (settled(ground, where, moment, at)[0] for moment in (stretch.first, stretch.last))
    if last.end <= first.start:
        raise NoFigureError(f"{first.label} to {last.label} runs backward.", "Write the earlier period first.", at)
    whole = span(first.start, last.end)
    rows = _of_one_length([row for row in where.rows if whole.contains(row.period)], first)
    there = [row for row in rows if row.value is not None]
    if not there:
        caveat = warn.no_figure(where.series, where.place, whole, where.rows)
        raise NoFigureError(caveat.says, "Write the periods as the series has them.", at)
    ground.count(len(there), at)
    cells = [one(ground, name, where, Moment(write_time(row.period)), at) for row in there]
    keys = tuple(row.period.label for row in there)
    return Column(tuple(cells), keys, "time", where.series, tuple(_gaps(rows, whole)), whole)


def _of_one_length(rows: list[Observation], like: Period) -> list[Observation]:
    """The rows whose periods are as long as the one that was written, or else the longest that there are."""
    kinds = {row.period.frequency for row in rows}
    if like.frequency in kinds or not kinds:
        kind = like.frequency
    else:
        kind = max(rows, key=lambda row: row.period.end - row.period.start).period.frequency
    return [row for row in rows if row.period.frequency is kind]


def _gaps(rows: list[Observation], whole: Period) -> list[str]:
    """Of which parts of a stretch there is no figure."""
    gaps, day = [], whole.start
    for row in rows:
        if row.period.start > day:
            gaps.append(span(day, row.period.start).label)
        if row.value is None:
            gaps.append(row.period.label)
        day = max(day, row.period.end)
    short = whole.end - day
    return [*gaps, span(day, whole.end).label] if short > timedelta(0) else gaps


def over_places(ground: Ground, name: str, group: str, when: Moment | Stretch | None, at: At = NOWHERE) -> Column:
    """The figures of all members that a group had in a year.

    Raises:
        FormulaError: None of them has one, or the group is none.
    """
    if isinstance(when, Stretch):
        hint = "Write one period: x[in=EU27, 2023]."
        raise NoFigureError("A group of places and a stretch of years together are a table, not a column.", hint, at)
    period, members = membership(ground, name, group, when or SAID, at)
    cells, keys, gaps = [], [], []
    for code in members:
        where = ground.table(name, code)
        if where.rows and not isinstance(align(where, period), Caveat):
            cells.append(one(ground, name, where, Moment(write_time(period)), at))
            keys.append(code)
        else:
            gaps.append(place_name(code))
    if not cells:
        series = ground.figures[name].series
        says = f"“{series.title}” has no figure of any member of {place_name(group)} in {period.label}."
        raise NoFigureError(says, "Choose another period or series.", at)
    return Column(tuple(cells), tuple(keys), "places", ground.figures[name].series, tuple(gaps), period)


def membership(ground: Ground, name: str, group: str, when: Moment, at: At = NOWHERE) -> tuple[Period, tuple[str, ...]]:
    """The period that is meant, and who belonged to the group then.

    Raises:
        NoFigureError: The group has no members.
    """
    known = places().get(group)
    settles = ground.table(name, "")
    period, _ = settled(ground, settles, when, at)
    members = known.members_in((period.end - timedelta(days=1)).year) if known else ()
    if len(members) < 2:
        says = f"{place_name(group)} is no group of places."
        raise NoFigureError(says, "Write a group, such as in=EU27 or in=WB6.", at)
    return period, members
