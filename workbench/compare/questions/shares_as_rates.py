"""Claimed shares measured by a rate: one child in twenty who dies is 50 of 1,000 born."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from workbench.compare.questions.question import Question
from workbench.compare.series_words.series_denominators import counts_people, same_denominator
from workbench.compare.series_words.unit_names import counted_per
from workbench.compare.unit_conversion import UnitFit
from workbench.core.claim import Claim, Sort
from workbench.core.number import EXACT
from workbench.core.quantity import Dimension
from workbench.core.series import Series

_HUNDRED = Decimal(100)
_COUNTED_OUT = "share"
"""The rule of figures that are told as so many of so many."""


def as_share(claim: Claim, series: Series, question: Question) -> Question:
    """Ask a rate for a share, with the rate converted to percent; unchanged where the two do not have the same whole.

    Args:
        claim: The claim, whose words must name the whole of the share ("one child in twenty"), or count so many of a
            thousand or more people of a place ("six of every hundred thousand Germans").
        series: The series of a rate per more than one: "deaths per 1,000 live births".
        question: The question, blocked because the units of a share and a rate differ.
    """
    share = question.unit.dimension is Dimension.SHARE and question.mode is None
    if not share or question.fit.factor is not None or series.unit.dimension is not Dimension.RATE:
        return question
    many, thing = counted_per(series.unit.per)
    whole = claim.qualified(Sort.SHARE_OF)
    fits = _is_of_all(claim, many, thing) if whole is None else same_denominator(whole.value.what, thing)
    if many <= 1 or not fits:
        return question
    return replace(question, fit=UnitFit(EXACT.divide(_HUNDRED, many)), blocked=None, caveats=())


def _is_of_all(claim: Claim, many: Decimal, thing: str) -> bool:
    """Check whether a share without a named whole is told as so many of so many, and a rate is of all inhabitants.

    A rate per hundred counts things beside people, as connections, which are no part of them.
    """
    told = claim.amount is not None and claim.amount.rule == _COUNTED_OUT
    return told and many > _HUNDRED and counts_people(thing) and "aged" not in thing
