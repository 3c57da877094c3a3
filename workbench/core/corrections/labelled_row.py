"""Labelled rows: some words, how the machine read a slot in them, and how a person corrected it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workbench.core.claim import Claim

CLAIM = "claim"
"""The slot of a row that says whether words are a claim at all."""

IS_CLAIM, IS_NONE = "claim", "no claim"
"""The two values of that slot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledRow:
    """A slot of a claim, as the machine read it and as a person corrected it; or whether some words are a claim at all.

    Attributes:
        claim: The claim as the person reads it.
        slot: The slot, or `CLAIM`.
        machine: The slot in words, as the machine read it; empty where it read nothing.
        person: The slot in words, as it was corrected; empty where it was emptied.
        typed: What the person typed or marked, or why it is no claim.
        speaker: Who said it, as the machine read it; empty for nobody.
        reviewer: Who corrected it last.
        at: When.
    """

    claim: Claim
    slot: str
    machine: str
    person: str
    typed: str
    speaker: str
    reviewer: str
    at: datetime
