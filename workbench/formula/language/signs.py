"""The signs between two figures of a formula: one row each, which reading, printing and evaluation share."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign.

    Attributes:
        written: As it stands in a formula.
        binds: How tightly: of two signs the one that binds more is worked out first.
        op: The operation of `workbench.core.operations` that it stands for.
        shown: As it stands on the sheet.
        swaps: Whether a written number before it is taken as if it stood behind it.
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
"""Every sign, by how it is written. What two figures and a sign measure together says `workbench.formula.measures.algebra`."""


def that_bind(binds: int) -> tuple[str, ...]:
    """Return the signs that bind so tightly.

    >>> that_bind(1), that_bind(2)
    (('+', '-'), ('*', '/'))
    """
    return tuple(sign for sign, each in SIGNS.items() if each.binds == binds)
