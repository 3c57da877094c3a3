"""Leave open a figure without a time or a place of its own where the next sentence names one: "It was so … in 1985".

Who tells in the past tense of a time that he names only then need not mean the latest year, and "So it was in Catalonia" may
tell of which part of a country the figure is.
"""

from __future__ import annotations

from workbench.core.changed_copy import changed_copy
from workbench.core.claim import SPOKEN_OF, UNREAD_PERIOD, Claim, Mention, unread_period
from workbench.core.document import Span
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.words.tenses import Tense, tense_of


def with_told_behind(claims: list[Claim], reading: SentenceReading, following: SentenceReading) -> list[Claim]:
    """Note the claims of a sentence that name no time or no place, where the sentence behind it names one.

    >>> from workbench.extract import read_text
    >>> (claim,) = read_text("Unemployment was 20 percent. The year was 1987.").claims
    >>> [note.kind for note in claim.notes]
    ['unread-period']

    Args:
        claims: The claims of the sentence.
        reading: The sentence.
        following: The sentence behind it, which has no claims.
    """
    if reading.sentence.paragraph != following.sentence.paragraph:
        return claims
    if following.periods and not reading.periods and _is_past(reading, following):
        note = unread_period(following.periods[0].value)
        claims = [each if _is_dated(each) else changed_copy(each, notes=(*each.notes, note)) for each in claims]
    part = None if reading.places else _part(following)
    return claims if part is None else [changed_copy(each, unread=(*each.unread, part)) for each in claims]


def _is_past(reading: SentenceReading, following: SentenceReading) -> bool:
    """Check whether a sentence tells of the past; one without a verb does as the sentence behind it: "4 percent. It was 1974"."""
    tense = tense_of(reading.words, reading.language)
    return (tense_of(following.words, following.language) if tense is None else tense) is Tense.PAST


def _is_dated(claim: Claim) -> bool:
    """Check whether a claim has a period, or is known to lack one."""
    return claim.period is not None or any(note.kind == UNREAD_PERIOD for note in claim.notes)


def _part(following: SentenceReading) -> Mention[str] | None:
    """Find the part of a country that a sentence names."""
    whole = following.sentence.span
    name = following.part_of_country(whole)
    at = -1 if name is None else following.text.find(name, whole.start, whole.end)
    return None if name is None or at < 0 else Mention(Span(at, at + len(name)), name, SPOKEN_OF)
