"""Walks over the parts of a formula: finds the series that it names, and resolves its own names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbench.formula.language.errors import UnreadableFormulaError
from workbench.formula.language.nodes import Argument, Call, Formula, Minus, NameNode, Node, Operation, Pick

IN_HAND = "x"
"""The name of the selected series: the candidate that the reviewer looks at."""


def parts(node: Argument) -> Iterator[Argument]:
    """Yield a part and everything in it, from the outside in."""
    yield node
    match node:
        case Operation():
            yield from parts(node.left)
            yield from parts(node.right)
        case Minus():
            yield from parts(node.of)
        case Pick():
            yield node.series
            if node.when is not None:
                yield from parts(node.when)
        case Call():
            for each in (*node.given, *(value for _, value in node.named)):
                yield from parts(each)


def everything(formula: Formula) -> Iterator[Argument]:
    """Yield every part of a formula, those of its named parts first."""
    for _, node in formula.lets:
        yield from parts(node)
    yield from parts(formula.body)


def names(formula: Formula) -> tuple[NameNode, ...]:
    """List the series that a formula names, each once, in order, without the names defined in it.

    >>> from workbench.formula.language.parser import parse
    >>> [name.written for name in names(parse("let p = wb.pop; x / p + un.asylum[2021]"))]
    ['wb:pop', 'x', 'un:asylum']
    """
    own = {name for name, _ in formula.lets}
    found = (
        each for each in everything(formula) if isinstance(each, NameNode) and (each.source or each.key not in own)
    )
    return tuple({each.written: each for each in reversed(list(found))}.values())[::-1]


def meant(name: NameNode, lets: Mapping[str, Node]) -> Node:
    """Resolve a name: to a series, or to the part that the formula gives this name.

    >>> meant(NameNode("", "p"), {"q": NameNode("wb", "pop"), "p": NameNode("", "q")}).written
    'wb:pop'
    """
    node: Node = name
    while isinstance(node, NameNode) and not node.source and node.key in lets:
        node = lets[node.key]
    return node


def in_order(formula: Formula) -> None:
    """Check that no name is used before its definition, so that none can refer to itself.

    Raises:
        UnreadableFormulaError: One is used before.
    """
    order = [name for name, _ in formula.lets]
    for number, (name, node) in enumerate(formula.lets):
        not_yet_named = set(order[number:])
        for each in parts(node):
            if isinstance(each, NameNode) and not each.source and each.key in not_yet_named:
                message = f"“{each.key}” is used in “{name}” before it is named."
                raise UnreadableFormulaError(message, f"Write let {each.key} = …; first.", each.at)
