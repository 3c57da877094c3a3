"""Qualifiers of a claim's figure: what its words say of the sort of figure that it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.core.direction import Direction
from workbench.core.period import Period

NARROWED = "narrowed"
"""Rule of words that narrow what is measured, of which the figure of all says nothing: "| first | births", "worked | part-time"."""


class Sort(StrEnum):
    """Sorts of qualifiers of a claim's figure."""

    PER = "per"
    IN_ALL = "in all"
    SHARE_OF = "share of"
    AMONG = "among"
    AGED = "aged"
    MADE_OF = "made of"
    BESIDE = "beside"
    DEFICIT = "deficit"
    SURPLUS = "surplus"
    GROWTH = "growth"
    USUAL = "usual"
    SIZE = "size"
    EACH_OR_ALL = "each or all"


class Account(StrEnum):
    """The kind of balance: of a budget, or of trade."""

    BUDGET = "budget"
    TRADE = "trade"


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualifier:
    """A qualifier of a claim's figure. A series' figure must have it too before the two are compared.

    Attributes:
        sort: What is said: counted against something, a sum over a stretch, a share of a whole, told of some people alone, or of those of an age ("aged 25 to 34"), who a whole is made up of, set beside another figure,
            a deficit or surplus, growth as the thing that is measured, told of what is usual and of no single period, the size of a change whose way was not read ("by 30 percent"), several places for which one figure is told.
        what: Against what ("inhabitant"), of which whole ("those in work"), or beside what ("the general one").
        place: The place that the figure is set beside; None where it is no known place.
        period: The period that it is set beside; None where it is none.
        way: Which way the words put the claim's own figure, beside the other; None where they do not say.
        accounts: Of a deficit or surplus: whose it is, as far as the words say.
    """

    sort: Sort
    what: str = ""
    place: str | None = None
    period: Period | None = None
    way: Direction | None = None
    accounts: tuple[Account, ...] = ()
