"""Findings: how a measured figure agrees with a claim, and why. A finding is never a rating."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from workbench.core.errors import Problem
from workbench.core.evidence import Evidence, Snapshot
from workbench.core.interval import Interval
from workbench.core.number import exact
from workbench.core.period import Period
from workbench.core.recent_cache import Recent
from workbench.core.series import Observation, Series
from workbench.core.slip import Slip
from workbench.core.trace import NO_TRACE, Trace


class Agreement(StrEnum):
    """How a measured figure relates to a claimed one."""

    EXACT = "exact"
    ROUNDS_TO = "rounds_to"
    NEAR = "near"
    APART = "apart"
    OPPOSITE = "opposite"
    UNDECIDED = "undecided"

    @property
    def words(self) -> str:
        """What screens and reports print: ``ROUNDS TO``."""
        return self.value.replace("_", " ").upper()


@dataclass(frozen=True, slots=True)
class Caveat:
    """A reason to be careful with a finding.

    Attributes:
        kind: A stable key: ``partial-year``, ``claim-before-period-end``, ``break``, ``provisional``, ``assumed-place``, …
        says: The sentence that a reader sees.
    """

    kind: str
    says: str


@dataclass(frozen=True, slots=True)
class Read:
    """A series that a formula reads.

    Attributes:
        series: The series.
        bodies: The ids of the archived bodies that contain its figures.
    """

    series: Series
    bodies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One comparison of a claim with a figure, or of a claim with itself.

    Attributes:
        claim: The claim's id.
        series: The series that the figure comes from; None for the claim's own arithmetic.
        title: What was compared ("Asylum applications, North Macedonia, 2020 to 2021").
        agreement: How they agree; UNDECIDED, with a caveat that says why, where nothing could be measured.
        claimed: The claimed figure in the claim's unit, signed for changes; None where none was claimed.
        claimed_range: The range of values that the words may mean.
        measured: The measured figure, unrounded, in the claim's unit; None where nothing could be measured.
        difference: measured − claimed; None where either is missing.
        unit: Both figures' unit, in words.
        trace: How the figure was worked out.
        why: One sentence that says how they agree, for a reader.
        caveats: What to be careful about.
        place: The place whose figures were used.
        period: The period whose figures were used.
        base: For changes, the period they were measured from.
        observations: The series' figures at that place, for the chart, in order of time.
        reading: Which reading of the claim was tried, where there are several; else empty.
        part: Which part of the claim was compared ("level", "change", "from", "to", "rank", "trend", …): all parts must hold, while of several
            readings of one part one may.
        notes: What the source said besides its answer, where it does not affect the arithmetic: members chosen by rule, an answer
            from the archive. What does affect it is among the caveats.
        slack: How much the rounding of the published figures may have moved the measured one: half of their last digit, propagated.
        slips: What would make the claim true where the figures do not bear it out, the smallest slip first. They explain; the
            agreement stays what it is.
        formula: The reviewer's formula that gives the figure, written out in full; empty where the machine chose the arithmetic.
        reads: Every series that a formula reads, `series` the first of them; empty where there is no formula.
        bodies: The archived bodies that it used, as cited when it was made: the request, the day, the hash. Empty for findings made
            before these were stored.
    """

    claim: str
    series: Series | None
    title: str
    agreement: Agreement
    claimed: Decimal | None = None
    claimed_range: Interval | None = None
    measured: Decimal | None = None
    difference: Decimal | None = None
    unit: str = ""
    trace: Trace = NO_TRACE
    why: str = ""
    caveats: tuple[Caveat, ...] = ()
    place: str | None = None
    period: Period | None = None
    base: Period | None = None
    observations: tuple[Observation, ...] = ()
    reading: str = ""
    part: str = ""
    notes: tuple[Problem, ...] = ()
    slack: Decimal = Decimal(0)
    slips: tuple[Slip, ...] = ()
    formula: str = ""
    reads: tuple[Read, ...] = ()
    bodies: tuple[Snapshot, ...] = ()

    @property
    def traces(self) -> tuple[Trace, ...]:
        """Every calculation that is shown with it, its own first. Each must give the same result when it is replayed."""
        return (self.trace, *(slip.trace for slip in self.slips))

    def evidence(self) -> tuple[Evidence, ...]:
        """Collect every cell that anything shown with it is computed from, each once."""
        return tuple(dict.fromkeys(cell for trace in self.traces for cell in trace.evidence()))

    def rests_on(self) -> tuple[str, ...]:
        """Collect the ids of every archived body that anything shown with it comes from, including its chart, each once."""
        return _RESTS_ON(self)

    def body(self, key: str) -> Snapshot | None:
        """Find an archived body as the finding cites it; None where it does not."""
        return next((each for each in self.bodies if each.id == key), None)

    @property
    def id(self) -> str:
        """Twelve hex digits that change with the claim, the series, the arithmetic or the evidence."""
        return _ID(self)


def _id(finding: Finding) -> str:
    cells = [
        (step.op, exact(step.result), step.evidence.snapshot if step.evidence else "") for step in finding.trace.steps
    ]
    source = str(finding.series.ref) if finding.series else ""
    text = repr((finding.claim, source, finding.agreement.value, finding.reading, finding.title, cells))
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:12]


def _rests_on(finding: Finding) -> tuple[str, ...]:
    cells = [step.evidence for trace in finding.traces for step in trace.steps]
    drawn = [row.evidence for row in finding.observations]
    return tuple(dict.fromkeys(cell.snapshot for cell in (*cells, *drawn) if cell is not None))


_ID: Recent[Finding, str] = Recent(_id)
_RESTS_ON: Recent[Finding, tuple[str, ...]] = Recent(_rests_on)
"""Caches: a report asks for the id and the bodies of one finding several times."""
