"""How likely it is that a series measures what is claimed, 0 to 1.

A score orders candidates; it does not say when the best of them is good enough. The weights here were fitted (a logistic
regression) to 1,240 candidates for 276 sentences in three languages, ranked against 222,000 titles and judged by hand or by patterns
written by hand: of the series with a probability of 70 percent, about 70 in 100 measure the claim (manual, page ranking).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import exp

from workbench.core.place import place_name
from workbench.match.query.query import Query
from workbench.match.query.term_overlap import TermOverlap
from workbench.match.words.normalisation import keys, naming

SURE_ENOUGH = 0.5
"""Probability from which a series may decide: likelier than not."""

_ADJUSTMENT = frozenset({"season", "calendar"})
"""Stems that, with "adjusted", say how any figure was computed, and name nothing that is measured."""

_NAME = 3
"""Minimum number of words of a name that an abbreviation may stand for."""


@dataclass(frozen=True, slots=True)
class TitleMatch:
    """Features of a title and a claim, from which the probability is computed.

    Attributes:
        strange: The stems of the title's naming words that were not said, with the best synonym of each thing.
        whole: Whether everything that the title names was said.
        share_covered: Share of the claim's words that the series has.
        known: Whether one of the matched things is a term of statistics in the thesaurus or glossary.
        parts: The values of the score's parts, by name.
    """

    strange: frozenset[str]
    whole: bool
    share_covered: float
    known: bool
    parts: Mapping[str, float]


_CONSTANT = -5.68
_WEIGHTS = {"whole": 0.81, "meaning": 1.8, "met": 1.58, "known": 0.6, "title": 2.02, "unit": 0.32, "standing": 1.13}


def title_match(
    head: Collection[str], query: Query, overlap: TermOverlap, share_covered: float, parts: Mapping[str, float]
) -> TitleMatch:
    """Compute the features of a title whose measure has these stems."""
    things = without_adjustment(head)
    strange = things - covered_stems(query, overlap, things)
    known = any(match.measured and (match.concept.entry or match.concept.english) for match in overlap.matches)
    return TitleMatch(strange, bool(things) and not strange, share_covered, known, parts)


def without_adjustment(head: Collection[str]) -> frozenset[str]:
    """Select the stems of a title's measure that name something, without "seasonally adjusted"."""
    return naming(head) - (_ADJUSTMENT if "adjust" in head else frozenset())


def covered_stems(query: Query, overlap: TermOverlap, head: frozenset[str]) -> frozenset[str]:
    """Collect the stems that were said: the claim's own words and places, and the best synonym for each of its things.

    "Production" and "manufacturing" together are not one thing said twice, although each may mean the other; a long name with its
    abbreviation ("Gross domestic product (GDP)") is.
    """
    own = [key for concept in query.concepts for key in concept.ways[0].stems]
    own += (key for code in query.places for key in keys(place_name(code)))
    names = (way.stems for match in overlap.matches for way in match.concept.ways if len(way.stems) >= _NAME)
    best = (match.by for match in overlap.matches)
    return frozenset(
        (*own, *(key for stems in (*best, *(each for each in names if head >= set(each))) for key in stems))
    )


def likelihood(agreed: TitleMatch) -> float:
    """Compute the probability that a series measures the claim, 0 to 1."""
    values = {"whole": agreed.whole, "met": agreed.share_covered, "known": agreed.known, **agreed.parts}
    return 1 / (1 + exp(-_CONSTANT - sum(weight * values[name] for name, weight in _WEIGHTS.items())))
