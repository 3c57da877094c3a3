"""Claims that a person made: marked in the text, joined from two, or split from one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ByHand:
    """That a person made a claim.

    Attributes:
        how: ``added``, ``joined`` or ``split``.
        reviewer: Who.
        at: When, in UTC.
        of: Ids of the claims that it was made from; none where it was added.
    """

    how: str
    reviewer: str
    at: datetime
    of: tuple[str, ...] = ()

    @property
    def in_words(self) -> str:
        """The same in words: ``joined from 1a2b and 3c4d by ana, 2026-11-28 04:10``."""
        made = {"joined": f"joined from {' and '.join(self.of)}", "split": f"split from {' and '.join(self.of)}"}
        return f"{made.get(self.how, 'added by hand')} by {self.reviewer}, {self.at:%Y-%m-%d %H:%M}"
