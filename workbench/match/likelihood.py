"""How likely it is that a series measures what is claimed, 0 to 1, and what speaks against it.

A score orders candidates; it does not say when the best of them is good enough. The weights here were fitted (a logistic
regression) to 780 candidates for 133 sentences in three languages, ranked against 222,000 titles and judged by patterns written
by hand: of those that are given 70 percent about 70 in a hundred measure the claim (manual, page ranking).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import exp

from workbench.core.claim import ChangeMode, ClaimKind
from workbench.core.place import place_name
from workbench.core.quantity import Dimension
from workbench.match.groups import groups
from workbench.match.keys import keys, naming
from workbench.match.prepared_query import PreparedQuery
from workbench.match.query import Query
from workbench.match.statistic_words import SORTS, marks_of, named
from workbench.match.term_overlap import TermOverlap
from workbench.match.texts import without_brackets
from workbench.match.title_store import Hit

LIKELIER_THAN_NOT = 0.5

_RATED = frozenset({"a share", "a rate"})
_NAME = 3
"""Words of a phrase from which it is a name that letters may stand for."""

_OUTPUT = frozenset(keys("GDP gross domestic product national income GNI"))
_TRADE = frozenset({"export", "import", "trade"})


@dataclass(frozen=True, slots=True)
class TitleMatch:
    """What is known of a title and a claim.

    Attributes:
        named: Share of the title's naming words that were said, by the best way to put each thing.
        strange: Those that were not, as stems.
        near: How near they are in meaning.
        parts: The values of the score's other parts, by name.
    """

    named: float
    strange: frozenset[str]
    near: float
    parts: Mapping[str, float]


_CONSTANT = -4.8
_WEIGHTS = {"named": 0.41, "whole": 1.09, "near": 3.81, "standing": 1.07, "place": 1.47}


def title_match(
    head: Collection[str], asked: PreparedQuery, found: Hit, overlap: TermOverlap, parts: Mapping[str, float]
) -> TitleMatch:
    """What is known of a title, whose measure has these stems."""
    things = naming(head)
    strange = things - explained(asked.query, overlap, things)
    return TitleMatch(1 - len(strange) / len(things) if things else 0.0, strange, max(0.0, found.near), parts)


def explained(query: Query, overlap: TermOverlap, head: frozenset[str]) -> frozenset[str]:
    """The stems that were said: the claim's own words and places, and the one way that fits best for each of its things.

    Production and manufacturing side by side are not the same thing twice, though either may stand for the other; a long name and
    its letters ("Gross domestic product (GDP)") are.
    """
    own = [key for concept in query.concepts for key in concept.ways[0].stems]
    own += (key for code in query.places for key in keys(place_name(code)))
    names = (way.stems for match in overlap.matches for way in match.concept.ways if len(way.stems) >= _NAME)
    best = (match.by for match in overlap.matches)
    return frozenset(
        (*own, *(key for stems in (*best, *(each for each in names if head >= set(each))) for key in stems))
    )


def likelihood(agreed: TitleMatch) -> float:
    """The probability that a series measures the claim, 0 to 1."""
    values = {
        "named": agreed.named,
        "whole": float(not agreed.strange and agreed.named > 0),
        "near": agreed.near,
        **agreed.parts,
    }
    return 1 / (1 + exp(-_CONSTANT - sum(weight * values[name] for name, weight in _WEIGHTS.items())))


def mismatch(asked: PreparedQuery, found: Hit, agreed: TitleMatch) -> str | None:
    """What a title says and the claim does not mean; None where nothing shows."""
    query = asked.query
    return (
        _named_before(query)
        or _of_its_base(query, found)
        or _against_another(query, found)
        or _of_another_sort(query, found)
        or _of_all_partners(query, found)
        or _of_whom_alone(query, agreed)
    )


def _named_before(query: Query) -> str | None:
    """Says so of "106 of these deaths": those that its text has named before are not all."""
    if query.kind is ClaimKind.COMPARISON or not query.named_before:
        return None
    return "the claim speaks of some that its text has named before, and not of all"


def _of_its_base(query: Query, found: Hit) -> str | None:
    """Shares of a country's output measure no output: "10 percent of GDP on pensions" is no growth of GDP."""
    head = naming(keys(without_brackets(found.series.title)))
    if not query.base & _OUTPUT or not head or not head <= _OUTPUT:
        return None
    return "measures what the claim's figure is a share of, and not the share"


def _against_another(query: Query, found: Hit) -> str | None:
    """A share of something measures neither an amount of money nor how much a thing grew: "Fuel imports (% of merchandise imports)"."""
    grown = query.change in {ChangeMode.RELATIVE, ChangeMode.MULTIPLE}
    money = query.unit is not None and query.unit.dimension is Dimension.MONEY
    marks = marks_of(found.series.title)
    if not (grown or money) or set(marks.base) <= query.claimed or not named(marks.code, SORTS) & _RATED:
        return None
    return "is a share or a rate of something of which the claim does not speak"


def _of_another_sort(query: Query, found: Hit) -> str | None:
    """A count is no rate, and a share no number; the unit of a title is often known by its words alone."""
    if query.unit is None or query.change in {ChangeMode.RELATIVE, ChangeMode.MULTIPLE}:
        return None
    sorts = named(marks_of(found.series.title).code, SORTS)
    rated, counted = bool(sorts & _RATED), "a count" in sorts and not sorts & _RATED
    if query.unit.dimension is Dimension.COUNT and query.unit.name and rated:
        return "gives a rate or a share, the claim counts"
    shares = query.unit.dimension is Dimension.SHARE and found.series.title.casefold().startswith("number of")
    return "gives a number, the claim is in percent" if shares and counted else None


def _of_all_partners(query: Query, found: Hit) -> str | None:
    """Exports to one country are not all exports."""
    if len(query.places) < 2 or query.kind in {ClaimKind.COMPARISON, ClaimKind.RANK} or not _TRADE & query.claimed:
        return None
    partner = place_name(query.places[1])
    return (
        None
        if partner.casefold() in found.series.title.casefold()
        else f"is of all partners, the claim of {partner} alone"
    )


def _of_whom_alone(query: Query, agreed: TitleMatch) -> str | None:
    """A claim that names whom it counts and nothing else ("10 million children") is not measured by what befalls some of them."""
    asked = [concept for concept in query.concepts if concept.share == 1 and not concept.hint and not concept.frame]
    if not asked or not agreed.strange or not all(groups(concept.said.split()) for concept in asked):
        return None
    return "the claim names whom it counts, and not this of them"
