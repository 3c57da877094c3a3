"""Functions that abbreviate a formula: expands a call of one."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from workbench.formula.language.functions import FUNCTIONS
from workbench.formula.language.nodes import Argument, Call, Formula, Minus, NameNode, Node, NumberNode, Operation
from workbench.formula.language.parser import parse
from workbench.formula.language.renaming import mapped

_PLACED = (NumberNode, Call, Operation, Minus)
"""Node types of a meaning, besides the call's arguments; each gets the position of the call."""


def stands_for(call: Call) -> Node | None:
    """Expand a call to the formula that it abbreviates, with its arguments inserted; None for a function with an evaluation of its own.

    >>> from workbench.formula.language.parser import parse
    >>> from workbench.formula.language.printer import show
    >>> show(Formula((), stands_for(parse("ratio(un.asylum, wb.pop)").body)))
    'un.asylum / wb.pop'
    """
    means = FUNCTIONS[call.function].means
    if not means:
        return None
    given = dict(zip("abc", call.given, strict=False))

    def filled(part: Argument) -> Argument:
        if isinstance(part, NameNode) and not part.source and part.key in given:
            return given[part.key]
        return replace(part, at=call.at) if isinstance(part, _PLACED) else part

    return mapped(_read(means), filled).body


@cache
def _read(means: str) -> Formula:
    return parse(means)
