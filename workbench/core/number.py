"""Exact numbers: the only conversion from written digits to Decimal, and back.

No amount is ever a float. The context is fixed: 50 significant digits, rounding half to even, and traps that raise errors for
invalid operations, so that the same trace gives the same bytes on every machine.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import ROUND_HALF_EVEN, Context, Decimal, DivisionByZero, InvalidOperation, Overflow
from functools import wraps
from typing import ParamSpec, TypeVar

EXACT = Context(
    prec=50, rounding=ROUND_HALF_EVEN, Emin=-999, Emax=999, traps=[InvalidOperation, DivisionByZero, Overflow]
)
"""Decimal context of all arithmetic."""

_PLAIN = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?\Z", re.ASCII)
_LONGEST = 400
_VAST = 1000
"""Number of zeros from which a number is written with an exponent."""

P = ParamSpec("P")
R = TypeVar("R")


def decimal(written: str | int | Decimal) -> Decimal:
    """Read a machine-written number (``12.5``, ``-3``, ``1.2e6``) exactly.

    Numbers in running text ("16,000", "1.2 bn") are read in `workbench.extract`; this function reads what files and services send.

    Raises:
        ValueError: The text is no finite number in plain or scientific notation.

    >>> decimal(" 12.50 ")
    Decimal('12.50')
    """
    if isinstance(written, Decimal):
        if not written.is_finite():
            raise ValueError("not a finite number")
        return written
    if isinstance(written, int):
        return Decimal(written)
    text = written.strip()
    if len(text) > _LONGEST or not _PLAIN.match(text):
        raise ValueError(f"not a number: {text[:40]!r}")
    return Decimal(text)


def step_of(value: Decimal) -> Decimal:
    """Compute the size of the last written digit of a machine-written number.

    >>> step_of(Decimal("4.20")), step_of(Decimal("16000"))
    (Decimal('0.01'), Decimal('1'))
    """
    exponent = value.as_tuple().exponent
    return Decimal((0, (1,), exponent if isinstance(exponent, int) and exponent < 0 else 0))


def loose_step(value: Decimal) -> Decimal:
    """Find the largest power of ten that a whole number may have been rounded to.

    "16,000" may be exact or to the nearest thousand; the loose step is the thousand.

    >>> loose_step(Decimal(16000)), loose_step(Decimal(35)), loose_step(Decimal("36.5"))
    (Decimal('1E+3'), Decimal('1'), Decimal('0.1'))
    """
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or not 0 <= exponent < _VAST:
        return step_of(value)
    digits = str(abs(int(value)))
    zeros = len(digits) - len(digits.rstrip("0"))
    return Decimal(1) if value == 0 else Decimal((0, (1,), zeros))


def plain(value: Decimal) -> str:
    """Write a decimal for scripts: no exponent, no trailing zeros after the point, never ``-0``.

    >>> plain(Decimal("1.60E+4")), plain(Decimal("-36.50")), plain(Decimal("-0.0"))
    ('16000', '-36.5', '0')
    """
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def exact(value: Decimal) -> str:
    """Write a decimal with all its digits and no exponent: the form that is stored and hashed.

    >>> exact(Decimal("1.20E+3")), exact(Decimal("0.50"))
    ('1200', '0.50')
    """
    return format(value, "f")


def shown(value: Decimal, places: int | None = None) -> str:
    """Write a decimal for readers: thousands separated by commas, a real minus sign, rounded to ``places`` where given.

    >>> shown(Decimal("-25196.8503"), 1)
    '−25,196.9'
    """
    rounded = value if places is None else value.quantize(Decimal((0, (1,), -places)), context=EXACT)
    text = plain(rounded) if places is None else format(rounded, "f")
    sign, digits = ("−", text[1:]) if text.startswith("-") else ("", text)
    whole, point, rest = digits.partition(".")
    return f"{sign}{int(whole):,}{point}{rest}"


def signed(value: Decimal) -> str:
    """Write a number as the next term of a sum: the sign, a space, the digits.

    >>> signed(Decimal("-36.5")), signed(Decimal(10000))
    ('− 36.5', '+ 10,000')
    """
    return f"{'−' if value < 0 else '+'} {shown(abs(value))}"


def exactly(function: Callable[P, R]) -> Callable[P, R]:
    """Run a function in the fixed context, whatever the caller's context is."""
    from decimal import localcontext  # noqa: PLC0415  (kept beside its one use)

    @wraps(function)
    def inside(*args: P.args, **kwargs: P.kwargs) -> R:
        with localcontext(EXACT):
            return function(*args, **kwargs)

    return inside
