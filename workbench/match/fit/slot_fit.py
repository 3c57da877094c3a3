"""How well one slot of a claim fits a series: 0 to 1, the reason in a reader's words, and whether it bars the series.

No rule of fit ever sees a figure of the series.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SlotFit:
    """How well one slot fits, why, whether it bars the series, and whether its observations are too long for the claim's period."""

    value: float
    because: str
    bars: bool = False
    coarse: bool = False
