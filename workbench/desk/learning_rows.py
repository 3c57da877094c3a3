"""What corrections teach: which slots are put right most, by whose speeches, and each as a labelled row.

A row holds the words, the machine's reading and the person's. Corrections that were taken back teach nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbench.core.claim import Claim
from workbench.core.correction import Correction, Slot, standing_corrections
from workbench.core.labelled_row import LabelledRow
from workbench.desk.desk_ports import DeskPorts
from workbench.report.slots import slot_words

ALL = 10_000_000
"""More corrections than any desk has."""

NOBODY = "nobody named"


@dataclass(frozen=True, slots=True)
class CorrectedMost:
    """How often a slot was put right, in all and by speaker, the most first."""

    slot: Slot
    times: int
    speakers: tuple[tuple[str, int], ...]


def labelled_rows(ports: DeskPorts) -> Iterator[LabelledRow]:
    """Every slot that was put right and stands, in the order in which its claim was first corrected."""
    by_claim: dict[str, list[Correction]] = {}
    for each in reversed(ports.store.corrections(limit=ALL)):
        by_claim.setdefault(each.claim, []).append(each)
    for claim, given in by_claim.items():
        standing = {each.slot: each for each in standing_corrections(given) if each.slot is not Slot.DOCUMENT}
        if standing:
            yield from _rows(ports.store.claim_as_read(claim), standing.values())


def _rows(machine: Claim, standing: Iterable[Correction]) -> Iterator[LabelledRow]:
    speaker = machine.attribution.speaker if machine.attribution else None
    for each in standing:
        row = LabelledRow(each, slot_words(machine, each.slot), each.after, speaker.name if speaker else "")
        if row.machine != row.person:
            yield row


def corrected_most(rows: Iterable[LabelledRow]) -> list[CorrectedMost]:
    """The slots that were put right, the most first; slots of equal count in the order of their names."""
    slots: dict[Slot, Counter[str]] = {}
    for row in rows:
        slots.setdefault(row.last.slot, Counter())[row.speaker or NOBODY] += 1
    found = [CorrectedMost(slot, who.total(), tuple(_most_first(who))) for slot, who in slots.items()]
    return sorted(found, key=lambda each: (-each.times, each.slot.value))


def _most_first(counted: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
