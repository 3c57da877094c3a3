"""Explanations from another series: gross for net, women for all, nominal for real, another provider."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from workbench.compare.explanations import MISSED, ranked
from workbench.compare.explanations.accidental_fit import MOST, MOST_NEAR, relative
from workbench.compare.explanations.slip_trial import HOLDS
from workbench.compare.finding_words import publisher
from workbench.compare.providers.side_by_side import figure_words
from workbench.compare.series_words.metadata_differences import opposed, same_measure
from workbench.core.finding import Agreement, Finding
from workbench.core.series import Series
from workbench.core.slip import Slip

KINDS = frozenset({"other-series", "other-provider"})


def by_others(finding: Finding, findings: Sequence[Finding]) -> tuple[Slip, ...]:
    """List the slips of a finding, with those that other series of the same research explain."""
    own = tuple(slip for slip in finding.slips if slip.kind not in KINDS)
    if (
        finding.agreement not in MISSED
        or finding.series is None
        or finding.claimed_range is None
        or finding.claimed is None
    ):
        return own
    if any(_of_one_part(finding, each) and each.agreement in HOLDS for each in findings):
        return own
    others = list(_others(finding, findings))
    chance = relative(finding.claimed_range, len({f.series.ref for f in others if f.series}))
    if chance > (MOST_NEAR if finding.agreement is Agreement.NEAR else MOST):
        return own
    found = [_slip(finding.series, each, each.series) for each in others if each.agreement in HOLDS and each.series]
    return ranked((*own, *(replace(slip, chance=chance) for slip in found)))


def _of_one_part(one: Finding, other: Finding) -> bool:
    same = one.series is not None and other.series is not None and one.series.ref == other.series.ref
    return same and one.part == other.part and one.claim == other.claim


def _others(finding: Finding, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the findings of other series on the same part of the claim, in the same unit, of the same place and time."""
    slots = _slots(finding)
    for each in findings:
        another = each.series is not None and finding.series is not None and each.series.ref != finding.series.ref
        if another and each.measured is not None and _slots(each) == slots:
            yield each


def _slots(finding: Finding) -> tuple[object, ...]:
    spans = [(p.start, p.end) if p else None for p in (finding.period, finding.base)]
    return (finding.claim, finding.part, finding.unit, finding.place, *spans)


def _slip(ours: Series, found: Finding, theirs: Series) -> Slip:
    provider = ours.ref.source != theirs.ref.source and same_measure(ours, theirs)
    parted = opposed(ours, theirs)
    why = "; ".join(f"{b} and not {a}" if "not so named" not in {a, b} else _named(a, b) for a, b in parted)
    words = f"It would hold by “{theirs.title}” ({publisher(theirs)}): {figure_words(found)}"
    return Slip(
        kind="other-provider" if provider else "other-series",
        says=f"{words}{f', which counts {why}' if why else ''}.",
        trace=found.trace,
        size=1 if provider else 2 if parted else 3,
        series=theirs,
        place=found.place,
        period=found.period,
        base=found.base,
    )


def _named(ours: str, theirs: str) -> str:
    return f"{theirs} alone" if ours == "not so named" else f"not only {ours}"
