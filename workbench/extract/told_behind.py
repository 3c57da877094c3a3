"""Give a figure the time and the place that the next sentence tells alone: "That was in 1985", "I mean Greece in 2019".

Where that sentence tells more, the figure is left open: who tells in the past tense of a time that he names only then need
not mean the latest year, and "So it was in Catalonia" may tell of which part of a country the figure is.
"""

from __future__ import annotations

from workbench.core.changed_copy import changed_copy
from workbench.core.claim import SPOKEN_OF, UNREAD_PERIOD, Claim, Mention, unread_period
from workbench.core.document import Span
from workbench.core.errors import Problem
from workbench.core.place import place_name
from workbench.extract.claim.periods_by_tense import undated_time
from workbench.extract.claim.periods_from_earlier_sentences import names_time_alone
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.words.tenses import Tense, tense_of


def with_told_behind(claims: list[Claim], reading: SentenceReading, following: SentenceReading) -> list[Claim]:
    """Complete or note the claims of a sentence that name no time or no place, where the sentence behind it names one.

    >>> from workbench.extract import read_text
    >>> said = "Unemployment was 20 percent. The year was 1987.", "Unemployment was 20 percent. We lost the war of 1987."
    >>> claims = [read_text(each).claims[0] for each in said]
    >>> [(str(claim.period.value) if claim.period else None, [note.kind for note in claim.notes]) for claim in claims]
    [('1987', ['inherited-period']), (None, ['unread-period'])]

    Args:
        claims: The claims of the sentence.
        reading: The sentence.
        following: The sentence behind it, which has no claims.
    """
    if reading.sentence.paragraph != following.sentence.paragraph:
        return claims
    if not following.amounts and not following.changes and names_time_alone(following):
        return [_placed(_dated(each, reading, following), reading, following) for each in claims]
    if following.periods and not reading.periods and _is_past(reading, following):
        note = unread_period(following.periods[0].value)
        claims = [each if _is_dated(each) else changed_copy(each, notes=(*each.notes, note)) for each in claims]
    part = None if reading.places else _part(following)
    return claims if part is None else [changed_copy(each, unread=(*each.unread, part)) for each in claims]


def _dated(claim: Claim, reading: SentenceReading, following: SentenceReading) -> Claim:
    """Give a claim without a time the only one that the sentence behind it names."""
    undated = undated_time(reading)
    kept = tuple(note for note in claim.notes if note not in undated)
    if len(following.periods) != 1 or reading.periods or _is_dated(changed_copy(claim, notes=kept)):
        return claim
    told = following.periods[0]
    message = f"The claim names no period; {told.value.label} is that of the sentence behind it."
    note = Problem("period", message, "Check that the speaker means it.", "inherited-period")
    return changed_copy(claim, period=told, notes=(*kept, note))


def _placed(claim: Claim, reading: SentenceReading, following: SentenceReading) -> Claim:
    """Give a claim that names no place the only one that the sentence behind it names."""
    if len(following.places) != 1 or reading.places:
        return claim
    told = following.places[0].value
    message = f"The claim names no place; {place_name(told)} is that of the sentence behind it."
    note = Problem("place", message, "Check that the speaker means it.", "inherited-place")
    kept = (each for each in claim.notes if each.kind not in {"assumed-place", "inherited-place"})
    return changed_copy(claim, place=told, notes=(*kept, note))


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
