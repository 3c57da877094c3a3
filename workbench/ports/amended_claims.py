"""What an amendment of a document does to its claims besides adding them and setting them aside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.core.claim import Claim
from workbench.core.corrections.correction import Correction


@dataclass(frozen=True, slots=True)
class AmendedClaims:
    """What an amendment does to claims besides adding them and setting them aside.

    Attributes:
        came: The added claims that were never stored before.
        corrections: Corrections of claims whose reading changes.
        follows: For each corrected claim, the id of its last correction when the amendment was made; none where it had none.
    """

    came: tuple[Claim, ...] = ()
    corrections: tuple[Correction, ...] = ()
    follows: Mapping[str, str] = field(default_factory=dict)


NOTHING_MORE = AmendedClaims()
"""An amendment that only adds claims and sets claims aside."""
