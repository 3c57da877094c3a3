"""Floods: texts that hold more than anybody says, such as a column of a table on lines of its own or a thousand times one word.

Their sentences are so short that a text of an ordinary size would hold tens of thousands. What comes behind the first thousands is left
unread and told, so that no text takes long. The densest real text known, a statistical bulletin, has one claim in some 80 characters.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

LIMITS: Final = (
    ("claims", 1_000, 30),
    ("claims", 5_000, 60),
    ("figures", 2_000, 15),
    ("sentences", 5_000, 20),
)
"""What is counted, from how many on, and under how many characters each stand, from the beginning of the text."""


@dataclass(slots=True)
class Counted:
    """How much of a text has been read.

    Attributes:
        claims: Its claims.
        figures: Its amounts and phrases of time.
        sentences: Its sentences.
    """

    claims: int = 0
    figures: int = 0
    sentences: int = 0

    def flood(self, characters: int) -> str | None:
        """What there is too much of in so many characters, with its count; None in any ordinary text.

        >>> Counted(sentences=5_000).flood(20_000), Counted(sentences=5_000).flood(400_000)
        ('5,000 sentences', None)

        Args:
            characters: How many characters of the text have been read.
        """
        for what, many, dense in LIMITS:
            count: int = getattr(self, what)
            if count >= many and characters < count * dense:
                return f"{count:,} {what}"
        return None
