"""Marks behind a figure that point to a note, which may say of whom or when it is: "95 percent*". Stars around words only stress them."""

from __future__ import annotations

from workbench.core.claim import UNREAD_STANDING
from workbench.core.errors import Problem
from workbench.extract.claim.drafts import Draft
from workbench.extract.claim.sentence_mentions import SentenceReading

_MARKS = frozenset({"*", "†", "‡"})


def marked(reading: SentenceReading, draft: Draft) -> tuple[Problem, ...]:
    """Note a figure with a mark of a note behind it.

    >>> from workbench.extract import read_text
    >>> said = "Unemployment was 5 percent* in 2014.", "Unemployment was *5 percent* in 2014."
    >>> [[note.kind for note in read_text(each).claims[0].notes] for each in said]
    [['unread-standing'], []]
    """
    span, text = draft.span if draft.amount is None else draft.amount.span, reading.text
    mark, behind = text[span.end : span.end + 1], text[span.end + 1 : span.end + 2]
    if mark not in _MARKS or behind == mark or text.find(mark, reading.sentence.span.start, span.start) >= 0:
        return ()
    message = f"A mark (“{mark}”) behind the figure points to a note, which was not read."
    return (Problem("amount", message, "Look what the note says of the figure.", UNREAD_STANDING),)
