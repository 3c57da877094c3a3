"""Lengths of time that a change is told over, where nothing read them as its base: "over two decades", "in zwanzig Jahren".

A change over ten years is not measured by the step of one, so the figure of that step tells nothing of it.
"""

from __future__ import annotations

from workbench.core.claim import Mention
from workbench.core.errors import Problem
from workbench.core.period import Period
from workbench.core.text import Span
from workbench.extract.claim.drafts import Draft
from workbench.extract.claim.sentence_reading import SentenceReading
from workbench.extract.words.small_numbers import small_number
from workbench.extract.words.word_patterns import group, numbered_pattern

_A_YEAR = 12


def unread_length(passage: SentenceReading, draft: Draft, period: Mention[Period] | None) -> tuple[Problem, ...]:
    """Gives a note where a change is told over several years that are neither its base nor its period.

    >>> from workbench.core.claim import Change, ChangeMode, Direction
    >>> from workbench.core.text import Sentence
    >>> said = "Over two decades it fell by 5 percent."
    >>> fell = Mention(Span(20, 37), Change(Direction.DOWN, ChangeMode.RELATIVE), "made")
    >>> passage = SentenceReading(said, Sentence(Span(0, len(said)), 0))
    >>> [note.message for note in unread_length(passage, Draft(fell.span, None, fell), None)]
    ['The change is told “Over two decades”, and the words do not say since when.']
    """
    change = None if draft.change is None else draft.change.value
    if change is None or change.base is not None or passage.standings or not _is_short(period):
        return ()
    pattern = numbered_pattern("relations", "over_length", passage.language)
    room = passage.spoken(draft.span)
    for found in () if pattern is None else pattern.finditer(passage.text, room.start, room.end):
        span = Span(*found.span())
        count = small_number(group(found, "count") or "", passage.language)
        own = period is not None and period.span.overlaps(span)
        if count != 1 and not own and not _is_of_another(passage, draft, span):
            message = f"The change is told “{found[0]}”, and the words do not say since when."
            return (Problem("period", message, "Say the base of the change by an edit.", "unread-period"),)
    return ()


def _is_short(period: Mention[Period] | None) -> bool:
    """Whether a period is no stretch of several years, with both ends of a change."""
    return period is None or (period.value.months or 0) <= _A_YEAR


def _is_of_another(passage: SentenceReading, draft: Draft, span: Span) -> bool:
    """Whether another change is told between a length and the claim: "over ten years it fell by 20 percent, in 2020 by 5"."""
    first, last = sorted((span, draft.span))
    others = (each.span for each in passage.changes if each is not draft.change)
    return any(first.end <= each.start and each.end <= last.start for each in others)
