"""Replays a finding: reads its figures from the archived bytes, repeats its arithmetic, and judges the agreement again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal

from workbench.core.claim import Claim
from workbench.core.errors import ComparisonError, NoSuchRecordError, StoreError
from workbench.core.evidence import Evidence
from workbench.core.finding import Finding
from workbench.core.number import exact
from workbench.core.revision import Revision
from workbench.core.trace import ReadEvidence
from workbench.desk.desk_ports import DeskPorts
from workbench.evidence.figure_by_pointer import read_figure, read_figures


@dataclass(frozen=True, slots=True)
class Replayed:
    """The result of replaying one finding: `why` is empty where every step gave the same result.

    Attributes:
        claim: The claim's id; empty for a fault of the whole database.
        finding: The finding; None for another fault of the database.
        why: What differs.
        revised: What its office has revised since, as far as it was asked; the archived figure does not change.
        never_here: Whether it uses an archived body that this desk never had: the claim was imported without it.
    """

    claim: str
    finding: Finding | None
    why: str = ""
    revised: tuple[Revision, ...] = ()
    never_here: bool = False

    @property
    def same(self) -> bool:
        """Whether every step gave the same result."""
        return not self.why

    @property
    def title(self) -> str:
        """Its title for readers."""
        return self.finding.title if self.finding else "the database"


def replay_finding(finding: Finding, read: ArchivedFigures) -> Replayed:
    """Read the figures of a finding again, repeat the arithmetic and judge the agreement again."""
    read.read_ahead(finding)
    try:
        return Replayed(finding.claim, finding, _why(finding, read))
    except (ComparisonError, StoreError) as error:
        return Replayed(finding.claim, finding, error.message, never_here=isinstance(error, NoSuchRecordError))


def _why(finding: Finding, read: ReadEvidence) -> str:
    """Say what differs. Raises ComparisonError or StoreError where a figure is no longer there."""
    from workbench.compare.judging.agreement_recheck import contradiction  # noqa: PLC0415  (kept off the path of a list of claims)

    result, *_ = [trace.replay(read) for trace in finding.traces]
    if result is not None and finding.measured is not None and exact(result) != exact(finding.measured):
        return "the trace no longer ends in the figure that was found"
    return contradiction(finding)


def faults(ports: DeskPorts, claims: Iterable[Claim]) -> Iterator[Replayed]:
    """Find faults in the rows of some claims, apart from their figures: each claim, and its row in the list, is checked individually."""
    return _replayed_again(ports, [claim.id for claim in claims])


def faults_of(ports: DeskPorts, claims: Iterable[str]) -> Iterator[Replayed]:
    """Find faults in the rows of some claims, by their ids: a quick check of many at once, and a full check of the doubtful ones."""
    return _replayed_again(ports, ports.store.doubtful(list(claims)))


def _replayed_again(ports: DeskPorts, claims: Iterable[str]) -> Iterator[Replayed]:
    for key in ("", *claims):
        for problem in ports.store.faults(key):
            yield Replayed(key, None, f"{problem.where}: {problem.message}")


def whole(ports: DeskPorts) -> Iterator[Replayed]:
    """Yield the faults of the database as a whole."""
    for problem in ports.store.check():
        yield Replayed("", None, f"{problem.where}: {problem.message}")


HELD = 32_000_000
"""Cache size: maximum bytes of archived bodies in memory, besides the one that is being read."""


class ArchivedFigures:
    """Reads figures from archived bytes; each body is read and hashed once, as long as the cache has room."""

    def __init__(self, ports: DeskPorts) -> None:
        self._archive = ports.archive
        self._bodies = dict[str, bytes]()
        self._held = 0
        self._ahead = dict[Evidence, Decimal]()

    def __call__(self, evidence: Evidence) -> Decimal:
        """Read one figure. Raises ComparisonError or StoreError where it is missing or changed."""
        known = self._ahead.get(evidence)
        return read_figure(evidence, self._body(evidence.snapshot)) if known is None else known

    def read_ahead(self, finding: Finding) -> None:
        """Read all figures of a finding, parsing each body once. Errors are ignored here; they are raised when the figure is requested."""
        self._ahead, by_body = {}, dict[str, dict[Evidence, None]]()
        for evidence in (one for trace in finding.traces for one in trace.evidence()):
            by_body.setdefault(evidence.snapshot, {})[evidence] = None
        for snapshot, several in by_body.items():
            if len(several) > 1:
                with suppress(ComparisonError, StoreError):
                    self._ahead |= read_figures(several, self._body(snapshot))

    def _body(self, snapshot: str) -> bytes:
        if snapshot not in self._bodies:
            body = self._archive.read(snapshot)
            self._held += len(body)
            while self._bodies and self._held > HELD:
                self._held -= len(self._bodies.pop(next(iter(self._bodies))))
            self._bodies[snapshot] = body
        return self._bodies[snapshot]
