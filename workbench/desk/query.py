"""The small language of filters: words, and slots such as ``status:open worth:>0.6 kind:change place:MKD``.

Both faces use it: the library's filter line and ``workbench claims --query``.
"""

from __future__ import annotations

import math
import shlex
from dataclasses import replace

from workbench.core.claim import ClaimKind
from workbench.core.errors import UnknownNameError, UsageError
from workbench.core.place import find_place
from workbench.core.verdict import Stage
from workbench.ports import EVERY, ClaimFilter

SLOTS = ("status", "worth", "kind", "place", "document", "order", "id")


def read_query(written: str) -> ClaimFilter:
    """Reads a filter as it is typed.

    Raises:
        UnknownNameError: A slot, stage, kind or place that is not there, with the nearest right one.
        UsageError: A worth that is no number.

    >>> read_query('asylum status:open worth:>0.6').least_worth
    0.6
    """
    wanted, words = EVERY, list[str]()
    for token in _tokens(written):
        slot, colon, value = token.partition(":")
        if colon and value and slot.isalpha():
            wanted = _with_slot(wanted, slot.casefold(), value)
        else:
            words.append(token)
    return replace(wanted, words=" ".join(words))


def _tokens(written: str) -> list[str]:
    try:
        return shlex.split(written)
    except ValueError:  # an open quotation mark while somebody is still typing
        return written.split()


def _with_slot(wanted: ClaimFilter, slot: str, value: str) -> ClaimFilter:
    match slot:
        case "status":
            return replace(wanted, stages=(*wanted.stages, _known("status", value, [s.value for s in Stage])))
        case "kind":
            return replace(wanted, kinds=(*wanted.kinds, _known("kind", value, [k.value for k in ClaimKind])))
        case "worth":
            return replace(wanted, least_worth=_worth(value))
        case "place":
            return replace(wanted, place=find_place(value) or value)
        case "document":
            return replace(wanted, document=value)
        case "id":
            return replace(wanted, ids=(*wanted.ids, value))
        case "order":
            return replace(wanted, order=_known("order", value, ["worth", "text"]))
        case _:
            raise UnknownNameError("filter", slot, SLOTS)


def _known(what: str, value: str, names: list[str]) -> str:
    if value.casefold() not in names:
        raise UnknownNameError(what, value, names)
    return value.casefold()


def _worth(value: str) -> float:
    try:
        worth = float(value.lstrip(">="))
    except ValueError:
        worth = math.nan
    if not math.isfinite(worth):
        raise UsageError(f"worth:{value} is no number.", "Write worth:>0.6.")
    return worth
