"""Corrections: a reviewer puts a slot of a claim right. They are only ever added; the machine's own reading stays beside them.

Each keeps the whole claim as it is read from then on, so that no later version of the reading rules changes what a person decided.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from workbench.core.claim import Claim


class Slot(StrEnum):
    """What of a reading is put right."""

    AMOUNT = "amount"
    UNIT = "unit"
    HEDGE = "hedge"
    DIRECTION = "direction"
    PERIOD = "period"
    BASE = "base"
    PLACE = "place"
    SPEAKER = "speaker"
    MEASURE = "measure"
    KIND = "kind"
    DOCUMENT = "document"
    HEADLINE = "headline"
    SUMMARY = "summary"
    CONTEXT = "context"
    TAGS = "tags"
    ROLE = "role"
    ADDRESS = "address"


FOR_READERS = (Slot.HEADLINE, Slot.SUMMARY, Slot.CONTEXT, Slot.TAGS, Slot.ADDRESS, Slot.ROLE)
"""Slots of a report's own words: a person writes them for readers, and no figure hangs on them."""

TYPED = tuple(slot for slot in Slot if slot is not Slot.DOCUMENT)
"""Slots that a person types; the other is what a claim takes over when its document's data are put right."""

_FIGURE = ("amount", "change", "amounts", "changes")
_FIELDS = {
    Slot.AMOUNT: _FIGURE,
    Slot.UNIT: _FIGURE,
    Slot.HEDGE: _FIGURE,
    Slot.DIRECTION: _FIGURE,
    Slot.BASE: _FIGURE,
    Slot.PERIOD: ("period", "periods"),
    Slot.PLACE: ("place", "places"),
    Slot.SPEAKER: ("attribution",),
    Slot.MEASURE: ("measure",),
    Slot.KIND: ("kind",),
}
"""What of a claim each slot is."""

TOLD = {Slot.UNIT: "amount", Slot.HEDGE: "amount", Slot.BASE: "period", Slot.DIRECTION: "change"}
"""Where notes on a slot say that they belong, where that is not the slot's own name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A correction of a claim's reading. Never changed, never deleted; taking one back is a row of its own.

    Attributes:
        claim: The claim's id.
        slot: What was put right.
        said: The words that the reviewer typed; empty where a correction is taken back.
        before: The slot before, in words; empty where it held nothing.
        after: The slot from then on, in words.
        reading: The whole claim as it is read from then on.
        reviewer: Who.
        at: When, in UTC.
        undoes: The id of the correction that this one takes back; empty otherwise.
    """

    claim: str
    slot: Slot
    said: str
    before: str
    after: str
    reading: Claim
    reviewer: str
    at: datetime
    undoes: str = ""

    @property
    def change(self) -> str:
        """What stood there and what stands there from then on: ``2021 → 2019``; an empty slot is ``nothing``."""
        return f"{self.before or 'nothing'} → {self.after or 'nothing'}"

    @property
    def id(self) -> str:
        """Twelve hex digits over all but the reading: the same correction, kept twice at one moment, is one."""
        when = self.at.astimezone(UTC).isoformat()
        said = (self.claim, self.slot.value, self.said, self.before, self.after, self.reviewer, when, self.undoes)
        return hashlib.sha256(repr(said).encode(errors="surrogatepass")).hexdigest()[:12]


def standing_corrections(given: Sequence[Correction]) -> tuple[Correction, ...]:
    """Return the corrections that count, oldest first: without those that were taken back, and without what took them back.

    Args:
        given: All of one claim, in the order in which they were added.
    """
    gone = {each.undoes for each in given if each.undoes}
    return tuple(each for each in given if not each.undoes and each.id not in gone)


def edited(claim: Claim, correction: Correction) -> Claim:
    """Return another reading of the claim, with the slot as a person put it right in a correction."""
    if correction.slot in FOR_READERS:
        return _worded(claim, correction)
    fields = {name: getattr(correction.reading, name) for name in _FIELDS[correction.slot]}
    about = TOLD.get(correction.slot, correction.slot.value)
    return replace(claim, **fields, notes=tuple(note for note in claim.notes if note.where != about))


def _worded(claim: Claim, correction: Correction) -> Claim:
    """Return the claim with one of its report's own words as a person wrote it, and no other of them."""
    if correction.slot is not Slot.ROLE:
        value = getattr(correction.reading.report_words, correction.slot.value)
        return replace(claim, report_words=replace(claim.report_words, **{correction.slot.value: value}))
    said, new = claim.attribution, correction.reading.attribution
    if said is None or said.speaker is None or new is None or new.speaker is None:
        return claim
    return replace(claim, attribution=replace(said, speaker=replace(said.speaker, role=new.speaker.role)))


def reading_now(as_read: Claim, given: Sequence[Correction]) -> Claim:
    """Return the claim as it is read once all of its corrections are counted in.

    Args:
        as_read: The claim as it came in.
        given: All of its corrections, in the order in which they were added.
    """
    reading = as_read
    for each in standing_corrections(given):
        reading = each.reading if each.slot is Slot.DOCUMENT else edited(reading, each)
    return reading
