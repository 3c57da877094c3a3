"""The subject of a claim's sentence, where a clause between commas parts it from the figure: "A man, born there, | lives"."""

from __future__ import annotations

import re

SIGNS = re.compile(r"[,;:.!?()–—](?!\d)")
_SUBJECT, _CLAUSE_AND_FIGURE = 4, 2
"""Maximum words of a subject that a clause separates from its verb, and the number of pieces between it and the figure."""


def subject_before_aside(before: str) -> list[str]:
    """Find the first words of a sentence, where one clause between commas separates them from the figure's: "A man, born there, | lives".

    "Frau" in "Frau Präsidentin" and "Madam" in "Madam Speaker" are forms of address; "Mannesmann-Übernahme" names nobody.
    """
    subject, *others = [piece.split() for piece in SIGNS.split(before)]
    if len(others) != _CLAUSE_AND_FIGURE or len(subject) > _SUBJECT:
        return []
    named = subject[1:] if len(subject) > 1 and subject[1][:1].isupper() else subject
    return [word for word in named if "-" not in word]
