"""Relations of a claim's figure to other figures: rank, trend, step, first time, other place, prices, adjustment.

The words are read once, when the claim is made. Code that compares figures uses these slots, not the words.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR
from enum import StrEnum

from workbench.core.direction import Direction
from workbench.core.document import Span
from workbench.core.period import Frequency, Period


class RankRow(StrEnum):
    """What a rank is counted among: figures of other times, or of other places."""

    TIMES = "times"
    PLACES = "places"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rank:
    """A rank as claimed: "the lowest since 1974", "third highest in the EU".

    Attributes:
        highest: Whether rank 1 is the highest figure, or the lowest.
        place: The rank claimed, from 1.
        upto: Whether any rank up to that one is claimed ("among the ten richest").
        row: Whether it is counted among times or places.
        words: As said.
        span: Where the words are: figures inside them are not read as levels.
        since: Whether the row of times has a named beginning ("since 1974").
        begins: The year after "since", also from an event ("since the Second World War"); None where there is none.
        years: Over how many years the row goes ("in 20 years"); None where the words give no number.
        around: Whether the figure is said to be a peak or a trough: rank 1 among the years just before and after it.
        of_change: Whether changes are ranked ("the fastest growth in the region"), not levels.
        year: The year that the same clause names for the figure itself ("in 2021"); None where it names none.
        region: The part of the world whose countries are ranked ("Europe"); empty where none is named.
        world: Whether the whole world is ranked.
        beside: Where other words of it stand, apart from those: "not since 2002".
        among: Codes of the ranked countries, where the words name them one by one; the claim's own may be one of them.
    """

    highest: bool
    place: int
    upto: bool
    row: RankRow
    words: str
    span: Span
    since: bool = False
    begins: int | None = None
    years: int | None = None
    around: bool = False
    of_change: bool = False
    year: int | None = None
    region: str = ""
    world: bool = False
    among: tuple[str, ...] = ()
    beside: tuple[Span, ...] = ()


class TrendKind(StrEnum):
    """What is said about a stretch of time as a whole.

    The last two are never read from a text: the comparison uses them for a series of growth rates, or an index with another base.
    """

    EACH = "each"
    IN_A_ROW = "in a row"
    MEAN = "mean"
    YEARLY = "yearly"
    ALL = "all"
    ANNUAL_RATE = "annual rate"
    PACE = "pace"
    COMPOUND = "compound"
    REBASED = "turned to another base"


@dataclass(frozen=True, slots=True)
class Trend:
    """A trend over a period: "every year", "three years in a row", "on average", "a year".

    Attributes:
        kind: Every step, some steps in a row, the mean, growth a year, a pace, or growth at an annual rate.
        count: How many steps in a row, or which year is set to 100; 0 where the words give no number.
        step: How long a step is; None where the words do not say.
        steady: Whether only "steadily" is said, which a single step in the other direction does not refute.
        words: As said.
        span: Where the words are; None where only the unit says it ("percent a year").
        figure: The figure that they refer to; None where they refer to the change as such.
        way: For growth a year whose figure was read as a level: the direction.
    """

    kind: TrendKind
    count: int = 0
    step: Frequency | None = None
    steady: bool = False
    words: str = ""
    span: Span | None = None
    figure: Span | None = None
    way: Direction | None = None


@dataclass(frozen=True, slots=True)
class ChangeStep:
    """The step from one figure to the next that a change is measured over, where its words name no date: "on the month".

    Attributes:
        apart: The distance between the two figures.
        lasts: The length of each figure's period, a month for "than in the same month of last year"; None where the words do not
            say ("year on year").
    """

    apart: Frequency
    lasts: Frequency | None = None

    def before(self, period: Period) -> Period | None:
        """Find the earlier period that a period is compared with; None where the period is longer than the step allows.

        >>> from workbench.core.period import month, year
        >>> on_the_month = ChangeStep(Frequency.MONTH, Frequency.MONTH)
        >>> str(on_the_month.before(month(2021, 5))), on_the_month.before(year(2021))
        ('Apr 2021', None)
        """
        if not MINYEAR < period.start.year < MAXYEAR:
            return None
        if period.frequency is self.apart:
            return period.previous()
        apart, most, lasts = self.apart.months, (self.lasts or self.apart).months, period.months
        return period.moved(-apart) if apart and most and lasts and lasts <= most else None


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstTime:
    """The words that something is so for the first time.

    Attributes:
        span: Where the words stand.
        since: The year since which it had not been so; None where none is named.
        years: For how many years it had not been so; None where no number is given.
        year: The year that the same clause names for the figure itself; None where it names none.
    """

    span: Span
    since: int | None = None
    years: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceComparison:
    """A comparison of the claim's own place with another: "twice as high as in Germany", "half the EU average".

    Attributes:
        place: The other place's code.
        way: Whether the words put the own figure above or below; None where they do not say.
        part: Whether the claimed percentage is a share of the other place's figure ("60 percent of the EU average").
        comparative: Whether the claimed change is worded as a comparison ("9 points higher"), not as a rise or a fall.
        apart: Whether the claimed figure is the difference between the two ("exceeded Ireland's by 7 points").
    """

    place: str
    way: Direction | None = None
    part: bool = False
    comparative: bool = False
    apart: bool = False


class Prices(StrEnum):
    """The prices of a figure: constant (real) or current (nominal)."""

    REAL = "constant"
    NOMINAL = "current"


class Adjustment(StrEnum):
    """Whether a figure is seasonally adjusted."""

    ADJUSTED = "seasonally adjusted"
    RAW = "unadjusted"
