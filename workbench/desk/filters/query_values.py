"""The values that a desk has for the slots of a filter, and completions for a filter line that is being typed."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence

from workbench.core.place import place_name
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.filters.query import FIXED, SLOTS
from workbench.desk.series_references import OWN_FILE

_NAMED = {"speaker", "reviewer", "tag", "assigned"}
_OFFERED = 50
_DATES = ("2021", "2021-11", ">=2021-06-15", "2019..2021")
_WORTHS = (">0.6", ">0.8")


class QueryValues:
    """The values of each slot at one desk."""

    def __init__(self, ports: DeskPorts) -> None:
        self.ports = ports

    def known(self, slot: str, typed: str = "") -> Sequence[str] | None:
        """List the values of a slot that fit the typed text; None where any may be typed."""
        if slot in FIXED:
            return FIXED[slot]
        if slot in _NAMED:
            return self.ports.store.names(slot, typed if slot != "tag" else "")
        if slot == "rating":
            scales = map(self.ports.scales.scale, self.ports.scales.keys())
            return list(dict.fromkeys(rating.key for scale in scales for rating in scale.ratings))
        if slot == "source":
            return [*self.ports.sources, *(source.info.name for source in self.ports.own), OWN_FILE]
        return None

    def offers(self, typed: str) -> Sequence[str]:
        """List the completions of a line: each slot whose name begins as typed, or each value of the slot.

        After a slot's complete name, its values follow; the words before stay as they are.
        """
        before, space, token = typed.rpartition(" ")
        head = f"{before}{space}"
        slot, colon, begun = token.partition(":")
        if not colon:
            return [f"{head}{name}:" for name in SLOTS if name.startswith(token.casefold())]
        found = self._values("status" if slot == "stage" else slot.casefold(), begun)
        return [f"{head}{slot}:{shlex.quote(value) if ' ' in value else value}" for value in found]

    def _values(self, slot: str, begun: str) -> Iterator[str]:
        """Yield values that begin as typed, then names in which a later word does."""
        there = list(dict.fromkeys(self._every(slot, begun)))
        low = begun.casefold().lstrip("'\"")
        yield from [each for each in there if each.casefold().startswith(low)][:_OFFERED]
        if slot in _NAMED - {"tag"}:
            yield from [each for each in there if not each.casefold().startswith(low)][:_OFFERED]

    def _every(self, slot: str, begun: str) -> Sequence[str]:
        if slot == "date":
            return _DATES
        if slot == "worth":
            return _WORTHS
        if slot == "place":
            return [place_name(code) for code in self.ports.store.names("place")]
        return self.known(slot, begun.lstrip("'\"")) or ()


class QueryCompletion:
    """Cycles through the completions of a filter line, as long as nothing else is typed."""

    def __init__(self, values: QueryValues) -> None:
        self._values = values
        self._given = ""
        self._offers: Sequence[str] = ()

    def after(self, typed: str) -> str:
        """Give the next completion; the typed text where there is none. After the only fitting slot, its values follow."""
        if typed != self._given or len(self._offers) < 2:
            self._offers = self._values.offers(typed)
            if typed in self._offers:  # a whole value: the others of its slot come after it
                self._offers = self._values.offers(typed[: typed.rindex(":") + 1]) if ":" in typed else self._offers
        if not self._offers:
            return typed
        at = self._offers.index(typed) + 1 if typed in self._offers else 0
        self._given = self._offers[at % len(self._offers)]
        return self._given
