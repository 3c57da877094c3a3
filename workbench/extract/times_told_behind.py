"""Leave open a figure without a time of its own where the next sentence names one: "It was 20 percent … in 1985".

Who tells in the past tense of a time that he names only then need not mean the latest year.
"""

from __future__ import annotations

from workbench.core.changed_copy import changed_copy
from workbench.core.claim import UNREAD_PERIOD, Claim, unread_period
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.words.tenses import Tense, tense_of


def timed_behind(claims: list[Claim], reading: SentenceReading, following: SentenceReading) -> list[Claim]:
    """Note the claims of a sentence in the past tense that name no time, where the sentence behind it names one.

    >>> from workbench.extract import read_text
    >>> (claim,) = read_text("Unemployment was 20 percent. The year was 1987.").claims
    >>> [note.kind for note in claim.notes]
    ['unread-period']

    Args:
        claims: The claims of the sentence.
        reading: The sentence.
        following: The sentence behind it, which has no claims.
    """
    if not following.periods or reading.periods or reading.sentence.paragraph != following.sentence.paragraph:
        return claims
    if tense_of(reading.words, reading.language) is not Tense.PAST:
        return claims
    note = unread_period(following.periods[0].value)
    return [each if _is_dated(each) else changed_copy(each, notes=(*each.notes, note)) for each in claims]


def _is_dated(claim: Claim) -> bool:
    """Check whether a claim has a period, or is known to lack one."""
    return claim.period is not None or any(note.kind == UNREAD_PERIOD for note in claim.notes)
