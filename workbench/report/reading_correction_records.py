"""Records of edits of a reading for scripts: a slot that a person corrected. Changes of a published verdict are in `public_change_words`."""

from __future__ import annotations

from typing import Any

from workbench.core.claim import Claim
from workbench.core.corrections.correction import Correction, standing_corrections
from workbench.core.corrections.labelled_row import LabelledRow
from workbench.report.slot_words import slots_of


def edit_record(correction: Correction) -> dict[str, Any]:
    """Make the record of an edit of a slot: ``before`` and ``after`` in words, what was typed, who and when; without the edited claim."""
    return {
        "id": correction.id,
        "claim": correction.claim,
        "slot": correction.slot.value,
        "said": correction.said,
        "before": correction.before,
        "after": correction.after,
        "reviewer": correction.reviewer,
        "at": correction.at.isoformat(),
        "undoes": correction.undoes or None,
    }


def labelled_record(row: LabelledRow) -> dict[str, Any]:
    """Make the record of a labelled row: the words, one slot as the machine read it, and as a person corrected it."""
    claim = row.claim
    return {
        "text": claim.context, "quote": claim.quote, "slot": row.slot, "machine": row.machine or None,
        "person": row.person or None, "typed": row.typed or None, "speaker": row.speaker or None,
        "language": claim.language, "said": claim.said.isoformat() if claim.said else None, "claim": claim.id,
        "document": claim.document, "reviewer": row.reviewer, "at": row.at.isoformat(),
    }  # fmt: skip


def slots_record(claim: Claim) -> dict[str, str | None]:
    """Make the record of a claim's slots in words, null for an empty slot."""
    return {slot.value: words or None for slot, words in slots_of(claim).items()}


def edits_record(given: list[Correction], machine: Claim) -> dict[str, Any]:
    """Make the record of all edits of a claim's reading, which of them are in force, and how the machine read it."""
    return {
        "corrections": [edit_record(each) for each in given],
        "standing": [each.id for each in standing_corrections(given)],
        "machine": slots_record(machine) if given else None,
    }
