"""Reads a document's claims again after its data were corrected. No decision of a person is lost.

A claim that was edited, reviewed or made by hand stays, whatever the new reading; the slots that a person corrected do not change. A
claim that nobody touched and that is no longer found is set aside; a claim that is found for the first time is added.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from workbench.core.claim import Claim
from workbench.core.corrections.amendment import BY_HAND, Amendment, fold_amendments
from workbench.core.corrections.correction import TYPED, Correction, Slot, edited, reading_now, standing_corrections
from workbench.core.document import Document, Span
from workbench.core.errors import UsageError
from workbench.core.verdict import Stage
from workbench.desk.correcting.marked_words import read_mark
from workbench.desk.desk_ports import DeskPorts, whole
from workbench.desk.importing.document_import import read_claims
from workbench.extract.claim.check_worthiness import weights_with
from workbench.ports import AmendedClaims, ClaimFilter
from workbench.report.slot_words import slot_words

MOST = 1_000_000
"""A limit above the number of claims of any document."""

_STAYS = ("kind", "measure", "amount", "change", "amounts", "changes", "qualifiers", "by_hand")
"""Fields of a claim made by hand that a new reading never changes."""


class HiddenDocumentError(UsageError):
    """The data of a hidden document were to be corrected."""

    def __init__(self, document: str) -> None:
        super().__init__(f"Document {document} is hidden.", f"Show it first: workbench document show {document}.")


@dataclass(frozen=True, slots=True)
class Reread:
    """The result of reading a document again.

    Attributes:
        amended: The claims that are added, and the claims whose reading changed.
        gone: Ids of the claims that are no longer found.
        came: Ids of the claims that are added, also those that had been set aside.
        notices: What a reviewer must know, one sentence each.
    """

    amended: AmendedClaims
    gone: tuple[str, ...]
    came: tuple[str, ...]
    notices: tuple[str, ...]


def reread(ports: DeskPorts, document: Document, made: Amendment) -> Reread:
    """Read a document again.

    Args:
        ports: The desk's ports.
        document: The document with its corrected data.
        made: The amendment; its reviewer and moment are those of the corrections.

    Raises:
        HiddenDocumentError: The document is hidden.
    """
    amended = fold_amendments(ports.store.amendments(document.id))
    if amended.hidden is not None:
        raise HiddenDocumentError(document.id)
    fresh = {claim.id: claim for claim in read_claims(document, weights_with(ports.worth)).claims}
    work = _RereadDocument(ports, document, made)
    there = ports.store.claims_in(document.id)
    for claim in there:
        work.take(claim, fresh.get(claim.id))
    left_aside = {key for key, by in amended.aside.items() if by is None or by.kind in BY_HAND}
    for claim in _coming(fresh, {each.id for each in there} | left_aside, work.stays):
        work.take_claim(claim, again=claim.id in amended.aside)
    return work.done()


def _coming(fresh: Mapping[str, Claim], known: set[str], stays: Sequence[Span]) -> Iterator[Claim]:
    """Yield the claims that are found for the first time and do not overlap a person's claim."""
    for key, claim in fresh.items():
        if key not in known and not any(claim.span.overlaps(span) for span in stays):
            yield claim


class _RereadDocument:
    """Compares the claims of a document, one by one, with the new reading."""

    def __init__(self, ports: DeskPorts, document: Document, made: Amendment) -> None:
        self._ports, self._document, self._made = ports, document, made
        self._corrections: list[Correction] = []
        self._follows: dict[str, str] = {}
        self._gone: list[str] = []
        self._came: list[str] = []
        self._new: list[Claim] = []
        self._notices: list[str] = []
        self.stays: list[Span] = []

    def take(self, claim: Claim, fresh: Claim | None) -> None:
        """Process an existing claim and its new reading; None where it is no longer found."""
        given = self._ports.store.corrections(claim.id)
        reviews = whole(self._ports).store.reviews(claim.id)
        if claim.by_hand is not None:
            fresh = self._made_by_hand(claim)
        if claim.by_hand is not None or fresh is None:
            self.stays.append(claim.span)
        if fresh is None:
            if not (given or reviews or claim.by_hand):
                self.stays.pop()
                self._gone.append(claim.id)
            return
        now = fresh
        for each in standing_corrections(given):
            now = now if each.slot is Slot.DOCUMENT else edited(now, each)
        if self._correct(claim, now, given) and reviews:
            self._notices.append(f"{claim.id} has reviews, and is read otherwise now: look at it again.")

    def take_claim(self, claim: Claim, *, again: bool) -> None:
        """Process an added claim, for the first time or again after it was set aside."""
        self._came.append(claim.id)
        if again:
            self._correct(self._ports.store.claim(claim.id), claim, self._ports.store.corrections(claim.id))
        else:
            self._new.append(claim)

    def done(self) -> Reread:
        """Return all of it."""
        amended = AmendedClaims(tuple(self._new), tuple(self._corrections), self._follows)
        return Reread(amended, tuple(self._gone), tuple(self._came), tuple(self._notices))

    def _made_by_hand(self, claim: Claim) -> Claim:
        """Read a claim made by hand again with the document's current data."""
        machine = self._ports.store.claim_as_read(claim.id)
        read = replace(machine, said=self._document.published, language=self._document.language)
        with suppress(UsageError):
            read = read_mark(self._ports, self._document, claim.span)
        return replace(read, **{name: getattr(machine, name) for name in _STAYS})

    def _correct(self, before: Claim, now: Claim, given: Sequence[Correction]) -> bool:
        """Record that a claim's reading changed; return whether its slots did."""
        if now == before:
            return False
        slots = [slot for slot in TYPED if slot_words(before, slot) != slot_words(now, slot)]
        words = [
            ", ".join(f"{slot.value} {slot_words(each, slot) or 'nothing'}" for slot in slots) for each in (before, now)
        ]
        self._corrections.append(
            Correction(
                claim=before.id,
                slot=Slot.DOCUMENT,
                said=self._made.said,
                before=words[0] or self._made.before,
                after=words[1] or self._made.after,
                reading=now,
                reviewer=self._made.reviewer,
                at=self._made.at,
            )
        )
        self._follows[before.id] = given[-1].id if given else ""
        return bool(slots)


def read_before(ports: DeskPorts, gone: Amendment, back: Amendment) -> AmendedClaims:
    """Restore the reading of a document's claims from before its data were corrected, keeping later edits.

    Args:
        ports: The desk's ports.
        gone: The amendment that is taken back.
        back: The one that takes it back.
    """
    corrections: list[Correction] = []
    follows: dict[str, str] = {}
    wanted = ClaimFilter(document=gone.document, stages=tuple(stage.value for stage in Stage))
    for row in ports.store.claims(wanted, 0, MOST):
        given = ports.store.corrections(row.id)
        for each in standing_corrections(given):
            if each.slot is Slot.DOCUMENT and (each.at, each.reviewer) == (gone.at, gone.reviewer):
                corrections.append(_taking_back(ports, each, given, back))
                follows[row.id] = given[-1].id
    return AmendedClaims((), tuple(corrections), follows)


def _taking_back(ports: DeskPorts, gone: Correction, given: Sequence[Correction], back: Amendment) -> Correction:
    kept = [each for each in given if each.id != gone.id]
    return Correction(
        claim=gone.claim,
        slot=Slot.DOCUMENT,
        said="",
        before=gone.after,
        after=gone.before,
        reading=reading_now(ports.store.claim_as_read(gone.claim), kept),
        reviewer=back.reviewer,
        at=back.at,
        undoes=gone.id,
    )
