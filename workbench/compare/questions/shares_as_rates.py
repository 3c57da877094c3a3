"""Claimed shares measured by a rate: one child in twenty who dies is 50 of 1,000 born."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from workbench.compare.questions.question import Question
from workbench.compare.series_words.series_denominators import same_denominator
from workbench.compare.series_words.unit_names import counted_per
from workbench.compare.unit_conversion import UnitFit
from workbench.core.claim import Claim, Sort
from workbench.core.number import EXACT
from workbench.core.quantity import Dimension
from workbench.core.series import Series

_HUNDRED = Decimal(100)


def as_share(claim: Claim, series: Series, question: Question) -> Question:
    """Ask a rate for a share, with the rate converted to percent; unchanged where the two do not have the same whole.

    Args:
        claim: The claim, whose words must name the whole of the share: "one child in twenty".
        series: The series of a rate per more than one: "deaths per 1,000 live births".
        question: The question, blocked because the units of a share and a rate differ.
    """
    share = question.unit.dimension is Dimension.SHARE and question.mode is None
    if not share or question.fit.factor is not None or series.unit.dimension is not Dimension.RATE:
        return question
    many, thing = counted_per(series.unit.per)
    whole = claim.qualified(Sort.SHARE_OF)
    if whole is None or many <= 1 or not same_denominator(whole.value.what, thing):
        return question
    return replace(question, fit=UnitFit(EXACT.divide(_HUNDRED, many)), blocked=None, caveats=())
