"""Changes of a published verdict, as a report lists them: the old and the new rating, why, and since when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workbench.core.reviews.published import ChangeKind


@dataclass(frozen=True, slots=True)
class PublicChange:
    """One correction, update, withdrawal or second publication.

    Attributes:
        kind: Which of them.
        at: When, in UTC.
        before: Label of the rating that readers had.
        after: Label of the rating that they have since; empty where it was withdrawn.
        why: The reviewer's reason.
        figure_before: The figure that the verdict rested on, with its unit; empty where it rested on none.
        figure_after: The figure that it rests on since.
    """

    kind: ChangeKind
    at: datetime
    before: str
    after: str
    why: str
    figure_before: str = ""
    figure_after: str = ""
