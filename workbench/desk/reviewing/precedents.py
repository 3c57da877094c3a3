"""Precedents: how other claims on the same series, and with the same kind of possible explanation, were decided before.

They are only shown and never used in a computation: a decision about another claim does not show whether this one is true.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from workbench.core.claim import Claim
from workbench.core.encoding.codec import UnreadableRecordError
from workbench.core.errors import NoSuchRecordError
from workbench.core.finding import Finding
from workbench.core.verdict import Verdict
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.verdicts import rating_grounds, verdicts

MOST = 20
"""Maximum number of precedents of a kind."""


@dataclass(frozen=True, slots=True)
class Precedent:
    """Another claim that was decided.

    Attributes:
        claim: The claim.
        verdict: Its verdict.
        label: Its rating on the scale on which it was given; ``disputed`` where its reviewers differ.
        finding: The finding with the same series, or with the same kind of explanation.
        slip: That kind; empty for one on the same series.
    """

    claim: Claim
    verdict: Verdict
    label: str
    finding: Finding
    slip: str = ""


@dataclass(frozen=True, slots=True)
class Precedents:
    """The precedents of a claim, the newest first.

    Attributes:
        series: The names of its series.
        slips: The kinds of its possible explanations.
        on_series: Those on the same series.
        with_slip: Those with the same kind of explanation.
    """

    series: tuple[str, ...]
    slips: tuple[str, ...]
    on_series: tuple[Precedent, ...]
    with_slip: tuple[Precedent, ...]


def precedents(ports: DeskPorts, claim: str) -> Precedents:
    """Find the precedents of a claim, by its last research; none where it was not researched."""
    key = ports.store.claim_id(claim)
    lying = ports.store.research(key)
    findings = lying.findings if lying else ()
    series, slips = series_of(findings), tuple(dict.fromkeys(slip.kind for each in findings for slip in each.slips))
    others = ports.store.judged_on(series, MOST + 1) if series else ()
    alike = ports.store.judged_with_slip(slips, MOST + 1) if slips else ()
    on = (_on_series(ports, other, series) for other in others if other != key)
    slipped = (_with_slip(ports, other, slips) for other in alike if other != key)
    return Precedents(
        series, slips, tuple(each for found in on for each in found), tuple(e for s in slipped for e in s)
    )


def series_of(findings: Sequence[Finding]) -> tuple[str, ...]:
    """List the names of the series of some findings."""
    return tuple(dict.fromkeys(str(each.series.ref) for each in findings if each.series is not None))


def decided_before(ports: DeskPorts, claim: str, findings: Sequence[Finding]) -> Sequence[tuple[str, int]]:
    """Count how often each rating, by its current label, was given to other claims on the series of some findings."""
    series = series_of(findings)
    scale = ports.scales.scale(ports.scale)
    given = ports.store.ratings_on(series, claim) if series else ()
    return [(scale.label(rating), times) for rating, times in given]


def _on_series(ports: DeskPorts, claim: str, series: Sequence[str]) -> Iterator[Precedent]:
    """Yield the claim, with its finding on one of the series."""
    for verdict, label, findings in _decided(ports, claim):
        of_it = (each for each in findings if each.series is not None and str(each.series.ref) in series)
        if (finding := next(of_it, None)) is not None:
            yield Precedent(ports.store.claim(claim), verdict, label, finding)


def _with_slip(ports: DeskPorts, claim: str, kinds: Sequence[str]) -> Iterator[Precedent]:
    """Yield the claim, with its finding that has an explanation of one of the kinds."""
    for verdict, label, findings in _decided(ports, claim):
        of_it = ((each, slip.kind) for each in findings for slip in each.slips if slip.kind in kinds)
        if (found := next(of_it, None)) is not None:
            yield Precedent(ports.store.claim(claim), verdict, label, found[0], found[1])


def _decided(ports: DeskPorts, claim: str) -> Iterator[tuple[Verdict, str, Sequence[Finding]]]:
    """Yield the verdict on a claim, its label, and its findings, else those of the last research; nothing without a verdict."""
    with suppress(UnreadableRecordError, NoSuchRecordError):  # doctor tells of them
        verdict = verdicts.verdict(ports, claim)
        if not verdict.ratings:
            return
        lying = ports.store.research(claim)
        findings = (*rating_grounds.rated_on(ports, verdict), *(lying.findings if lying else ()))
        label = "disputed" if verdict.disputed else verdicts.label(ports, verdict.ratings[-1])
        yield verdict, label, findings
