"""A labelled row: some words, how the machine read a slot of them, and how a person put it right."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.core.correction import Correction


@dataclass(frozen=True, slots=True)
class LabelledRow:
    """A slot of a claim, as the machine read it and as a person put it right.

    Attributes:
        last: The newest correction of the slot that stands; its reading is the claim as the person reads it.
        machine: The slot in words, as the machine read it; empty where it read nothing.
        person: The slot in words, as it was put right; empty where it was emptied.
        speaker: Who said it, as the machine read it.
    """

    last: Correction
    machine: str
    person: str
    speaker: str
