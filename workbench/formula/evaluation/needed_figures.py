"""Figures that a formula needs: the places and years of each series, to be fetched before it is evaluated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.core.claim import Claim
from workbench.core.dates.period_codes import read_time
from workbench.core.period import Frequency, Period
from workbench.core.place import places
from workbench.formula.language.brackets import HERE
from workbench.formula.language.errors import FormulaError
from workbench.formula.language.formula_size_limits import MOST_YEARS
from workbench.formula.language.nodes import (
    Argument,
    Call,
    Formula,
    GroupNode,
    Minus,
    NameNode,
    Operation,
    PeriodNode,
    Pick,
    Stretch,
)
from workbench.formula.language.periods import TimeSlots, period_of, slots
from workbench.formula.language.walking import everything, meant, names

_BACK = 10
"""Years before the day that are searched for the latest figure."""


@dataclass(frozen=True, slots=True)
class Need:
    """The request to a source for one series.

    Attributes:
        places: Codes of places; empty for all that the series has.
        first: The first year.
        last: The last year, inclusive.
        frequency: The length of the periods in the formula; None where they differ or come from the claim.
    """

    places: tuple[str, ...]
    first: int
    last: int
    frequency: Frequency | None = None


def needs(formula: Formula, claim: Claim, today: date) -> Mapping[str, Need]:
    """Collect what a formula needs from each series, by `NameNode.written`.

    >>> from workbench.formula.language.parser import parse
    >>> from workbench.core.claim import ClaimKind
    >>> from workbench.core.document import Span
    >>> said = Claim(id="c", document="d", span=Span(0, 1), quote="", sentence=Span(0, 1), context="", kind=ClaimKind.LEVEL)
    >>> needs(parse("change(un.asylum[MKD, 2020], un.asylum[MKD, 2021])"), said, date(2022, 3, 1))["un:asylum"]
    Need(places=('MKD',), first=2020, last=2021, frequency=<Frequency.YEAR: 'year'>)
    """
    filled = slots(claim, today)
    spans = list(_spans(formula, filled))
    first = min((span.start.year for span in spans), default=filled.said.year - _BACK)
    last = max((_last_year(span) for span in spans), default=filled.said.year)
    last = min(last, first + MOST_YEARS)
    wanted = _wanted(formula, filled, last)
    length = _length(formula)
    return {each.written: Need(wanted[each.written], first, last, length) for each in names(formula)}


def _last_year(period: Period) -> int:
    return (period.end - timedelta(days=1)).year


def _spans(formula: Formula, filled: TimeSlots) -> Iterator[Period]:
    """Yield every written period, and the claim's own; the last years where only the figures show which is the latest."""
    yield from (period for period in (filled.period, filled.base) if period is not None)
    for part in everything(formula):
        for moment in _moments(part):
            yield from _period(moment, filled)


def _moments(part: Argument) -> Iterator[PeriodNode]:
    if isinstance(part, PeriodNode):
        yield part
    elif isinstance(part, Stretch):
        yield from (part.first, part.last)


def _period(moment: PeriodNode, filled: TimeSlots) -> Iterator[Period]:
    try:
        period = period_of(moment, filled)
    except FormulaError:  # the evaluation reports it, with the place in the text
        return
    if period is not None:
        yield period
        return
    for year in (filled.said.year - _BACK + min(moment.years, 0), filled.said.year):
        yield Period(date(max(1, year), 1, 1), date(max(1, year), 12, 31))


def _wanted(formula: Formula, filled: TimeSlots, year: int) -> dict[str, tuple[str, ...]]:
    """Collect the places of each series: those written, the members of groups, and the claim's own where it is left open."""
    lets = dict(formula.lets)
    found: dict[str, dict[str, None]] = {each.written: {} for each in names(formula)}
    for node in (*lets.values(), formula.body):
        for name, codes in _uses(node, filled.place or "", year):
            series = meant(name, lets)
            if isinstance(series, NameNode) and series.written in found:
                found[series.written].update(dict.fromkeys(codes))
    return {name: () if "" in codes else tuple(codes) for name, codes in found.items()}


def _uses(node: Argument, here: str, year: int) -> Iterator[tuple[NameNode, tuple[str, ...]]]:
    """Yield the series that a part uses, each with the places that it picks; an empty code means that the claim has no place."""
    match node:
        case NameNode():
            yield node, (here,)
        case Pick():
            yield node.series, _members(node.group, year) if node.group else (node.place or here,)
        case Operation():
            yield from _uses(node.left, here, year)
            yield from _uses(node.right, here, year)
        case Minus():
            yield from _uses(node.of, here, year)
        case Call():
            yield from _used_by(node, here, year)


def _used_by(node: Call, here: str, year: int) -> Iterator[tuple[NameNode, tuple[str, ...]]]:
    named = {name: value.code for name, value in node.named if isinstance(value, GroupNode)}
    first = node.given[0]
    if node.function == "rank" and isinstance(first, NameNode):
        own = named.get("at", HERE)
        yield first, (here if own == HERE else own, *_members(named.get("in", ""), year))
        return
    for each in node.given:
        yield from _uses(each, here, year)


def _members(group: str, year: int) -> tuple[str, ...]:
    known = places().get(group)
    return known.members_in(year) if known and group else ()


def _length(formula: Formula) -> Frequency | None:
    """Find the length of the written periods, where all have the same."""
    codes = [m.anchor for part in everything(formula) for m in _moments(part) if m.anchor[0].isdigit()]
    lengths = {read_time(code).frequency for code in codes}
    return lengths.pop() if len(lengths) == 1 else None
