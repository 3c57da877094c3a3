"""Leaves a finding open where the claimed figure is that of another place which the claim names too."""

from __future__ import annotations

from workbench.compare.judging.left_open import left_open
from workbench.compare.judging.outcome import CONTRADICTED, WORDS
from workbench.core.claim import Claim, Mention
from workbench.core.finding import Caveat, Finding
from workbench.core.place import place_name


def of_its_own_place(claim: Claim, found: Finding) -> Finding:
    """Leave a finding open where the claimed figure is that of another place in the claim.

    In "Serbia was ahead of the EU's 31.8 percent" the figure is wrong for Serbia, and right for the Union.
    """
    if WORDS[found.agreement] != CONTRADICTED:
        return found
    compared_place = claim.comparison.place if claim.comparison is not None else None
    named = {
        mention.value for mention in claim.places if mention.value != compared_place or _stands_before(mention, claim)
    }
    named -= {found.place}
    slip = next((slip for slip in found.slips if slip.kind == "other-place" and slip.place in named), None)
    if slip is None:
        return found
    why = Caveat("other-place-named", f"The claim names {place_name(slip.place)} too, and may mean that. {slip.says}")
    return left_open(found, why)


def _stands_before(mention: Mention[str], claim: Claim) -> bool:
    """Check whether a place stands before the claimed figure.

    "The EU's 31.8 percent" may be the Union's; "31.8, more than in the EU" is not.
    """
    figure = claim.amount.span if claim.amount is not None else claim.span
    return mention.span.start < figure.start
