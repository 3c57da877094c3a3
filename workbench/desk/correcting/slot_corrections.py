"""Corrects a claim's reading: the reviewer's input is read, stored, and in force until it is taken back.

Earlier findings do not change: a verdict keeps the findings it was given on. New research uses the corrected claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

from workbench.compare.finding_words import said
from workbench.core.claim import Claim
from workbench.core.corrections.correction import (
    FOR_READERS,
    TYPED,
    Correction,
    Slot,
    reading_now,
    standing_corrections,
)
from workbench.core.errors import UnknownNameError, UsageError
from workbench.core.failures.publish_errors import AddressElsewhereError
from workbench.core.failures.review_errors import TakenBackError
from workbench.core.place import place_name
from workbench.core.quantity import Dimension
from workbench.core.slip import Slip
from workbench.core.text_cleaning import clean_text
from workbench.desk.correcting.line_typing import named_value, next_line
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.verdicts.new_review import moment_at
from workbench.desk.verdicts.verdicts import reviewer
from workbench.ports import Researched
from workbench.report.reader_headline import proposed_headline
from workbench.report.slot_words import slot_words, slots_of

_READ = tuple(slot for slot in TYPED if slot not in FOR_READERS)
"""The slots of a reading."""

_SLOTS_NAMED_BY_VALUE = (Slot.DIRECTION, Slot.KIND, Slot.HEDGE, Slot.PERIOD, Slot.AMOUNT, Slot.PLACE)
"""Slots that are recognised by their values, in the order in which a value is tried: 2020 is a year before it is an amount."""

_HEDGING = 2
"""Maximum number of words of a hedge that is recognised by its value."""


@dataclass(frozen=True, slots=True)
class SlotOffer:
    """A suggested value for a slot.

    Attributes:
        slot: The slot.
        typed: The text to type.
        because: Why it is suggested: another reading of the words, or what would make the claim true.
    """

    slot: Slot
    typed: str
    because: str


def slot_named(name: str) -> Slot:
    """Find a slot by its name. Raises UnknownNameError."""
    found = next((slot for slot in TYPED if slot.value == name.strip().casefold()), None)
    if found is None:
        raise UnknownNameError("slot", name, list(TYPED))
    return found


def slot_typed(claim: Claim, line: str) -> tuple[Slot, str]:
    """Read the slot and the value of a correction: ``period 2020``, ``per 2020``, or only a value whose slot is clear, ``2020``.

    Raises:
        UnknownNameError: There is no such slot, and the line is no value whose slot is clear.
    """
    name, value = named_value(line)
    called = name.casefold()
    if not called or any(slot.value == called for slot in TYPED):
        return slot_named(name), value
    begun = [slot for slot in _READ if len(called) > 1 and slot.value.startswith(called)]
    if value and len(begun) == 1:
        return begun[0], value
    named = next((slot for slot in _SLOTS_NAMED_BY_VALUE if _is_value_of(claim, slot, line.strip())), None)
    return (named, line.strip()) if named else (slot_named(name), value)


def _is_value_of(claim: Claim, slot: Slot, typed: str) -> bool:
    """Check whether the typed text can be read as a value of a slot."""
    from workbench.extract.corrections.corrected_claim import corrected  # noqa: PLC0415  (word files are loaded where a claim needs them)

    if slot is Slot.HEDGE and len(typed.split()) > _HEDGING:
        return False
    with suppress(UsageError):
        figure = corrected(claim, slot, typed).figure
        counts = figure is not None and figure.value.unit.dimension is Dimension.COUNT
        return slot is not Slot.AMOUNT or not counts or not re.search(r"[^\W\d_]", typed)
    return False


def correct(ports: DeskPorts, claim: str, values: Sequence[tuple[Slot, str]], by: str) -> Sequence[Correction]:
    """Store corrections of a claim, in order, and return them; none is stored where one of them cannot be read.

    Raises:
        NoSuchRecordError: There is no such claim.
        UsageError: What was typed cannot be read as a value of its slot.
    """
    reading = ports.store.claim(claim)
    for slot, typed in values:
        reading = _correction(ports, reading, slot, typed, by).reading
    return [_kept(ports, reading.id, slot, typed, by) for slot, typed in values]


def _kept(ports: DeskPorts, claim: str, slot: Slot, typed: str, by: str) -> Correction:
    """Store one correction on top of the current reading; a simultaneous correction by somebody else is read first."""
    with ports.store.together([claim]):
        one = _correction(ports, ports.store.claim(claim), slot, typed, by)
        ports.store.correct(one)
    return one


def _correction(ports: DeskPorts, before: Claim, slot: Slot, typed: str, by: str) -> Correction:
    from workbench.extract.corrections.corrected_claim import corrected  # noqa: PLC0415  (word files are loaded where a claim needs them)

    words = " ".join(clean_text(typed).text.split())
    after = corrected(before, slot, words)
    if slot is Slot.ADDRESS:
        _check_own(ports, words)
    return Correction(
        claim=before.id,
        slot=slot,
        said=words,
        before=slot_words(before, slot),
        after=slot_words(after, slot),
        reading=after,
        reviewer=reviewer(ports, by),
        at=moment_at(ports, before.id),
    )


def last_standing(ports: DeskPorts, claim: str | None, by: str) -> Correction | None:
    """Find the reviewer's own newest valid correction, of a claim or of all, if it is the last of its claim."""
    who = reviewer(ports, by).casefold()
    if claim is None:
        newest = ports.store.corrections(limit=50)
        claim = next((each.claim for each in newest if each.reviewer.casefold() == who), None)
    standing = standing_corrections(ports.store.corrections(claim)) if claim else ()
    last = standing[-1] if standing else None
    return last if last and last.slot is not Slot.DOCUMENT and last.reviewer.casefold() == who else None


def take_back(ports: DeskPorts, gone: Correction, by: str) -> Correction | None:
    """Take back a correction, and return it; None where somebody took it back in the meantime."""
    with suppress(TakenBackError), ports.store.together([gone.claim]):
        given = ports.store.corrections(gone.claim)
        reading = reading_now(ports.store.claim_as_read(gone.claim), [each for each in given if each.id != gone.id])
        back = Correction(
            claim=gone.claim,
            slot=gone.slot,
            said="",
            before=gone.after,
            after=slot_words(reading, gone.slot),
            reading=reading,
            reviewer=reviewer(ports, by),
            at=moment_at(ports, gone.claim),
            undoes=gone.id,
        )
        ports.store.correct(back)
        return gone
    return None


def offers(ports: DeskPorts, claim: Claim) -> Sequence[SlotOffer]:
    """Suggest values for slots: other readings of its words, then what would make the claim true."""
    lying = ports.store.research(claim.id)
    slips = [slip for finding in lying.findings for slip in finding.slips] if lying else []
    found = [
        *_other_readings(claim),
        *(offer for slip in slips for offer in _of_slip(slip)),
        *_for_readers(claim, lying),
    ]
    return list({(offer.slot, offer.typed): offer for offer in reversed(found)}.values())[::-1]


def next_typed(ports: DeskPorts, claim: str, typed: str) -> str:
    """Find the next suggestion after the typed text, as ``slot value``: the offers, then each slot's current value, cyclically."""
    found = ports.store.claim(claim)
    lines = [f"{offer.slot.value} {offer.typed}" for offer in offers(ports, found)]
    lines += [f"{slot.value} {words}".strip() for slot, words in slots_of(found).items()]
    return next_line(lines, typed)


def next_words(ports: DeskPorts, claim: str, typed: str) -> str:
    """Find the same for the report's own words: the machine's proposals, then the current values."""
    found = ports.store.claim(claim)
    lines = [f"{offer.slot.value} {offer.typed}" for offer in offers(ports, found) if offer.slot in FOR_READERS]
    lines += [f"{slot.value} {slots_of(found)[slot]}".strip() for slot in FOR_READERS]
    return next_line(lines, typed)


def _other_readings(claim: Claim) -> Iterator[SlotOffer]:
    for amount in claim.figure.alternatives if claim.figure else ():
        yield SlotOffer(Slot.AMOUNT, said(amount, amount.unit), "another reading of the figure")
    for period in claim.period.alternatives if claim.period else ():
        yield SlotOffer(Slot.PERIOD, str(period), "another reading of the period")
    for period_said in claim.periods:
        if claim.period is None or period_said.value != claim.period.value:
            yield SlotOffer(Slot.PERIOD, str(period_said.value), "said in the sentence")
    for place in claim.places:
        if place.value != claim.place:
            yield SlotOffer(Slot.PLACE, place_name(place.value), "named in the sentence")


def _for_readers(claim: Claim, lying: Researched | None) -> Iterator[SlotOffer]:
    """Yield the machine's proposals for the report's own words."""
    report_words, why = claim.report_words, "proposed by the machine"
    if not report_words.headline:
        yield SlotOffer(Slot.HEADLINE, proposed_headline(claim), why)
    said = next((finding.why for finding in lying.findings if finding.why), "") if lying else ""
    if said and not report_words.summary:
        yield SlotOffer(Slot.SUMMARY, " ".join(said.split()), why)
    if claim.measure and not report_words.tags:
        yield SlotOffer(Slot.TAGS, claim.measure.replace(",", " "), why)


def _check_own(ports: DeskPorts, address: str) -> None:
    """Check that a page is on the publisher's own site, where one is configured. Raises AddressElsewhereError."""
    own, host = (urlsplit(each).hostname or "" for each in (ports.publisher.url, address))
    site = own.removeprefix("www.")
    if site and host and host not in {own, site} and not host.endswith(f".{site}"):
        raise AddressElsewhereError(address, site)


def _of_slip(slip: Slip) -> Iterator[SlotOffer]:
    because = slip.says.rstrip(".")
    if slip.kind == "other-period" and slip.period is not None:
        yield SlotOffer(Slot.PERIOD, str(slip.period), because)
    if slip.kind == "other-base" and slip.base is not None:
        yield SlotOffer(Slot.BASE, str(slip.base), because)
    if slip.kind == "other-place" and slip.place:
        yield SlotOffer(Slot.PLACE, place_name(slip.place), because)
