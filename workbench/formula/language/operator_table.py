"""The signs between two figures of a formula, one row each, shared by parser, printer and evaluation."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign.

    Attributes:
        written: Its text in a formula.
        binds: Its precedence: of two signs the one with the higher number is evaluated first.
        op: Its operation in `workbench.core.trace_operations`.
        shown: Its text on the sheet.
        swaps: Whether a written number before it is treated as if it came after it.
    """

    written: str
    binds: int
    op: str
    shown: str
    swaps: bool = False


SIGNS = {
    each.written: each
    for each in (
        Sign("+", 1, "sum", "+"),
        Sign("-", 1, "difference", "−"),
        Sign("*", 2, "product", "×", swaps=True),
        Sign("/", 2, "ratio", "/"),
    )
}
"""Every sign, by how it is written. The measure of a result is defined in `workbench.formula.measures.unit_algebra`."""


def that_bind(binds: int) -> tuple[str, ...]:
    """List the signs of a precedence.

    >>> that_bind(1), that_bind(2)
    (('+', '-'), ('*', '/'))
    """
    return tuple(sign for sign, each in SIGNS.items() if each.binds == binds)
