"""Slots of a claim in words, as in the before and after of a correction."""

from __future__ import annotations

from workbench.compare.finding_words import said, unit_words
from workbench.core.claim import Claim
from workbench.core.corrections.correction import Slot
from workbench.core.place import place_name


def slot_words(claim: Claim, slot: Slot) -> str:
    """Write the value of a claim's slot in a reader's words; empty for an empty slot.

    >>> from workbench.core.claim import ClaimKind
    >>> from workbench.core.document import Span
    >>> claim = Claim(id="c", document="d", span=Span(0, 4), quote="", sentence=Span(0, 4), context="", kind=ClaimKind.RANK, place="MKD")
    >>> slot_words(claim, Slot.PLACE), slot_words(claim, Slot.KIND), slot_words(claim, Slot.AMOUNT)
    ('MKD North Macedonia', 'rank', '')
    """
    return _words(claim)[slot]


def slots_of(claim: Claim) -> dict[Slot, str]:
    """List every slot of a claim that may be corrected, with its value in words."""
    return _words(claim)


def _words(claim: Claim) -> dict[Slot, str]:
    written = claim.report_words
    change = claim.change.value if claim.change else None
    amount = claim.figure.value if claim.figure else None
    speaker = claim.attribution.speaker if claim.attribution else None
    return {
        Slot.AMOUNT: said(amount, amount.unit) if amount else "",
        Slot.UNIT: unit_words(amount.unit) if amount else "",
        Slot.HEDGE: amount.relation.value.replace("_", " ") if amount else "",
        Slot.DIRECTION: change.direction.value if change else "",
        Slot.PERIOD: str(claim.period.value) if claim.period else "",
        Slot.BASE: str(change.base) if change and change.base else "",
        Slot.PLACE: f"{claim.place} {place_name(claim.place)}" if claim.place else "",
        Slot.SPEAKER: ", ".join(part for part in (speaker.name, speaker.role) if part) if speaker else "",
        Slot.MEASURE: claim.measure_said,
        Slot.KIND: claim.kind.value,
        Slot.HEADLINE: written.headline,
        Slot.SUMMARY: written.summary,
        Slot.CONTEXT: written.context,
        Slot.TAGS: ", ".join(written.tags),
        Slot.ROLE: speaker.role if speaker else "",
        Slot.ADDRESS: written.address,
    }
