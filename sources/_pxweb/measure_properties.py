"""Properties of a measure in version 2 of PxWeb: stock or flow, prices, adjustment.

Whether months add up to a year, and whether a figure is seasonally adjusted, decides how a claim is compared with it;
here the office itself says so, in the ``extension`` of the variable of contents
(https://github.com/PxTools/PxApiSpecs).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sources._text.printable_text import clean
from workbench.core.series import Additivity

_ADDS = {"stock": Additivity.LAST, "flow": Additivity.SUM, "average": Additivity.MEAN}
_PRICES = {"current": "current", "fixed": "constant", "constant": "constant"}


@dataclass(frozen=True, slots=True)
class MeasureProperties:
    """An office's metadata of one measure.

    Attributes:
        adds: How parts of a period combine to the whole; unknown where it does not say.
        prices: ``current`` or ``constant``; empty where it does not say.
        adjusted: The adjustment in words; empty for none.
    """

    adds: Additivity = Additivity.UNKNOWN
    prices: str = ""
    adjusted: str = ""


def read_traits(row: object) -> Mapping[str, MeasureProperties]:
    """Return the traits of each member of a variable, by its code.

    >>> said = {"extension": {"measuringType": {"A": "Flow"}, "adjustment": {"A": "WorkAndSes"}, "priceType": {"A": "Fixed"}}}
    >>> read_traits(said)["A"].adjusted, read_traits(said)["A"].adds.value
    ('seasonally and calendar adjusted', 'sum')
    """
    extension = row.get("extension") if isinstance(row, dict) else None
    if not isinstance(extension, dict):
        return {}
    adds, prices, adjusted = (dict(_texts(extension.get(key))) for key in ("measuringType", "priceType", "adjustment"))
    return {
        code: MeasureProperties(
            _ADDS.get(adds.get(code, ""), Additivity.UNKNOWN),
            _PRICES.get(prices.get(code, ""), ""),
            _adjusted(adjusted.get(code, "")),
        )
        for code in {*adds, *prices, *adjusted}
    }


def _texts(rows: object) -> Iterator[tuple[str, str]]:
    pairs: Mapping[str, Any] = rows if isinstance(rows, dict) else {}
    return ((clean(code, 200), said.lower()) for code, said in pairs.items() if isinstance(said, str))


def _adjusted(said: str) -> str:
    kinds = (("seasonally", ("ses", "sea")), ("calendar", ("work", "cal", "day")))
    words = [word for word, marks in kinds if any(mark in said for mark in marks)]
    return f"{' and '.join(words)} adjusted" if words else ""
