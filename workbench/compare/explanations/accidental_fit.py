"""The chance of an accidental fit. No explanation is given for a claim so vague that nearly any figure fits.

A long series has a year for any claim, and "about 800" fits many figures. So each kind of slip is weighed before it is
offered: the share that the claimed range takes of the range of the tried figures, times the number of tries.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from workbench.core.interval import Interval
from workbench.core.number import exactly

MOST, MOST_NEAR = Decimal("0.5"), Decimal("0.1")
"""Most figures expected to fit by chance: one in two, or one in ten where the claim is near already.

A convention of this project: wrong years and lost scales are common, so a fit that chance alone gives half of the time
is still worth a look. A claim that is already near needs no slip to explain it, so there a fit must prove more.
"""
_WHOLE, _NONE = Decimal(1), Decimal(0)


@exactly
def among(line: Interval, figures: Sequence[Decimal]) -> Decimal:
    """Estimate how many figures would fit if they were spread evenly between their lowest and highest.

    >>> among(Interval(Decimal(445), Decimal(455)), [Decimal(v) for v in (91, 151, 162, 450, 591)])
    Decimal('0.1')
    """
    if not figures:
        return _NONE
    low, high = min(figures), max(figures)
    if low == high:
        return relative(line, len(figures))
    covered = min(high, high if line.high is None else line.high) - max(low, low if line.low is None else line.low)
    return Decimal(len(figures)) * max(_NONE, covered) / (high - low)


@exactly
def relative(line: Interval, tried: int = 1) -> Decimal:
    """Estimate the chance fits of unbounded figures.

    That is the range's width as a share of its middle, at most 1, times the tries.

    >>> relative(Interval(Decimal(95), Decimal(105))), relative(Interval(Decimal(450), None))
    (Decimal('0.1'), Decimal('1'))
    """
    if line.low is None or line.high is None or line.low + line.high == 0:
        return _WHOLE * tried
    middle = abs(line.low + line.high) / 2
    return min(_WHOLE, (line.high - line.low) / middle) * tried
