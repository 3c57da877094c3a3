"""Figures that a clause denies or only imagines: "it was not 5 percent", "it would have been 5 percent without the crisis".

A figure that fits bears neither out, and one that does not fit refutes neither.
"""

from __future__ import annotations

from workbench.core.claim import MEDIAN_AGE
from workbench.core.errors import Problem
from workbench.core.text import Span
from workbench.extract.claim.drafts import Draft
from workbench.extract.claim.rejected import is_rejected
from workbench.extract.claim.sentence_reading import SentenceReading
from workbench.extract.words.word_patterns import says

_BACK = 40


def not_said_so(passage: SentenceReading, draft: Draft) -> tuple[Problem, ...]:
    """Gives a note where the figure of a level is denied, a claim is denied as a whole, or its clause only imagines it.

    >>> from workbench.core.text import Sentence, Span
    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> said = "The rate was not 5 percent."
    >>> (amount,) = find_amounts(said)
    >>> passage = SentenceReading(said, Sentence(Span(0, len(said)), 0), (amount,))
    >>> [note.kind for note in not_said_so(passage, Draft(amount.span, amount))]
    ['not-said-so']
    """
    if is_rejected(passage, draft.span):
        return (_note("The words around it deny what is said."),)
    clause = passage.clause(draft.span)
    if says(clause.cut(passage.text), "tenses", "imagined", passage.language):
        return (_note("The clause tells what would have been, and not what was."),)
    if draft.amount is None and _hardly(passage, draft, clause):
        return (_note("The words deny it, or nearly so."),)
    own = draft.amount if draft.change is None else draft.change.value.amount
    if own is None or own.rule == MEDIAN_AGE:
        return ()  # "half of us are not yet forty" says on which side the half is
    start, key = own.span.start, "not_so" if draft.change is None else "not_by"
    before = passage.text[max(passage.sentence.span.start, start - _BACK) : start]
    return (_note("The words deny the figure."),) if says(before, "tenses", key, passage.language) else ()


def _hardly(passage: SentenceReading, draft: Draft, clause: Span) -> bool:
    """Whether what is told without a figure is denied or nearly so: "hardly fell", "was not higher than in Germany"."""
    size = None if draft.change is None else draft.change.value.amount
    keys = ("hardly", "denied_comparison") if size is None else ()
    return any(says(clause.cut(passage.text), "tenses", key, passage.language) for key in keys)


def _note(message: str) -> Problem:
    return Problem("amount", message, "Look what the speaker says instead.", "not-said-so")
