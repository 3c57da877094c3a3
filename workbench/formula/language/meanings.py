"""Functions that are short for a formula: what a call of one stands for."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from workbench.formula.language.functions import FUNCTIONS
from workbench.formula.language.nodes import Argument, Call, Formula, NameNode, Node
from workbench.formula.language.parser import parse
from workbench.formula.language.renaming import mapped


def stands_for(call: Call) -> Node | None:
    """What a call is short for, with what it was given in its place; None for a function with an evaluation of its own.

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
        return part if isinstance(part, NameNode) or not hasattr(part, "at") else replace(part, at=call.at)

    return mapped(_read(means), filled).body


@cache
def _read(means: str) -> Formula:
    return parse(means)
