"""Slots of a claim as words: what a correction says of before and after."""

from __future__ import annotations

from workbench.compare.phrases import said, unit_words
from workbench.core.claim import Claim
from workbench.core.corrections.correction import Slot
from workbench.core.place import place_name


def slot_words(claim: Claim, slot: Slot) -> str:
    """Return what a slot of a claim holds, in a reader's words; empty where it holds nothing.

    >>> from workbench.core.claim import ClaimKind
    >>> from workbench.core.text import Span
    >>> claim = Claim(id="c", document="d", span=Span(0, 4), quote="", sentence=Span(0, 4), context="", kind=ClaimKind.RANK, place="MKD")
    >>> slot_words(claim, Slot.PLACE), slot_words(claim, Slot.KIND), slot_words(claim, Slot.AMOUNT)
    ('MKD North Macedonia', 'rank', '')
    """
    return _words(claim)[slot]


def slots_of(claim: Claim) -> dict[Slot, str]:
    """Return every slot of a claim that may be put right, and what it holds, in words."""
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
        Slot.MEASURE: claim.measure,
        Slot.KIND: claim.kind.value,
        Slot.HEADLINE: written.headline,
        Slot.SUMMARY: written.summary,
        Slot.CONTEXT: written.context,
        Slot.TAGS: ", ".join(written.tags),
        Slot.ROLE: speaker.role if speaker else "",
        Slot.ADDRESS: written.address,
    }
