"""Prints a formula in one canonical form; parsing it again gives the same formula."""

from __future__ import annotations

import re

from workbench.core.number import exact
from workbench.core.place import places
from workbench.formula.language.nodes import (
    Argument,
    Call,
    Flag,
    Formula,
    GroupNode,
    Minus,
    NameNode,
    NumberNode,
    Operation,
    PeriodNode,
    Pick,
    Stretch,
)
from workbench.formula.language.operator_table import SIGNS

_KEY = re.compile(r"\w+(?:[.:]\w+)*\Z")
_SOURCE = re.compile(r"[^\W\d]\w*\Z")
_LOOSE, _TIGHT = 0, 3


def show(formula: Formula) -> str:
    """Print a formula.

    >>> from workbench.formula.language.parser import parse
    >>> show(parse("(un.asylum [ 2021,MKD ]/wb.pop)× 100000"))
    'un.asylum[MKD, 2021] / wb.pop * 100000'
    """
    lets = "".join(f"let {name} = {_show(node)}; " for name, node in formula.lets)
    return lets + _show(formula.body)


def _show(node: Argument, binds: int = _LOOSE) -> str:
    match node:
        case NumberNode():
            return exact(node.value)
        case NameNode():
            return written(node)
        case Pick():
            return f"{written(node.series)}[{_brackets(node)}]"
        case Call():
            return _call(node)
        case Minus():
            return f"-{_show(node.of, _TIGHT)}"
        case Operation():
            return _operation(node, binds)
    return _show_argument(node)


def _show_argument(node: Argument) -> str:
    """Print an argument that only functions and brackets have."""
    match node:
        case Stretch():
            return f"{moment(node.first)}..{moment(node.last)}"
        case GroupNode():
            return _place(node.code)
        case Flag():
            return node.word
        case PeriodNode():
            return moment(node)
    raise TypeError(f"{node} is no argument")


def _operation(node: Operation, binds: int) -> str:
    own = SIGNS[node.sign].binds
    text = f"{_show(node.left, own)} {node.sign} {_show(node.right, own + 1)}"
    return f"({text})" if own < binds else text


def written(name: NameNode) -> str:
    """Print a series' name for a formula: bare where possible, else in quotes."""
    if not name.source:
        return name.key
    plain = _SOURCE.match(name.source) and _KEY.match(name.key)
    return f"{name.source}.{name.key}" if plain else f'"{name.source}:{name.key}"'


def _brackets(node: Pick) -> str:
    where = [f"in={_place(node.group)}"] if node.group else [_place(node.place)] if node.place else []
    time = [_show(node.when)] if node.when is not None else []
    return ", ".join([*where, *time]) or "here"


def _place(code: str) -> str:
    return code if code in places() or code == "here" else f'"{code}"'


def moment(node: PeriodNode) -> str:
    """Print a period: ``2021-09``, ``said``, ``said-1``."""
    return f"{node.anchor}{node.years:+d}" if node.years else node.anchor


def _call(node: Call) -> str:
    given = [_show(each) for each in node.given]
    named = [_show(value) if isinstance(value, Flag) else f"{name}={_show(value)}" for name, value in node.named]
    return f"{node.function}({', '.join([*given[:1], *named, *given[1:]])})"
