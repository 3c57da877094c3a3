"""A finding from the claim's own figures, with the caution that no official figure was compared."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from workbench.compare.arithmetic.calculation_sheet import Sheet
from workbench.compare.claimed_figure import Claimed
from workbench.core.claim import Claim
from workbench.core.finding import Agreement, Caveat, Finding

OWN = "The claim's own arithmetic"
NOTHING_OFFICIAL = Caveat(
    "own-arithmetic", "No official figure was compared: this is what the claim's own figures imply."
)


def bare(claim: Claim, what: str, sheet: Sheet, unit: str, why: str) -> Finding:
    """Make a finding without a series: a figure that the claim implies."""
    return Finding(
        claim=claim.id,
        series=None,
        title=f"{OWN}: {what}",
        agreement=Agreement.UNDECIDED,
        measured=sheet.trace().result,
        unit=unit,
        trace=sheet.trace(),
        why=why,
        caveats=(NOTHING_OFFICIAL,),
        place=claim.place,
        period=claim.period.value if claim.period else None,
    )


def against(made: Finding, line: Claimed, how: Agreement, difference: Decimal | None) -> Finding:
    """Complete the finding with the figure it is compared with: a claim's own figures can contradict each other."""
    return replace(made, agreement=how, claimed=line.value, claimed_range=line.range, difference=difference, caveats=())
