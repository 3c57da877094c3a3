"""Suggestions that a person picks from: series that may measure a claim, and claims checked before."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.core.conventions.own_office_bonus import OFFICE
from workbench.core.score import ScorePart, total
from workbench.core.series import Series


class Usability(StrEnum):
    """Use of a candidate: it decides, it is shown only, or it is excluded."""

    USABLE = "usable"
    WEAK = "weak"
    EXCLUDED = "excluded"


_ORDER = {Usability.USABLE: 0, Usability.WEAK: 1, Usability.EXCLUDED: 2}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A series that may measure what a claim is about, with the reasons.

    The score says how well the series *measures* what was said. Whether its figure agrees with the claim never enters.

    Attributes:
        series: The series.
        parts: The reasons, whose weights sum to 1.
        barred: What in it contradicts the claim (another unit, another place, the reverse); None where nothing does.
        doubt: Why it may not decide alone (few words in common, more likely about something else); None where it may.
        probability: How likely it measures the claim, 0 to 1; None where that was not worked out.
        coarse: Why its observations are longer than the claim's period (a yearly series, a claim about March); None where they may fit.
        own: Whether it comes from the user's own files, which are listed first where they may decide.
        office: Whether it comes from the office of the claim's country and fits the claim no worse than the best other series.
    """

    series: Series
    parts: tuple[ScorePart, ...]
    barred: str | None = None
    doubt: str | None = None
    probability: float | None = None
    coarse: str | None = None
    own: bool = False
    office: bool = False

    @property
    def score(self) -> float:
        """0 to 1: the sum of the parts; excluded candidates keep theirs, and are listed last."""
        return total(self.parts)

    @property
    def usability(self) -> Usability:
        """Usable: it may decide. Weak: it is shown, and never decides alone. Excluded: something in it contradicts the claim."""
        if self.barred is not None:
            return Usability.EXCLUDED
        return Usability.USABLE if self.doubt is None else Usability.WEAK

    @property
    def usable(self) -> bool:
        """Whether it may decide."""
        return self.usability is Usability.USABLE

    @property
    def rung(self) -> tuple[int, int]:
        """First sort key: usable candidates, then usable ones with too long observations (shorter ones first), then weak, then excluded."""
        often = self.series.frequency
        behind = often.months if often and self.usable and self.coarse is not None else None
        return _ORDER[self.usability], behind or 0

    @property
    def first(self) -> bool:
        """Whether it is listed before all others of its rung: it is usable and from a file that the user chose."""
        return self.own and self.usable

    @property
    def order(self) -> tuple[int, int, bool, float]:
        """Sort key: by rung, then the user's own files, then by score, with a small bonus for the country's own office."""
        return *self.rung, not self.first, -(self.score + OFFICE * self.office)


class Relationship(StrEnum):
    """How a claim relates to one seen before."""

    REPEAT = "repeat"
    VARIANT = "variant"
    REVERSED = "reversed"


@dataclass(frozen=True, slots=True)
class SeenBefore:
    """A claim seen before about the same thing.

    Attributes:
        id: The earlier claim's id.
        text: Its words.
        score: How alike the words and slots are, 0 to 1.
        differs: The slots that differ ("amount", "period", "place", "measure"); empty for a repeat.
        relationship: A repeat, a variant of one claim, or its reverse.
        because: What differs, in a reader's words.
    """

    id: str
    text: str
    score: float
    differs: tuple[str, ...]
    relationship: Relationship
    because: str = ""
