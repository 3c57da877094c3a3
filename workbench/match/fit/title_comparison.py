"""A claim and a series whose title is compared with it, for the rules of contradiction."""

from __future__ import annotations

from typing import NamedTuple

from workbench.core.series import Series
from workbench.match.query.likelihood import TitleMatch
from workbench.match.query.query import Query
from workbench.match.words.english_stems import stem
from workbench.match.words.statistic_words import SORTS, StatisticMarks, named


class TitleComparison(NamedTuple):
    """A claim, the series whose title is compared with it, and the statistic that the title gives."""

    query: Query
    series: Series
    agreed: TitleMatch
    marks: StatisticMarks

    @property
    def sorts(self) -> frozenset[str]:
        """The sorts of statistic that the title names."""
        return named(self.marks.code, SORTS)


def stems_of(words: str) -> frozenset[str]:
    """Stem some words."""
    return frozenset(map(stem, words.split()))
