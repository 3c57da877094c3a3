"""First pass over the found titles: only the most important parts of the score, without their reasons in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nlargest

from rapidfuzz import fuzz
from rapidfuzz.process import cdist

from workbench.match.fit.fit_dimensions import share_named
from workbench.match.fit.fit_statistic import value_of
from workbench.match.index.title_summary import TitleSummary
from workbench.match.query.prepared_query import PreparedQuery


@dataclass(frozen=True, slots=True)
class Prefiltered:
    """A title after the first pass."""

    number: int
    summary: TitleSummary
    share: float
    near: float


def best_of(asked: PreparedQuery, seen: Sequence[Prefiltered], many: int) -> list[Prefiltered]:
    """Select the best titles of the first pass, best first."""
    said = frozenset(asked.own.split())
    titles = [each.summary.words(said) for each in seen]
    alike = cdist([asked.own], titles, scorer=fuzz.token_sort_ratio)[0].tolist() if titles else []
    scores = [_quick(asked, each, ratio / 100) for each, ratio in zip(seen, alike, strict=True)]
    return [seen[n] for n in nlargest(many, range(len(seen)), key=scores.__getitem__)]


def _quick(asked: PreparedQuery, seen: Prefiltered, alike: float) -> float:
    """Compute the most important parts of the score, without reasons in words; `alike` is the similarity of the title by letters."""
    weights, summary = asked.weights, seen.summary
    words_and_meaning = weights.words * min(1.0, seen.share) + weights.meaning * max(0.0, seen.near)
    path = weights.path * (share_named(asked.spoken, summary.parts) if summary.parts else 1.0)
    named = summary.named.split()
    statistic = weights.statistic * statistic_of(asked, summary)
    coverage = weights.title_coverage * asked.title_coverage.of({*named, *summary.frames}, len(set(named)))
    return words_and_meaning + path + statistic + coverage + weights.title * alike + weights.standing * summary.headline


def statistic_of(asked: PreparedQuery, summary: TitleSummary) -> float:
    """Score how well the statistic of a title fits, 0 to 1."""
    return value_of(asked.marks, summary.marks, asked.spoken, summary.named.split())
