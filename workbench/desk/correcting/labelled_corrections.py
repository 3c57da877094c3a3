"""What corrections show: which slots are corrected most, in whose speeches, and each as a labelled row.

A row has the words, the machine's reading and the person's. Missed claims, and words that are no claim, are rows too. Corrections that
were taken back are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbench.core.claim import Claim
from workbench.core.corrections.amendment import Amendment, AmendmentKind, standing_amendments
from workbench.core.corrections.correction import FOR_READERS, Correction, Slot, standing_corrections
from workbench.core.corrections.labelled_row import CLAIM, IS_CLAIM, IS_NONE, LabelledRow
from workbench.core.verdict import Action, Review, Stage
from workbench.desk.desk_ports import DeskPorts
from workbench.ports import ClaimFilter
from workbench.report.slot_words import slot_words

ALL = 10_000_000
"""A limit above the number of rows of any desk."""

NOBODY = "nobody named"

_TEACH_NOTHING = frozenset({Slot.DOCUMENT, *FOR_READERS})
"""Slots that are not about the reading of the words."""


@dataclass(frozen=True, slots=True)
class CorrectedMost:
    """How often a slot was corrected, in all and by speaker, the most frequent first."""

    slot: str
    times: int
    speakers: tuple[tuple[str, int], ...]


def labelled_rows(ports: DeskPorts) -> Iterator[LabelledRow]:
    """Yield every valid correction of a slot, then the missed claims, then the words that are no claim."""
    by_claim: dict[str, list[Correction]] = {}
    for each in reversed(ports.store.corrections(limit=ALL)):
        by_claim.setdefault(each.claim, []).append(each)
    for claim, given in by_claim.items():
        standing = {each.slot: each for each in standing_corrections(given) if each.slot not in _TEACH_NOTHING}
        if standing:
            yield from _rows(ports.store.claim_as_read(claim), standing.values())
    yield from _missed(ports)
    yield from _none(ports)


def _rows(machine: Claim, standing: Iterable[Correction]) -> Iterator[LabelledRow]:
    for each in standing:
        read = slot_words(machine, each.slot)
        if read != each.after:
            yield LabelledRow(
                claim=each.reading,
                slot=each.slot.value,
                machine=read,
                person=each.after,
                typed=each.said,
                speaker=_speaker(machine),
                reviewer=each.reviewer,
                at=each.at,
            )


def _missed(ports: DeskPorts) -> Iterator[LabelledRow]:
    """Yield the claims that were added by hand."""
    documents = {each.document for each in ports.store.amendments(limit=ALL) if each.kind is AmendmentKind.ADD}
    for document in sorted(documents):
        for each in standing_amendments(ports.store.amendments(document)):
            for key in each.came if each.kind is AmendmentKind.ADD else ():
                yield _said_of(ports.store.claim(key), IS_CLAIM, each.said, each)


def _none(ports: DeskPorts) -> Iterator[LabelledRow]:
    """Yield the claims that were dismissed as none."""
    for row in ports.store.claims(ClaimFilter(stages=(Stage.DISMISSED.value,)), 0, ALL):
        last = next((each for each in reversed(ports.store.reviews(row.id)) if each.action is Action.DISMISS), None)
        claim = ports.store.claim(row.id)
        if last is not None and claim.by_hand is None:
            yield _said_of(claim, IS_NONE, last.note, last)


def _said_of(claim: Claim, person: str, typed: str, given: Amendment | Review) -> LabelledRow:
    """Make the row that says that words are a claim, or no claim, contrary to the machine."""
    return LabelledRow(
        claim=claim,
        slot=CLAIM,
        machine=IS_NONE if person == IS_CLAIM else IS_CLAIM,
        person=person,
        typed=typed,
        speaker=_speaker(claim),
        reviewer=given.reviewer,
        at=given.at,
    )


def _speaker(claim: Claim) -> str:
    speaker = claim.attribution.speaker if claim.attribution else None
    return speaker.name if speaker else ""


def corrected_most(rows: Iterable[LabelledRow]) -> list[CorrectedMost]:
    """Count the corrected slots, the most frequent first; slots of equal count in the order of their names."""
    slots: dict[str, Counter[str]] = {}
    for row in rows:
        name = f"{row.slot} missed" if row.person == IS_CLAIM else row.person if row.person == IS_NONE else row.slot
        slots.setdefault(name, Counter())[row.speaker or NOBODY] += 1
    found = [CorrectedMost(slot, who.total(), tuple(_most_first(who))) for slot, who in slots.items()]
    return sorted(found, key=lambda each: (-each.times, each.slot))


def _most_first(counted: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
