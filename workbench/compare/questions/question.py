"""One thing to measure: a part of a claim in one reading of its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.compare.claimed_figure import Claimed, claimed_level
from workbench.compare.unit_conversion import SAME, UnitFit, fit
from workbench.core.claim import ChangeMode, Mention
from workbench.core.finding import Caveat
from workbench.core.interval import Interval
from workbench.core.period import Period
from workbench.core.quantity import Amount, Dimension, Unit
from workbench.core.series import Series

if TYPE_CHECKING:
    from workbench.core.relations import Rank, Trend

TIMES = Unit(Dimension.RATE, "times")
_NO_LEVEL = Caveat(
    "difference", "Percentage points say how far two figures are apart; the claim's words do not say which two."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing to measure.

    Attributes:
        part: Which part of the claim: ``level``, ``change``, ``from``, ``to``, ``rank``, ``trend``,
            ``comparison``, ``growth`` or ``mean``. All parts must hold.
        claimed: The claimed figure.
        unit: The unit of the claim.
        mode: How the change is measured; None for a level.
        fit: How the series' unit is converted to the claim's.
        reading: The name of the reading, where the words have several; else empty. One of them may hold.
        period: The period asked about, with its other readings; empty where the claim names none.
        base: The base period of a change, where named.
        caveats: Caveats of the reading itself.
        amount: The amount as stated, for the sentence; None for a direction alone.
        inverse: Whether the factor is old divided by new ("fell threefold").
        blocked: Why this series cannot measure it at all.
        rank: The claimed rank; None where none is.
        compared_place: The other place of a comparison; None without one.
        first_time: Whether it asks that no earlier figure was as claimed.
        between_ends: What a change may be within the rounding of its stated ends, where its size was worked out from these.
        trend: The trend, mean or yearly growth stated for a span of time; None without one.
    """

    part: str
    claimed: Claimed
    unit: Unit
    mode: ChangeMode | None = None
    fit: UnitFit = SAME
    reading: str = ""
    period: tuple[Period, ...] = ()
    base: Period | None = None
    caveats: tuple[Caveat, ...] = ()
    amount: Amount | None = None
    inverse: bool = False
    blocked: Caveat | None = None
    rank: Rank | None = None
    compared_place: str | None = None
    trend: Trend | None = None
    first_time: bool = False
    between_ends: Interval | None = None

    @property
    def plain(self) -> bool:
        """Whether it asks for a level or a change at one place, and not for a rank, a trend or another place."""
        return self.rank is None and self.compared_place is None and self.trend is None and not self.first_time


def level_question(
    mention: Mention[Amount], series: Series, period: tuple[Period, ...], part: str = "level"
) -> Question:
    """Build the question of a level."""
    amount = mention.value
    difference = amount.unit.dimension is Dimension.POINTS and series.unit.dimension is Dimension.SHARE
    fitted = fit(amount.unit, series.unit, series.title)
    return Question(
        part=part,
        claimed=claimed_level(amount),
        unit=amount.unit,
        fit=fitted,
        period=period,
        caveats=fitted.caveats if fitted.factor is not None else (),
        amount=amount,
        blocked=fitted.caveats[0] if fitted.factor is None else _NO_LEVEL if difference else None,
    )
