"""Corrections: a reviewer corrects a slot of a claim. They are only ever added; the machine's own reading is kept too.

Each stores the whole corrected claim, so that no later version of the reading rules changes what a person decided.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from workbench.core.claim import Claim


class Slot(StrEnum):
    """The part of a claim that is corrected."""

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
"""Slots that hold a report's own words: a person writes them for readers, and no figure depends on them."""

TYPED = tuple(slot for slot in Slot if slot is not Slot.DOCUMENT)
"""Slots that a person types. The other one, `DOCUMENT`, is what a claim takes over when its document's data are corrected."""

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
"""The fields of a claim that each slot covers."""

TOLD = {Slot.UNIT: "amount", Slot.HEDGE: "amount", Slot.BASE: "period", Slot.DIRECTION: "change"}
"""The name under which notes refer to a slot, where it is not the slot's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A correction of a claim's reading. Never changed, never deleted; taking one back is a row of its own.

    Attributes:
        claim: The claim's id.
        slot: The slot that is corrected.
        said: The words that the reviewer typed; empty where a correction is taken back.
        before: The slot before, in words; empty where it held nothing.
        after: The slot after it, in words.
        reading: The whole claim with the correction.
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
        """The old and the new value of the slot: ``2021 → 2019``; an empty slot is ``nothing``."""
        return f"{self.before or 'nothing'} → {self.after or 'nothing'}"

    @property
    def id(self) -> str:
        """Twelve hex digits, a hash of all fields but the reading: the same correction, stored twice at one moment, has one id."""
        when = self.at.astimezone(UTC).isoformat()
        said = (self.claim, self.slot.value, self.said, self.before, self.after, self.reviewer, when, self.undoes)
        return hashlib.sha256(repr(said).encode(errors="surrogatepass")).hexdigest()[:12]


def standing_corrections(given: Sequence[Correction]) -> tuple[Correction, ...]:
    """Select the corrections in force, oldest first: neither those that were taken back nor the rows that took them back.

    Args:
        given: All of one claim, in the order in which they were added.
    """
    gone = {each.undoes for each in given if each.undoes}
    return tuple(each for each in given if not each.undoes and each.id not in gone)


def edited(claim: Claim, correction: Correction) -> Claim:
    """Apply a correction to another reading of the claim: copy the corrected slot into it."""
    if correction.slot in FOR_READERS:
        return _worded(claim, correction)
    fields = {name: getattr(correction.reading, name) for name in _FIELDS[correction.slot]}
    about = TOLD.get(correction.slot, correction.slot.value)
    return replace(claim, **fields, notes=tuple(note for note in claim.notes if note.where != about))


def _worded(claim: Claim, correction: Correction) -> Claim:
    """Copy one slot of the report's own words from a correction into the claim, and leave the others."""
    if correction.slot is not Slot.ROLE:
        value = getattr(correction.reading.report_words, correction.slot.value)
        return replace(claim, report_words=replace(claim.report_words, **{correction.slot.value: value}))
    said, new = claim.attribution, correction.reading.attribution
    if said is None or said.speaker is None or new is None or new.speaker is None:
        return claim
    return replace(claim, attribution=replace(said, speaker=replace(said.speaker, role=new.speaker.role)))


def reading_now(as_read: Claim, given: Sequence[Correction]) -> Claim:
    """Apply all corrections of a claim.

    Args:
        as_read: The claim as the machine read it.
        given: All of its corrections, in the order in which they were added.
    """
    reading = as_read
    for each in standing_corrections(given):
        reading = each.reading if each.slot is Slot.DOCUMENT else edited(reading, each)
    return reading
