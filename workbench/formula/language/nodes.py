"""Syntax tree of a formula: frozen nodes, compared without their positions in the text."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias

from workbench.formula.language.errors import NOWHERE, At


@dataclass(frozen=True, slots=True)
class NumberNode:
    """A number with its written digits."""

    value: Decimal
    at: At = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class NameNode:
    """A series by source and key, or a name defined in the formula (no source)."""

    source: str
    key: str
    at: At = field(default=NOWHERE, compare=False)

    @property
    def written(self) -> str:
        """``source:key``, or the bare name."""
        return f"{self.source}:{self.key}" if self.source else self.key


@dataclass(frozen=True, slots=True)
class PeriodNode:
    """A period: a time code, or one that depends on the claim, moved by some years.

    Attributes:
        anchor: ``said`` (the claim's own period), ``base`` (what its change is measured from), ``latest`` (the last figure that
            was complete when the words were said), or a time code such as ``2021-09``.
        years: By how many years it is moved; negative for back.
    """

    anchor: str
    years: int = 0
    at: At = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Stretch:
    """All figures of a series from one period to another, both included."""

    first: PeriodNode
    last: PeriodNode


@dataclass(frozen=True, slots=True)
class Pick:
    """Figures of a series: at a place or in all places of a group, in a period or over a stretch.

    Attributes:
        series: Whose figures.
        place: A place's code; empty for the claim's own.
        group: A group whose members are meant; empty for one place.
        when: The period or stretch; None for the claim's own period.
    """

    series: NameNode
    place: str = ""
    group: str = ""
    when: PeriodNode | Stretch | None = None
    at: At = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class GroupNode:
    """A group of places, as a function takes it: ``in=EU27``."""

    code: str


@dataclass(frozen=True, slots=True)
class Flag:
    """A flag word of a function: ``lowest``."""

    word: str


@dataclass(frozen=True, slots=True)
class Call:
    """A function call with its arguments in order; named arguments by their names."""

    function: str
    given: tuple[Argument, ...]
    named: tuple[tuple[str, Argument], ...] = ()
    at: At = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Operation:
    """Two parts and the sign between them, one of `workbench.formula.language.operator_table`."""

    sign: str
    left: Node
    right: Node
    at: At = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Minus:
    """A negated part."""

    of: Node
    at: At = field(default=NOWHERE, compare=False)


Node: TypeAlias = "NumberNode | NameNode | Pick | Call | Operation | Minus"
Argument: TypeAlias = "Node | PeriodNode | Stretch | GroupNode | Flag"


@dataclass(frozen=True, slots=True)
class Formula:
    """A whole formula: named parts, and the body.

    Attributes:
        lets: Names with their parts, in order; each may use those before it.
        body: The part that gives the result.
    """

    lets: tuple[tuple[str, Node], ...]
    body: Node
