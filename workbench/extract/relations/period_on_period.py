"""The step of a change: "on the month", "quarter on quarter", "gegenüber dem Vorjahresmonat".

With a date beside it, the step gives the base period of the change. Without a date, it gives the length of the two
periods compared.
"""

from __future__ import annotations

import re

from workbench.core.claim import Claim
from workbench.core.period import Frequency
from workbench.core.relations import ChangeStep
from workbench.extract.relations.nearby import around, in_clause
from workbench.extract.words.word_files import file_for, raw_tables
from workbench.extract.words.word_patterns import group


def step_at(text: str, at: tuple[int, int], language: str) -> ChangeStep | None:
    """Find the step of a change in the words around it, first in its clause; None where they name none.

    >>> step_at("Prices rose by 2 percent on the month.", (7, 24), "en").apart.value
    'month'
    >>> said = "Die Preise stiegen gegenüber dem Vorjahresmonat um 5 Prozent."
    >>> step_at(said, (11, 60), "de").apart.value, step_at(said, (11, 60), "de").lasts.value
    ('year', 'month')

    Args:
        text: The sentence.
        at: Where the change begins and ends in it.
        language: One with a word file, or ``und``.
    """
    found = in_clause(text, at, "told_step", language) or around(text, at, "told_step", language)
    return _step_of(found[0], language) if found else None


def step_of(claim: Claim) -> ChangeStep | None:
    """Find the step between a claim's figure and the one before it; None where its words name none.

    >>> from workbench.core.claim import ClaimKind
    >>> from workbench.core.document import Span
    >>> said = "Sales fell by 2 percent quarter on quarter."
    >>> claim = Claim(id="c", document="d", span=Span(6, 23), quote="", sentence=Span(0, 43), context=said, kind=ClaimKind.CHANGE)
    >>> step_of(claim).apart.value
    'quarter'
    """
    at = (claim.span if claim.figure is None else claim.figure.span).shift(-claim.sentence.start)
    return step_at(claim.context, (at.start, at.end), file_for(claim.language))


def _step_of(said: re.Match[str], language: str) -> ChangeStep | None:
    """Read the step from its words: a step of months or quarters means periods of that length."""
    lasts, step = (_length(group(said, name), language) for name in ("lasts", "step"))
    if step is not None:
        return ChangeStep(step, None if step is Frequency.YEAR else step)
    return None if lasts is None else ChangeStep(Frequency.YEAR, lasts)


def _length(said: str | None, language: str) -> Frequency | None:
    """Find the length of time that a word begins with; None where it names none."""
    beginnings: dict[str, str] = raw_tables(language)["relations"]["lengths"]
    low = "" if said is None else said.lower()
    return next((Frequency(name) for word, name in beginnings.items() if low.startswith(word)), None)
