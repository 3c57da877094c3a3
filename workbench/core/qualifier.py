"""Qualifiers of a claim's figure: what the words say about the kind of figure it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.core.direction import Direction
from workbench.core.period import Period

NARROWED = "narrowed"
"""Name of the rule for words that narrow what is measured, so that a figure for the whole does not fit: "| first | births",
"worked | part-time"."""


LEFT_OUT = "left-out"
"""Name of the rule for what the words take out of what is counted, so that only a series that leaves it out too fits: "without | midwives"."""


TAKEN_IN = "taken-in"
"""Name of the rule for what the words take into it, so that only a series that counts it fits: "including | apprentices"."""


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
    PURCHASING_POWER = "purchasing power"


class Account(StrEnum):
    """The kind of balance: of a budget, or of trade."""

    BUDGET = "budget"
    TRADE = "trade"


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualifier:
    """A qualifier of a claim's figure. A series' figure is compared with it only if the same qualifier holds for it.

    Attributes:
        sort: What is said: a figure per something, a sum over a stretch of time, a share of a whole, a figure for some people only, or for
                those of an age ("aged 25 to 34"), the group that makes up the whole, a comparison with another figure, a deficit or surplus,
                growth as the thing measured, what is usual and not one period, the size of a change whose direction was not read
                ("by 30 percent"), several places with one figure together, money converted at purchasing power.
        what: Per what ("inhabitant"), of which whole ("those in work"), or compared with what ("the general one").
        place: The place that the figure is compared with; None where that is no known place.
        period: The period that it is compared with; None where there is none.
        way: Whether the words put the claim's own figure above or below the other; None where they do not say.
        accounts: For a deficit or surplus: which balance, as far as the words say.
    """

    sort: Sort
    what: str = ""
    place: str | None = None
    period: Period | None = None
    way: Direction | None = None
    accounts: tuple[Account, ...] = ()
