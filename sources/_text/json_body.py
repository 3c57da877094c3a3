"""Read JSON bodies of services exactly, or refuse them with an error.

Figures are read as Decimal, never float, and nothing that a stranger sends (bad bytes, NaN, endless nesting, a number
of a million digits) may end in a traceback.
"""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from workbench.core.errors import WrongAnswerError
from workbench.core.number import decimal

LARGEST_EXPONENT = 40


def read_json(source: str, body: bytes) -> Any:
    """Parse a JSON body, with fractions as Decimal.

    Raises:
        WrongAnswerError: The body is not JSON.
    """
    try:
        return json.loads(body.decode("utf-8-sig"), parse_float=Decimal, parse_constant=_refuse)
    except (ValueError, RecursionError, ArithmeticError) as error:
        raise WrongAnswerError(source, "JSON", "something that cannot be read as JSON") from error


def _refuse(word: str) -> Any:
    raise ValueError(word)


def read_amount(cell: object) -> Decimal | None:
    """Read the figure in a cell: a number or a string of one; None where the service marks it as missing.

    Raises:
        ValueError: The cell has another value, or a number that no statistic has.

    >>> read_amount("91"), read_amount("-"), read_amount(None)
    (Decimal('91'), None, None)
    """
    if cell is None or (isinstance(cell, str) and cell.strip() in {"", "-", ".."}):
        return None
    if isinstance(cell, bool) or not isinstance(cell, str | int | Decimal):
        raise ValueError("not a number")  # noqa: TRY004  (a bad cell is bad data, not a wrong argument)
    value = decimal(cell)
    if value and abs(value.adjusted()) > LARGEST_EXPONENT:
        raise ValueError("out of all proportion")
    return value


def as_int(cell: object, otherwise: int = 0) -> int:
    """Return a whole number that some answers give as a number and some as a string."""
    if isinstance(cell, int) and not isinstance(cell, bool):
        return cell
    text = cell.strip() if isinstance(cell, str) else ""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else otherwise
