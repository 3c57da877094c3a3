"""Renames the series of a formula: from the typed names to those that were found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from workbench.formula.language.nodes import Argument, Call, Formula, Minus, NameNode, Operation, Pick, Stretch

P = TypeVar("P")

Change = Callable[[Argument], Argument]
"""A function that replaces a name, a pick or a period. It is called once for each, from the inside out."""


def renamed(formula: Formula, names: Mapping[str, NameNode]) -> Formula:
    """Rename each series by a mapping from `NameNode.written`; names that it lacks stay."""
    own = {name for name, _ in formula.lets}

    def change(part: Argument) -> Argument:
        if not isinstance(part, NameNode) or (not part.source and part.key in own):
            return part
        return replace(names.get(part.written, part), at=part.at)

    return mapped(formula, change)


def mapped(formula: Formula, change: Change) -> Formula:
    """Apply a change to every part of a formula."""
    lets = tuple((name, _mapped(node, change)) for name, node in formula.lets)
    return Formula(lets, _mapped(formula.body, change))


def _mapped(part: P, change: Change) -> P:
    done: Any = part
    match part:
        case Operation():
            done = replace(part, left=_mapped(part.left, change), right=_mapped(part.right, change))
        case Minus():
            done = replace(part, of=_mapped(part.of, change))
        case Stretch():
            done = replace(part, first=_mapped(part.first, change), last=_mapped(part.last, change))
        case Pick():
            when = None if part.when is None else _mapped(part.when, change)
            done = replace(part, series=_mapped(part.series, change), when=when)
        case Call():
            named = tuple((name, _mapped(value, change)) for name, value in part.named)
            done = replace(part, given=tuple(_mapped(each, change) for each in part.given), named=named)
    changed: Any = change(done)
    return changed  # type: ignore[no-any-return]  # a change gives a part of the kind that it was given
