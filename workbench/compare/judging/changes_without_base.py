"""Changes of which neither the words nor the text tell the base: the years that were taken for it decide nothing."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.compare.questions.question import Question
from workbench.compare.series_words.growth_series import is_growth
from workbench.core.claim import MULTIPLES, NO_BASE, Claim
from workbench.core.finding import Caveat
from workbench.core.series import Series

_UNDATED = Caveat(
    "undated-change",
    "The claim does not say from when to when: it may hold between other years than those that were taken.",
)

_FROM_BEFORE = frozenset({"other-period", "measure-from-before"})
"""Notes of a claim that depends on other sentences, or beside another period: its base may be named there."""


def undated(claim: Claim, series: Series, question: Question, assumed: Iterable[Caveat]) -> Caveat | None:
    """Leave open a change without a stated base that the assumed pair of years does not support: another pair may.

    This holds for a size without either end, and for the direction of a growth rate: "inflation eased to 3.6 percent".
    """
    kinds = {caveat.kind for caveat in (*question.caveats, *assumed)}
    from_before = any(note.kind in _FROM_BEFORE for note in claim.notes)
    if question.mode is None or "assumed-base" not in kinds:
        return None
    as_much = claim.change is not None and claim.change.rule in MULTIPLES  # a multiple whose comparator was not read
    sized = question.claimed.value is not None and ("no-period" in kinds or from_before or as_much)
    target = claim.change.value.target if claim.change else None
    if not sized and (question.claimed.value is not None or target is None or not is_growth(series)):
        return None
    return _UNDATED


def without_base(claim: Claim, question: Question, assumed: Iterable[Caveat]) -> Caveat | None:
    """Leave open the size of a change that is told without its beginning, though the assumed years give it.

    Its text names neither end ("cases have quintupled"), or only the end ("by 2015 they had quintupled").
    """
    kinds = {caveat.kind for caveat in (*question.caveats, *assumed)}
    told = "no-period" not in kinds and all(note.kind != NO_BASE for note in claim.notes)
    sized = question.mode is not None and question.claimed.value is not None
    return _UNDATED if sized and "assumed-base" in kinds and not told else None
