"""Checks a formula's units before anything is fetched, by the same rules as the evaluation, from the series' units alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from workbench.core.series import Series
from workbench.formula.evaluation.aggregates import COUNTED, OPS
from workbench.formula.evaluation.calls import literal
from workbench.formula.evaluation.changes import changed
from workbench.formula.evaluation.rank import RANK
from workbench.formula.language.errors import NoSeriesError, NoSuchSeriesInFormulaError, UnitsError
from workbench.formula.language.expanded_functions import stands_for
from workbench.formula.language.nodes import (
    Argument,
    Call,
    Formula,
    Minus,
    NameNode,
    Node,
    NumberNode,
    Operation,
    PeriodNode,
    Pick,
    Stretch,
)
from workbench.formula.language.operator_table import SIGNS
from workbench.formula.language.walking import meant, names
from workbench.formula.measures.additivity import is_growth, why_no_sum
from workbench.formula.measures.measure import HUNDRED, NUMBER, ONE, SHARE, Measure, measure_of
from workbench.formula.measures.unit_algebra import added, combined, divided, like, multiplied


def check_units(formula: Formula, series: Mapping[str, Series]) -> Measure:
    """Find what a formula's result measures.

    Args:
        formula: The formula.
        series: What is known of each series, by `Name.written`.

    Raises:
        FormulaError: Its parts are of two kinds, or it names a series that is not among these.

    >>> from workbench.formula.language.parser import parse
    >>> from workbench.core.quantity import Dimension, Unit
    >>> from workbench.core.series import SeriesRef
    >>> known = {f"a:{k}": Series(ref=SeriesRef("a", k), title=k, unit=Unit(Dimension.COUNT, k)) for k in ("death", "person")}
    >>> check_units(parse("a.death / a.person * 1000"), known).words
    'death per 1,000 persons'
    """
    if not names(formula):
        raise NoSeriesError
    checking = _Checking(series, dict(formula.lets))
    for name, _ in formula.lets:
        checking.measure(NameNode("", name))
    return checking.measure(formula.body)


class _Checking:
    """The check of a formula, part by part."""

    def __init__(self, series: Mapping[str, Series], lets: Mapping[str, Node]) -> None:
        self._series, self._lets = series, lets
        self._known: dict[str, Measure] = {}

    def measure(self, node: Argument) -> Measure:
        """Find what a part measures."""
        match node:
            case NumberNode():
                return NUMBER
            case NameNode():
                return self._named(node)
            case Pick():
                return self._named(node.series)
            case Minus():
                return self.measure(node.of)
            case Operation():
                return self._joined(node)
            case Call():
                short_for = stands_for(node)
                return _BY_NAME[node.function](self, node) if short_for is None else self.measure(short_for)
        return NUMBER

    def of(self, node: Argument) -> Series | None:
        """Find the series from which a part picks figures; None for any other part."""
        name = node.series if isinstance(node, Pick) else node
        found = meant(name, self._lets) if isinstance(name, NameNode) else None
        return self._series.get(found.written) if isinstance(found, NameNode) else None

    def _named(self, name: NameNode) -> Measure:
        node = meant(name, self._lets)
        if not isinstance(node, NameNode):
            if name.key not in self._known:
                self._known[name.key] = self.measure(node)
            return self._known[name.key]
        if node.written not in self._series:
            raise NoSuchSeriesInFormulaError(node.written, at=name.at)
        return measure_of(self._series[node.written].unit)

    def _joined(self, node: Operation) -> Measure:
        left, right = self.measure(node.left), self.measure(node.right)
        number = literal(node.right)
        if SIGNS[node.sign].swaps and literal(node.left) is not None:
            left, right, number = right, left, literal(node.left)
        return combined(node.sign, left, right, number, node.at).measure


def _several(walk: _Checking, node: Call) -> Measure:
    first, *rest = (walk.measure(each) for each in node.given)
    for each in rest:
        added(first, each, "+", node.at)
    if node.function == "sum":
        _no_stocks(walk, node)
    return COUNTED if node.function == "count" else first


def _no_stocks(walk: _Checking, node: Call) -> None:
    for each in node.given:
        series = walk.of(each) if isinstance(each, Pick) and isinstance(each.when, Stretch) else None
        if series is not None and (why := why_no_sum(series)):
            raise UnitsError(why, "Use mean, or cumulated for changes in percent.", node.at)


def _cumulated(walk: _Checking, node: Call) -> Measure:
    series = walk.of(node.given[0])
    if series is not None and is_growth(series):
        return SHARE
    if node.function == "cumulated":
        _no_stocks(walk, node)
    return walk.measure(node.given[0])


def _moved(walk: _Checking, node: Call) -> Measure:
    given = [walk.measure(each) for each in node.given if not isinstance(each, PeriodNode | Stretch)]
    return changed(node.function, given[0], given[-1], node.at)


def _share(walk: _Checking, node: Call) -> Measure:
    like(walk.measure(node.given[0]), walk.measure(node.given[1]), "share", node.at)
    return SHARE


def _ratio(walk: _Checking, node: Call) -> Measure:
    left, right = (walk.measure(each) for each in node.given[:2])
    return divided(left, right, literal(node.given[1]), node.at).measure


def _per(walk: _Checking, node: Call) -> Measure:
    times: Decimal | None = literal(node.given[2]) if len(node.given) > 2 else ONE
    return multiplied(_ratio(walk, node), NUMBER, times or HUNDRED, node.at).measure


def _last(walk: _Checking, node: Call) -> Measure:
    return [walk.measure(each) for each in node.given[:2]][-1]


def _first(walk: _Checking, node: Call) -> Measure:
    return walk.measure(node.given[0])


def _rank(walk: _Checking, node: Call) -> Measure:
    walk.measure(node.given[0])
    return RANK


_BY_NAME: dict[str, Callable[[_Checking, Call], Measure]] = {
    **dict.fromkeys(OPS, _several),
    **dict.fromkeys(("change", "points", "difference", "times", "growth", "index"), _moved),
    **dict.fromkeys(("cumulated", "annualised"), _cumulated),
    **dict.fromkeys(("abs", "round"), _first),
    "share": _share,
    "per": _per,
    "part": _last,
    "rank": _rank,
}
