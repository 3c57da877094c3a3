"""Spans of time as a whole: trends, means, growth a year and total growth.

"has fallen every year since 2015" is refuted by one year, "on average 3 percent a year" by no single one. What is
stated for a span is measured over all of it, with a line for each figure.
"""

from __future__ import annotations

from workbench.compare.judging.answer_question import ComparisonCase, undecided
from workbench.compare.questions.question import Question
from workbench.compare.trends.annualised_growth import annual_rate
from workbench.compare.trends.bounds_over_span import all_within
from workbench.compare.trends.growth_over_span import growth_over_span
from workbench.compare.trends.index_rebasing import rebased_index
from workbench.compare.trends.mean_over_span import mean_over_span
from workbench.compare.trends.pace import at_pace
from workbench.compare.trends.trends import trend
from workbench.core.finding import Caveat, Finding
from workbench.core.relations import Trend, TrendKind

__all__ = ["over_stretch"]

_TRENDS = {TrendKind.EACH, TrendKind.IN_A_ROW}


def over_stretch(case: ComparisonCase, question: Question, said: Trend) -> Finding:
    """Answer a question about a span of time; UNDECIDED with the reason where figures are missing in it."""
    if question.blocked is not None:
        return undecided(case, question, question.blocked)
    if case.where.place is None:
        return undecided(case, question, Caveat("no-place", "The claim names no place, and the series has several."))
    if said.kind in _TRENDS:
        return trend(case, question, said)
    if said.kind is TrendKind.ALL:
        return all_within(case, question)
    if said.kind is TrendKind.PACE and said.step is not None:
        return at_pace(case, question, said.step)
    if said.kind is TrendKind.REBASED:
        return rebased_index(case, question, said.count)
    if said.kind is TrendKind.ANNUAL_RATE:
        return annual_rate(case, question)
    return mean_over_span(case, question) if said.kind is TrendKind.MEAN else growth_over_span(case, question, said)
