"""The functions of formulas: the arguments and the result of each, in words, and one example."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Function:
    """One function, as the parser, the completion and the manual use it.

    Attributes:
        name: How it is written.
        gives: Its result, described for a statistician.
        example: A call of it.
        least: Minimum number of arguments without a name.
        most: Maximum number of them.
        moments: Whether periods may follow the first argument.
        named: The names that arguments may have.
        flags: Flag words that it accepts.
        of_many: Its operation over all its figures (`workbench.core.trace_operations`); empty for a function of another kind.
        noun: What its line of arithmetic calls the result, where it is not the name.
        means: The formula that it abbreviates, with its arguments as `a`, `b` and `c`; empty where it has an evaluation of its own. A
            function with such a formula is defined only by this row.
    """

    name: str
    gives: str
    example: str
    least: int = 1
    most: int = 1
    moments: bool = False
    named: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    of_many: str = ""
    noun: str = ""
    means: str = ""


_MANY = 60

_ALL = (
    Function("sum", "figures added up; flows over time, counts over places", "sum(x[2021-01..2021-09])", most=_MANY, of_many="sum"),
    Function("mean", "the arithmetic mean", "mean(x[2015..2023])", most=_MANY, of_many="mean"),
    Function("median", "the figure in the middle", "median(x[in=EU27, 2023])", most=_MANY, of_many="median"),
    Function("min", "the lowest figure", "min(x[2015..2023])", most=_MANY, of_many="lowest", noun="lowest"),
    Function("max", "the highest figure", "max(x[2015..2023])", most=_MANY, of_many="highest", noun="highest"),
    Function("count", "how many figures there are", "count(x[in=EU27, 2023])", most=_MANY, of_many="count", noun="number"),
    Function("cumulated", "flows added up, changes in percent multiplied up", "cumulated(x[2020..2023])"),
    Function("annualised", "a part of a year brought to a whole one", "annualised(x[2021-01..2021-09])"),
    Function("change", "the change in percent", "change(x, 2020, 2021)", most=3, moments=True),
    Function("points", "the change of a percentage in points", "points(x, 2020, 2021)", most=3, moments=True),
    Function("difference", "the change in the figure's own unit", "difference(x, 2020, 2021)", most=3, moments=True),
    Function("times", "how many times the earlier figure the later one is", "times(x, 2010, 2021)", most=3, moments=True),
    Function("growth", "the steady change a year, in percent", "growth(x, 2015, 2023)", least=2, most=3, moments=True),
    Function("index", "the figure where a base period is 100", "index(x, base=2015, 2023)", most=3, moments=True, named=("base",)),
    Function("share", "a part in percent of a whole", "share(x, y)", least=2, most=2),
    Function("ratio", "one figure divided by another", "ratio(x, y)", least=2, most=2, means="a / b"),
    Function("per", "one figure for so many of another", "per(x, y, 100000)", least=2, most=3),
    Function("part", "so many percent of a whole", "part(x, y)", least=2, most=2),
    Function("rank", "the place among a group or over years, 1 the highest", "rank(x, in=EU27, 2023)", most=3, moments=True, named=("in", "at"), flags=("lowest",)),
    Function("abs", "the figure without its sign", "abs(x)"),
    Function("round", "rounded to so many places after the point", "round(x, 1)", most=2),
)  # fmt: skip

FUNCTIONS = {each.name: each for each in _ALL}
"""Every function by its name."""

SAME_AS = {"percent": "share", "pct": "share", "avg": "mean", "average": "mean", "annualized": "annualised", "cumulative": "cumulated", "cagr": "growth", "multiple": "times"}  # fmt: skip
"""Aliases that people write, with the function that is meant."""
