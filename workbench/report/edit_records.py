"""Edits of a reading as scripts see them: a slot that a person put right. What readers get of a verdict stands in `public_changes`."""

from __future__ import annotations

from typing import Any

from workbench.core.claim import Claim
from workbench.core.corrections.correction import Correction, standing_corrections
from workbench.core.corrections.labelled_row import LabelledRow
from workbench.report.slots import slots_of


def edit_record(correction: Correction) -> dict[str, Any]:
    """Return an edit of a slot, without the claim as it is read since: ``before`` and ``after`` in words, what was typed, who and when."""
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
    """Return a labelled row: the words, one slot of them as the machine read it, and as a person put it right."""
    claim = row.claim
    return {
        "text": claim.context, "quote": claim.quote, "slot": row.slot, "machine": row.machine or None,
        "person": row.person or None, "typed": row.typed or None, "speaker": row.speaker or None,
        "language": claim.language, "said": claim.said.isoformat() if claim.said else None, "claim": claim.id,
        "document": claim.document, "reviewer": row.reviewer, "at": row.at.isoformat(),
    }  # fmt: skip


def slots_record(claim: Claim) -> dict[str, str | None]:
    """Return the slots of a claim in words, null where one holds nothing."""
    return {slot.value: words or None for slot, words in slots_of(claim).items()}


def edits_record(given: list[Correction], machine: Claim) -> dict[str, Any]:
    """Return all edits of a claim's reading, which of them stand, and how the machine read it."""
    return {
        "corrections": [edit_record(each) for each in given],
        "standing": [each.id for each in standing_corrections(given)],
        "machine": slots_record(machine) if given else None,
    }
