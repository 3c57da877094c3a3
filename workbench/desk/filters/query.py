"""The query language of filters: words, and slots such as ``status:open worth:>0.6 kind:change place:MKD speaker:smith date:2021``.

It is used by the library's filter line and by ``workbench claims --query``.
"""

from __future__ import annotations

import math
import shlex
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from workbench.core.claim import ClaimKind
from workbench.core.corrections.correction import Slot
from workbench.core.errors import UnknownNameError, UsageError
from workbench.core.finding import Agreement
from workbench.core.verdict import Stage
from workbench.desk.filters.query_days import days_of
from workbench.ports import EVERY, ORDERS, ClaimFilter

SLOTS = (
    "status", "stage", "worth", "kind", "place", "speaker", "date", "rating", "reviewer", "source", "agreement", "edited",
    "tag", "assigned", "document", "id", "order",
)  # fmt: skip
"""The names of the slots; ``stage`` is ``status`` by its other name."""

FIXED: dict[str, tuple[str, ...]] = {
    "status": tuple(stage.value for stage in Stage),
    "kind": tuple(kind.value for kind in ClaimKind),
    "agreement": tuple(agreement.value for agreement in Agreement),
    "edited": ("yes", "no", *(slot.value for slot in Slot)),
    "order": (*ORDERS, *(f"-{order}" for order in ORDERS)),
}
"""Slots whose values are the same on every desk."""

_FIELDS = {
    "status": "stages", "kind": "kinds", "rating": "ratings", "speaker": "speakers", "reviewer": "reviewers",
    "source": "sources", "agreement": "agreements", "edited": "edited", "tag": "tags", "assigned": "holders", "id": "ids",
}  # fmt: skip
"""Slots that may have several values, any of which matches, with the field of `ClaimFilter` for each."""

Known = Callable[[str, str], Sequence[str] | None]
"""Function that lists the values of a slot that fit the typed text; None where any value may be typed."""


class UnknownValueError(UnknownNameError):
    """A filter has an unknown value; the message gives the nearest one and all values."""

    def __init__(self, what: str, name: str, known: Sequence[str]) -> None:
        super().__init__(what, name, tuple(known))
        if self.hint.startswith("Did you"):
            self.hint += f" There is: {', '.join(sorted(known)[:30])}."


def anything(_slot: str, _typed: str) -> Sequence[str] | None:
    """Allow any value: the `Known` function without a desk, for ratings, speakers, reviewers, sources, tags and holders."""
    return None


def read_query(written: str, known: Known = anything) -> ClaimFilter:
    """Parse a typed filter.

    Args:
        written: Words and slots.
        known: Lists the values that a desk has for a slot.

    Raises:
        UnknownNameError: A slot or a value is unknown; the message gives the nearest one and all.
        UsageError: A worth is no number, or a date is invalid.

    >>> read_query('asylum status:open worth:>0.6').least_worth
    0.6
    """
    wanted, words = EVERY, list[str]()
    for token in tokens(written):
        slot, colon, value = token.partition(":")
        if colon and value and slot.isalpha():
            wanted = _with_slot(wanted, slot.casefold(), value, known)
        else:
            words.append(token)
    return replace(wanted, words=" ".join(words))


def tokens(written: str) -> list[str]:
    """Split a filter line into words and slots."""
    try:
        return shlex.split(written)
    except ValueError:  # an open quotation mark while somebody is still typing
        return written.split()


def _with_slot(wanted: ClaimFilter, slot: str, value: str, known: Known) -> ClaimFilter:
    slot = "status" if slot == "stage" else slot
    match slot:
        case "worth":
            return replace(wanted, least_worth=_worth(value))
        case "place":
            return replace(wanted, place=_place(value))
        case "document":
            return replace(wanted, document=value)
        case "date":
            since, until = days_of(value)
            return replace(wanted, since=since or wanted.since, until=until or wanted.until)
        case "order":
            by = _checked("order", value, known)
            return replace(wanted, order=by.removeprefix("-"), backwards=by.startswith("-"))
        case _ if slot in _FIELDS:
            return _added(wanted, _FIELDS[slot], _checked(slot, value, known))
        case _:
            raise UnknownValueError("filter", slot, SLOTS)


def _added(wanted: ClaimFilter, field: str, value: str) -> ClaimFilter:
    more: dict[str, Any] = {field: (*getattr(wanted, field), value)}
    return replace(wanted, **more)


def _checked(slot: str, value: str, known: Known) -> str:
    """Check a value: where a slot has a fixed set of values, return the one that matches, in its own spelling."""
    there = FIXED.get(slot) or known(slot, value)
    if there is None:
        return value
    exact = next((each for each in there if each.casefold() == value.casefold()), None)
    if exact is not None:
        return exact
    if slot in {"speaker", "reviewer", "assigned"} and there:
        return value  # words of a name
    raise UnknownValueError(slot, value, there or known(slot, "") or ())


def _worth(value: str) -> float:
    try:
        worth = float(value.lstrip(">="))
    except ValueError:
        worth = math.nan
    if not math.isfinite(worth):
        raise UsageError(f"worth:{value} is no number.", "Write worth:>0.6.")
    return worth


def _place(value: str) -> str:
    """Return a place's code; loads the word files only where a place is asked for."""
    from workbench.extract.place.written_places import place_written  # noqa: PLC0415  (a list of claims reads no text)

    return place_written(value) or value
