"""Amending documents: a missed claim is added, two are joined, one is split; a document is hidden and shown.

Each is an event that is only ever added. A claim that is removed keeps its history and its verdicts, and comes back when the
event is taken back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from workbench.core.claim import Claim
from workbench.core.claims_by_hand import ByHand
from workbench.core.corrections.amendment import (
    Amendment,
    AmendmentKind,
    DocumentData,
    fold_amendments,
    standing_amendments,
)
from workbench.core.corrections.correction import Slot, standing_corrections
from workbench.core.document import Document, Span
from workbench.core.errors import UsageError
from workbench.core.failures.amendment_errors import (
    AlreadyClaimError,
    AmendedSinceError,
    ClaimAsideError,
    NotOneClaimError,
    OneFigureError,
    PartsThereError,
)
from workbench.core.failures.review_errors import TakenBackError
from workbench.desk.correcting import document_data_typing, marked_words
from workbench.desk.correcting.quote_places import quoted
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.verdicts.verdicts import reviewer
from workbench.ports import NOTHING_MORE, AmendedClaims
from workbench.report.amendment_words import amended_words, aside_words

_HANDED_ON = (Slot.PLACE, Slot.PERIOD, Slot.SPEAKER)
"""Slots that the parts of a split claim take over where a person corrected them."""


@dataclass(frozen=True, slots=True)
class AmendedDocument:
    """An amendment, and the claims that it added."""

    amendment: Amendment
    came: tuple[Claim, ...] = ()
    notices: tuple[str, ...] = ()


class Amending:
    """Operations on the claims and the data of documents."""

    def __init__(self, ports: DeskPorts) -> None:
        self._ports = ports

    # --- claims ----------------------------------------------------------------------------------------

    def add(self, document: str, quote: str, by: str = "") -> AmendedDocument:
        """Add a claim by its quoted words.

        Raises:
            NoSuchRecordError: There is no such document.
            UsageError: The words are missing, occur twice, span two paragraphs, have no figure, or are a claim already.
        """
        found = self._ports.store.document(document)
        return self.add_marked(found.id, quoted(found, quote), by)

    def add_marked(self, document: str, marked: Span, by: str = "") -> AmendedDocument:
        """Add a claim by a range of a document's text. Raises as `add` does."""
        found = self._ports.store.document(document)
        claim = self._by_hand(marked_words.read_mark(self._ports, found, marked), "added", by)
        for other in self._ports.store.claims_in(found.id):
            if other.id == claim.id or (claim.figure and other.figure and other.figure.span == claim.figure.span):
                raise AlreadyClaimError(other.id, other.quote)
        made = self._amendment(found.id, AmendmentKind.ADD, by, said=claim.quote, came=(claim.id,))
        self._ports.store.amend(made, AmendedClaims(came=(claim,)))
        return AmendedDocument(made, (claim,))

    def join(self, claim: str, other: str, by: str = "") -> AmendedDocument:
        """Join two claims; the first one's reading is kept, and its empty slots are filled from the other.

        Raises:
            NoSuchRecordError: There is no such claim.
            UsageError: They are one already, are in two paragraphs or documents, or one is set aside.
        """
        from workbench.extract.joined_claims import join_claims  # noqa: PLC0415  (word files are loaded where a claim needs them)

        first, second = (self._there(key) for key in (claim, other))
        if first.id == second.id:
            raise NotOneClaimError("they are the same")
        if first.document != second.document:
            raise NotOneClaimError("they stand in two documents")
        document = self._ports.store.document(first.document)
        one = join_claims(first, second, document.text)
        if marked_words.is_over_paragraphs(document, one.span):
            raise NotOneClaimError("they stand in two paragraphs")
        gone = tuple(key for key in (first.id, second.id) if key != one.id)
        came = () if one.id in {first.id, second.id} else (one.id,)
        one = self._by_hand(one, "joined", by, (first.id, second.id))
        made = self._amendment(document.id, AmendmentKind.JOIN, by, said=one.quote, gone=gone, came=came)
        self._ports.store.amend(made, AmendedClaims(came=(one,) if came else ()))
        return AmendedDocument(made, (one,))

    def split(self, claim: str, quotes: Sequence[str] = (), by: str = "") -> AmendedDocument:
        """Split a claim: one new claim for each of its figures, or for the quoted words.

        Raises:
            NoSuchRecordError: There is no such claim.
            UsageError: It has one figure, is set aside, or the words are missing.
        """
        whole = self._there(claim)
        document = self._ports.store.document(whole.document)
        marks = [quoted(document, quote) for quote in quotes] or marked_words.figures(document, whole.span)
        if len(set(marks)) < 2:
            raise OneFigureError(whole.id, len(marks))
        parts = [self._part(document, whole, mark, by) for mark in dict.fromkeys(marks)]
        there = {each.id for each in self._ports.store.claims_in(document.id)}
        came = tuple(part for part in parts if part.id not in there)
        gone = () if any(part.id == whole.id for part in parts) else (whole.id,)
        if not came:
            raise PartsThereError(whole.id, [part.id for part in parts])
        keys = tuple(part.id for part in came)
        made = self._amendment(document.id, AmendmentKind.SPLIT, by, said=whole.quote, gone=gone, came=keys)
        self._ports.store.amend(made, AmendedClaims(came=came))
        return AmendedDocument(made, tuple(parts))

    def _part(self, document: Document, whole: Claim, mark: Span, by: str) -> Claim:
        """Make one part of a claim, with the corrections of the whole."""
        from workbench.extract.corrections.corrected_claim import corrected  # noqa: PLC0415  (likewise)

        part = marked_words.read_mark(self._ports, document, mark)
        for each in standing_corrections(self._ports.store.corrections(whole.id)):
            if each.slot in _HANDED_ON:
                with suppress(UsageError):
                    part = corrected(part, each.slot, each.said)
        return self._by_hand(part, "split", by, (whole.id,))

    def _there(self, key: str) -> Claim:
        """Load a claim, unless it is set aside."""
        claim = self._ports.store.claim(key)
        if why := self.why_aside(claim):
            raise ClaimAsideError(claim.id, why)
        return claim

    def _by_hand(self, claim: Claim, how: str, by: str, of: tuple[str, ...] = ()) -> Claim:
        made = ByHand(how=how, reviewer=reviewer(self._ports, by), at=self._ports.clock(), of=of)
        return replace(claim, by_hand=made)

    # --- documents -------------------------------------------------------------------------------------

    def set(self, document: str, values: Sequence[tuple[str, str]], by: str = "") -> AmendedDocument:
        """Correct the data of a document, and read its claims again; a person's decisions are kept.

        Raises:
            NoSuchRecordError: There is no such document.
            UsageError: A name or a value cannot be read.
        """
        from workbench.desk.correcting import document_rereading  # noqa: PLC0415  (the readers are loaded where they are needed)

        found = self._ports.store.document(document)
        data = document_data_typing.changed(DocumentData.of(found), values)
        before, after = document_data_typing.difference(DocumentData.of(found), data)
        said = ", ".join(f"{name}={typed}" for name, typed in values)
        made = self._amendment(found.id, AmendmentKind.SET, by, said=said, before=before, after=after)
        reread = document_rereading.reread(self._ports, data.put_on(found), made)
        made = replace(made, data=data, gone=reread.gone, came=reread.came)
        self._ports.store.amend(made, reread.amended)
        return AmendedDocument(made, reread.amended.came, reread.notices)

    def hide(self, document: str, by: str = "") -> AmendedDocument:
        """Take a document out of the library, and its claims out of the queue. Raises NoSuchRecordError."""
        return self._seen(document, AmendmentKind.HIDE, by)

    def show(self, document: str, by: str = "") -> AmendedDocument:
        """Bring a hidden document back with its claims. Raises NoSuchRecordError."""
        return self._seen(document, AmendmentKind.SHOW, by)

    def _seen(self, document: str, kind: AmendmentKind, by: str) -> AmendedDocument:
        found = self._ports.store.document(document)
        is_hidden = fold_amendments(self._ports.store.amendments(found.id)).hidden is not None
        if is_hidden == (kind is AmendmentKind.HIDE):
            raise UsageError(
                f"Document {found.id} is {'hidden' if is_hidden else 'not hidden'} already.", "workbench document list"
            )
        made = self._amendment(found.id, kind, by)
        self._ports.store.amend(made)
        return AmendedDocument(made)

    def sentences(self, document: Document) -> Sequence[Span]:
        """Find the spans of a document's sentences."""
        from workbench.extract import split_sentences  # noqa: PLC0415  (likewise)

        return [sentence.span for sentence in split_sentences(document.text, document.language)]

    # --- what was done ---------------------------------------------------------------------------------

    def of_document(self, document: str) -> Sequence[Amendment]:
        """Return the amendments of a document, oldest first, taken-back ones too."""
        return self._ports.store.amendments(document)

    def of_claim(self, claim: Claim) -> Sequence[Amendment]:
        """List the amendments that added or removed a claim, and those of its document as a whole, oldest first."""
        return tuple(each for each in self.of_document(claim.document) if _concerns(each, claim.id))

    def why_aside(self, claim: Claim) -> str:
        """Say why a claim is set aside; empty where it is not."""
        amended = fold_amendments(self.of_document(claim.document))
        if claim.id in amended.aside:
            return aside_words(amended.aside[claim.id])
        return aside_words(amended.hidden) if amended.hidden else ""

    # --- taking back -----------------------------------------------------------------------------------

    def last_standing(self, claim: str | None, by: str = "") -> Amendment | None:
        """Find the reviewer's own newest valid amendment, of those about a claim or of all."""
        who = reviewer(self._ports, by).casefold()
        if claim is not None:
            return _last_of(who, self.of_claim(self._ports.store.claim(claim)))
        for newest in self._ports.store.amendments(limit=50):
            if newest.reviewer.casefold() == who and not newest.undoes:
                given = self.of_document(newest.document)
                if newest in standing_amendments(given):
                    return newest
        return None

    def take_back(self, gone: Amendment, by: str = "") -> Amendment | None:
        """Take back an amendment, and return it; None where somebody took it back in the meantime.

        Raises:
            AmendedSinceError: A later amendment depends on it.
        """
        given = self.of_document(gone.document)
        if any(each.undoes == gone.id for each in given):
            return None
        for each in _after(gone, given):
            if set(each.gone) & set(gone.came) or (each.kind is gone.kind is AmendmentKind.SET):
                raise AmendedSinceError(amended_words(each), each.reviewer)
        back = self._amendment(
            gone.document, gone.kind, by, undoes=gone.id, gone=gone.came, came=gone.gone, before=gone.after, after=gone.before
        )  # fmt: skip
        amended = NOTHING_MORE
        if gone.kind is AmendmentKind.SET:
            from workbench.desk.correcting import document_rereading  # noqa: PLC0415  (likewise)

            amended = document_rereading.read_before(self._ports, gone, back)
        try:
            self._ports.store.amend(back, amended)
        except TakenBackError:
            return None
        return gone

    def _amendment(
        self, document: str, kind: AmendmentKind, by: str, *, said: str = "", before: str = "", after: str = "",
        gone: tuple[str, ...] = (), came: tuple[str, ...] = (), undoes: str = "",
    ) -> Amendment:  # fmt: skip
        given = self._ports.store.amendments(document)
        return Amendment(
            document=document,
            kind=kind,
            reviewer=reviewer(self._ports, by),
            at=self._ports.clock(),
            said=said,
            before=before,
            after=after,
            gone=gone,
            came=came,
            undoes=undoes,
            follows=given[-1].id if given else "",
        )


def _concerns(amendment: Amendment, claim: str) -> bool:
    of_all = amendment.kind in {AmendmentKind.SET, AmendmentKind.HIDE, AmendmentKind.SHOW}
    return of_all or claim in amendment.gone or claim in amendment.came


def _last_of(who: str, given: Sequence[Amendment]) -> Amendment | None:
    mine = (each for each in reversed(standing_amendments(given)) if each.reviewer.casefold() == who)
    return next(mine, None)


def _after(one: Amendment, given: Sequence[Amendment]) -> Iterator[Amendment]:
    """Yield the valid amendments that were added after one."""
    standing = standing_amendments(given)
    yield from standing[standing.index(one) + 1 :] if one in standing else ()
