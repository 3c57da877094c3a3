"""The right figure of the wrong place, and the figure as first published; only figures that were fetched are tried."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import partial

from workbench.compare import finding_words
from workbench.compare.alignment.series_table import SeriesTable, group_table, tables
from workbench.compare.arithmetic.calculation_sheet import Sheet
from workbench.compare.explanations.accidental_fit import among
from workbench.compare.explanations.recomputed_figure import FigureCalculator
from workbench.compare.explanations.slip_trial import Missed, Try, fitting
from workbench.compare.figure_limits import workable
from workbench.core.number import shown
from workbench.core.place import place_name, places
from workbench.core.series import Observation
from workbench.core.slip import Slip

MOST_PLACES = 40
"""Most places tried. With more, one would fit by chance alone."""

_FEWEST_MEMBERS = 3
_ALIKE = 4
"""Equal first letters that make two names easy to confuse: Niger and Nigeria, Slovenia and Slovakia."""


def of_places(missed: Missed) -> Iterator[Slip]:
    """Yield every other place whose figure the claim gives, places with a similar name first."""
    if missed.found.period is None or len(_others(missed)) > MOST_PLACES:
        return
    there = tables(missed.case.where.series, missed.case.fetched)
    others = [table for place, table in there.items() if place != missed.found.place]
    if not others:
        return
    rulers = (FigureCalculator(table, missed.question) for table in (*others, *_groups(missed, there)))
    tries = [each for rule in rulers if (each := _try(missed, rule)) is not None]
    yield from fitting(missed, tries, among(missed.question.claimed.range, [each.figure for each in tries]))


def _others(missed: Missed) -> frozenset[str]:
    """List the places other than the claim's that have usable rows; their tables are not built yet."""
    rows = missed.case.fetched
    return frozenset(
        row.place for row in rows if row.place != missed.found.place and workable(row.value) and workable(row.step)
    )


def _groups(missed: Missed, there: Mapping[str, SeriesTable]) -> Iterator[SeriesTable]:
    """Yield the groups of countries that the fetched ones form: the euro area given for the Union."""
    for code, place in places().items():
        few = len(there.keys() & {member for member, _, _ in place.members}) < _FEWEST_MEMBERS
        if place.members and not few and code not in there and code != missed.found.place:
            yield group_table(missed.case.where.series, place, there)


def _try(missed: Missed, rule: FigureCalculator) -> Try | None:
    period, base = missed.found.period, missed.found.base
    if period is None:
        return None
    figure = rule.quick(period) if missed.question.mode is None else rule.quick_change(base or period, period)
    return None if figure is None or not workable(figure) else Try(figure, partial(_slip, missed, rule))


def _slip(missed: Missed, rule: FigureCalculator) -> Slip:
    sheet, period, base, question = Sheet(), missed.found.period, missed.found.base, missed.question
    figure_words = ""
    if period is not None and question.mode is None and (found := rule.aligned(period)) is not None:
        figure = rule.level(sheet, found)
        figure_words = finding_words.counted(
            figure.value, question.unit, finding_words.places_for(figure.value, question.amount)
        )
    elif period is not None and base is not None and (moved := rule.change(sheet, base, period)) is not None:
        figure_words = finding_words.movement(moved.value, question)
    place = rule.table.place
    size = 1 if _alike(place_name(place), place_name(missed.found.place)) else 3
    return Slip(
        kind="other-place", says=f"It would hold for {place_name(place)}: {figure_words}.", trace=sheet.trace(), size=size,
        place=place, period=period, base=base,
    )  # fmt: skip


def _alike(one: str, other: str) -> bool:
    return one[:_ALIKE] == other[:_ALIKE]


def of_vintages(missed: Missed) -> Iterator[Slip]:
    """Yield earlier or later vintages of the same period, where both are known."""
    if missed.question.mode is not None or len(missed.found.trace.evidence()) > 1:
        return
    period, place, used = missed.found.period, missed.found.place, missed.found.measured
    rows = [
        o for o in missed.case.fetched if o.place == place and o.period == period and o.vintage and o.value is not None
    ]
    table = missed.case.where
    tries = []
    for row in rows:
        rule = FigureCalculator(_only(table, row), missed.question)
        figure = rule.quick(row.period)
        if figure is not None and figure != used:
            tries.append(Try(figure, partial(_vintage, rule, row)))
    yield from fitting(missed, tries, among(missed.question.claimed.range, [each.figure for each in tries]))


def _only(table: SeriesTable, row: Observation) -> SeriesTable:
    return replace(table, rows=(row,))


def _vintage(rule: FigureCalculator, row: Observation) -> Slip:
    sheet, found = Sheet(), rule.aligned(row.period)
    value = rule.level(sheet, found).value if found is not None else Decimal(0)
    day = row.vintage.isoformat() if row.vintage else "another day"
    words = f"It would hold by the figure for {row.period.label} as published on {day}: {shown(value)}."
    return Slip(kind="vintage", says=words, trace=sheet.trace(), size=1, place=row.place, period=row.period)
