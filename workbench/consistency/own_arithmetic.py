"""The claim's own arithmetic: what its figures imply, and whether they are consistent. No official figure is needed.

"16,000, a fall of 36.5 %" implies about 25,197 before. "15,895, almost 10,000 fewer" implies some 25,900, a fall of 38.6 %.
"Rose from 131 to 98" contradicts itself. All are computed with the intervals that rounding and hedges allow.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from workbench.compare.figure_limits import workable_claim
from workbench.compare.judging.other_readings import other_readings, over_readings
from workbench.consistency import implied_values as implied
from workbench.consistency.contradictions import contradictions
from workbench.consistency.figure_pairs import pairs
from workbench.consistency.how_many_to_each import ratio_of_counts
from workbench.consistency.levels_against_change import over_time
from workbench.consistency.levels_in_sentence import NEXT, sentence_levels
from workbench.consistency.parts_and_wholes import parts_and_wholes
from workbench.consistency.restated_figures import restated
from workbench.core.claim import Claim
from workbench.core.finding import Finding
from workbench.core.number import exactly


@exactly
def own_arithmetic(claim: Claim, siblings: Sequence[Claim]) -> tuple[Finding, ...]:
    """Compute findings from the claim's own figures; empty where these are unrelated.

    Args:
        claim: The claim.
        siblings: The other claims of its document; only those of the same sentence are used.

    Returns:
        Contradictions first, then what the figures imply. Implied figures are UNDECIDED: there is nothing to compare with.
    """
    if not workable_claim(claim):
        return ()
    siblings = [other for other in siblings if _is_near(other, claim) and workable_claim(other)]
    known = [other for other in siblings if other.id == claim.id or not other_readings(other)]
    return over_readings(claim, lambda reading: _own(reading, [reading if o.id == claim.id else o for o in known]))


def claims_nearby(claims: Sequence[Claim], k: int) -> list[Claim]:
    """Find the claims that one claim is compared with: those of its sentence and of the sentence before.

    The search walks away from the claim, so that the time for all claims of a document is linear in their number, not quadratic.

    Args:
        claims: All claims of the document, in order of the text.
        k: The index of the claim.
    """
    claim = claims[k]
    before = takewhile(lambda other: _is_near(other, claim), (claims[n] for n in range(k - 1, -1, -1)))
    behind = takewhile(lambda other: _is_near(other, claim), (claims[n] for n in range(k + 1, len(claims))))
    return [*list(before)[::-1], *behind]


def _is_near(other: Claim, claim: Claim) -> bool:
    """Check whether a claim is in the sentence of another or in the one before."""
    if other.document != claim.document:
        return False
    return other.sentence == claim.sentence or 0 <= claim.sentence.start - other.sentence.end <= NEXT


def _own(claim: Claim, siblings: Sequence[Claim]) -> tuple[Finding, ...]:
    sentence = sentence_levels(claim, siblings)
    inner = [*contradictions(claim, siblings), *parts_and_wholes(claim, sentence), *over_time(claim, sentence)]
    inner += restated(claim, sentence)
    found = [finding for pair in pairs(claim, siblings) for finding in implied.findings(claim, pair)]
    return tuple({f.id: f for f in (*inner, *found, *ratio_of_counts(claim, siblings))}.values())
