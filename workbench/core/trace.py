"""Arithmetic that can be replayed: each step names its operation, its operands and where they came from.

A trace is replayed without the code that first made it: operations are looked up by name, figures are read again from
archived bytes, and every result must be the same to the last digit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, DivisionByZero, InvalidOperation, Overflow

from workbench.core.errors import ComparisonError
from workbench.core.evidence import Evidence
from workbench.core.number import exact
from workbench.core.trace_operations import OPERATIONS


@dataclass(frozen=True, slots=True)
class Operand:
    """A number that goes into a step: the result of an earlier step (by its index from 0), or a constant."""

    value: Decimal
    step: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One line of arithmetic.

    Attributes:
        op: ``read``, ``given``, or a key of `core.trace_operations.OPERATIONS`.
        operands: What goes in; empty for ``read`` and ``given``.
        result: What comes out, unrounded in the pinned context.
        unit: The result's unit, in words.
        says: The line as a reader sees it.
        evidence: For ``read``: the cells.
    """

    op: str
    operands: tuple[Operand, ...]
    result: Decimal
    unit: str
    says: str
    evidence: Evidence | None = None


ReadEvidence = Callable[[Evidence], Decimal]


@dataclass(frozen=True, slots=True)
class Trace:
    """Steps in order; the last one's result is the figure."""

    steps: tuple[Step, ...] = ()

    @property
    def result(self) -> Decimal | None:
        """The figure that the trace works out; None for an empty trace."""
        return self.steps[-1].result if self.steps else None

    def evidence(self) -> tuple[Evidence, ...]:
        """Return every cell that the figure rests on."""
        return tuple(step.evidence for step in self.steps if step.evidence is not None)

    def replay(self, read: ReadEvidence) -> Decimal | None:
        """Compute the trace again from the archived cells.

        Args:
            read: Reads the figure that some evidence points at from archived bytes.

        Returns:
            The figure, equal to `result`; None for an empty trace.

        Raises:
            ComparisonError: A step gives another result than before; the message names the step.
        """
        results: list[Decimal] = []
        for number, step in enumerate(self.steps, start=1):
            got = _work(step, results, read, number)
            if exact(got) != exact(step.result):
                raise ComparisonError(f"step {number} gives {exact(got)} now and gave {exact(step.result)} then")
            results.append(got)
        return results[-1] if results else None


NO_TRACE = Trace()
"""Nothing was worked out."""


def _work(step: Step, results: list[Decimal], read: ReadEvidence, number: int) -> Decimal:
    if step.op == "given":
        return step.result
    if step.op == "read":
        if step.evidence is None:
            raise ComparisonError(f"step {number} reads a figure and does not say where")
        return read(step.evidence)
    values = []
    for operand in step.operands:
        if operand.step is None:
            values.append(operand.value)
        elif 0 <= operand.step < len(results):
            values.append(results[operand.step])
        else:
            raise ComparisonError(f"step {number} uses a step that has not been worked out")
    return apply_operation(step.op, *values)


def apply_operation(op: str, *values: Decimal) -> Decimal:
    """Compute one operation in the fixed context.

    Raises:
        ComparisonError: There is no such operation, or it is undefined for these numbers (a base of zero).

    >>> apply_operation("relative_change", Decimal(91), Decimal(151)).quantize(Decimal("0.01"))
    Decimal('-39.74')
    """
    operation = OPERATIONS.get(op)
    if operation is None:
        raise ComparisonError(f"There is no operation called {op}.")
    try:
        return operation(*values)
    except (DivisionByZero, InvalidOperation, ZeroDivisionError) as error:
        raise ComparisonError("A change or share from a base of zero means nothing.") from error
    except (Overflow, TypeError) as error:
        raise ComparisonError(f"{op} cannot be worked out for these figures.") from error
