"""Stretches of time as a whole: trends, means, growth a year and growth in total.

"has fallen every year since 2015" is refuted by one year, "on average 3 percent a year" by none alone. What is
said of a stretch is measured over all of it, each figure a line.
"""

from __future__ import annotations

from workbench.compare.judging.measuring import Case, undecided
from workbench.compare.questions.question import Question
from workbench.compare.questions.trend_words import Stretch, Whole
from workbench.compare.trends.annual_rates import annual_rate
from workbench.compare.trends.bounds import all_within
from workbench.compare.trends.growth import grown
from workbench.compare.trends.index_bases import turned
from workbench.compare.trends.means import averaged
from workbench.compare.trends.pace import at_pace
from workbench.compare.trends.trends import trend
from workbench.core.finding import Caveat, Finding

__all__ = ["over_stretch"]

_TRENDS = {Whole.EACH, Whole.IN_A_ROW}


def over_stretch(case: Case, question: Question, stretch: Stretch) -> Finding:
    """The finding of what is said of a stretch as a whole; UNDECIDED with the reason where figures are missing in it."""
    if question.blocked is not None:
        return undecided(case, question, question.blocked)
    if case.where.place is None:
        return undecided(case, question, Caveat("no-place", "The claim names no place, and the series has several."))
    if stretch.whole in _TRENDS:
        return trend(case, question, stretch)
    if stretch.whole is Whole.ALL:
        return all_within(case, question)
    if stretch.whole is Whole.PACE and stretch.step is not None:
        return at_pace(case, question, stretch.step)
    if stretch.whole is Whole.TURNED:
        return turned(case, question, stretch.count)
    if stretch.whole is Whole.ANNUAL_RATE:
        return annual_rate(case, question)
    return averaged(case, question) if stretch.whole is Whole.MEAN else grown(case, question, stretch)
