"""Shares of those whom a rate is counted against: one child in twenty who dies is 50 of 1,000 born."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from workbench.compare.questions.question import Question
from workbench.compare.series_words.denominators import same_denominator
from workbench.compare.series_words.unit_names import counted_per
from workbench.compare.units import UnitFit
from workbench.core.claim import Claim, Sort
from workbench.core.number import EXACT
from workbench.core.quantity import Dimension
from workbench.core.series import Series

_HUNDRED = Decimal(100)


def as_share(claim: Claim, series: Series, question: Question) -> Question:
    """Return a question that a share asks of a rate, with the rate taken as percent; unchanged where the two are of no one whole.

    Args:
        claim: The claim, whose words must name the whole of its share: "one child in twenty".
        series: The series of a rate, by a whole of more than one: "deaths per 1,000 live births".
        question: The question, blocked since a share and a rate are no one unit.
    """
    share = question.unit.dimension is Dimension.SHARE and question.mode is None
    if not share or question.fit.factor is not None or series.unit.dimension is not Dimension.RATE:
        return question
    many, thing = counted_per(series.unit.per)
    whole = claim.qualified(Sort.SHARE_OF)
    if whole is None or many <= 1 or not same_denominator(whole.value.what, thing):
        return question
    return replace(question, fit=UnitFit(EXACT.divide(_HUNDRED, many)), blocked=None, caveats=())
