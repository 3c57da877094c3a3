"""The outcome of each claim of a text, worked out once from its findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from workbench.compare import SUPPORTED, UNDECIDED, outcome
from workbench.core.claim import Claim
from workbench.core.finding import Finding


@dataclass(frozen=True)
class ClaimOutcomes:
    """The claims of a text, in order, with what was found about each.

    Attributes:
        claims: The claims.
        found: The findings of each, by the claim's id; none where nothing was found.
        words: The outcome of each that has findings, by its id.
    """

    claims: Sequence[Claim]
    found: Mapping[str, Sequence[Finding]]
    words: Mapping[str, str]

    @cached_property
    def settled(self) -> Sequence[Claim]:
        """The claims that the figures support."""
        return [claim for claim in self.claims if self.words.get(claim.id) == SUPPORTED]

    def of(self, claim: Claim) -> Sequence[Finding]:
        """Return the findings of a claim."""
        return self.found.get(claim.id, ())

    def is_open(self, claim: Claim) -> bool:
        """Check whether no figure decided a claim."""
        return self.words.get(claim.id, UNDECIDED) == UNDECIDED


def claim_outcomes(claims: Sequence[Claim], findings: Sequence[Finding]) -> ClaimOutcomes:
    """Work out the outcome of each claim of a text from all findings about it."""
    found: dict[str, list[Finding]] = {}
    for each in findings:
        found.setdefault(each.claim, []).append(each)
    return ClaimOutcomes(claims, found, {key: outcome(own)[0] for key, own in found.items()})
