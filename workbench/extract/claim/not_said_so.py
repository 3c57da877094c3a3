"""Figures that a clause denies or only imagines: "it was not 5 percent", "it would have been 5 percent without the crisis".

A figure that fits bears neither out, and one that does not fit refutes neither.
"""

from __future__ import annotations

from workbench.core.claim import MEDIAN_AGE
from workbench.core.errors import Problem
from workbench.extract.claim.drafts import Draft
from workbench.extract.claim.sentence_reading import SentenceReading
from workbench.extract.words.word_patterns import says

_BACK = 40


def not_said_so(passage: SentenceReading, draft: Draft) -> tuple[Problem, ...]:
    """Gives a note where the figure of a level is denied, or the clause of a claim only imagines it.

    >>> from workbench.core.text import Sentence, Span
    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> said = "The rate was not 5 percent."
    >>> (amount,) = find_amounts(said)
    >>> passage = SentenceReading(said, Sentence(Span(0, len(said)), 0), (amount,))
    >>> [note.kind for note in not_said_so(passage, Draft(amount.span, amount))]
    ['not-said-so']
    """
    clause = passage.clause(draft.span)
    if says(clause.cut(passage.text), "tenses", "imagined", passage.language):
        return (_note("The clause tells what would have been, and not what was."),)
    if draft.amount is None or draft.change is not None or draft.amount.rule == MEDIAN_AGE:
        return ()  # "half of us are not yet forty" says on which side the half is
    start = draft.amount.span.start
    before = passage.text[max(clause.start, start - _BACK) : start]
    return (_note("The words deny the figure."),) if says(before, "tenses", "not_so", passage.language) else ()


def _note(message: str) -> Problem:
    return Problem("amount", message, "Look what the speaker says instead.", "not-said-so")
