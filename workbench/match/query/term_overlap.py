"""Term overlap of claim and series, and whether it is enough for the series to measure the claim."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from workbench.match.query.query import Query
from workbench.match.titles.title_words import TitleWords
from workbench.match.words.concepts import Concept, words_in
from workbench.match.words.normalisation import is_frame

ENOUGH = 0.6
"""Minimum share of the claim's words in a series that measures it.

More than half: of two words that name a measure ("asylum applications") one alone names another ("patent applications").
"""

MANY, ENOUGH_OF_MANY = 3, 0.4
"""With three shared naming words, this smaller share of a long claim is enough."""

SHARES_ONLY = "shares only"
"""Beginning of the doubt about a series that shares few words with a claim."""


@dataclass(frozen=True, slots=True)
class ConceptMatch:
    """One concept of the claim with the stems by which the series names it.

    Attributes:
        concept: The concept.
        by: The stems.
        measured: Whether one of them names what the series measures.
        gain: The matched part of the concept's weight.
    """

    concept: Concept
    by: tuple[str, ...]
    measured: bool
    gain: float


@dataclass(frozen=True, slots=True)
class TermOverlap:
    """What the claim and a series have in common.

    Attributes:
        share: The share of the claim's words that the series has, 0 to 1; frame words count less.
        matches: The concepts that were matched.
    """

    share: float
    matches: tuple[ConceptMatch, ...]


@dataclass(frozen=True, slots=True)
class SoughtTerms:
    """The concepts of a query, ready to be compared with many titles.

    Attributes:
        concepts: Those that are not mere hints, each with its weight and the stems of all its synonyms.
        full: Their total weight.
    """

    concepts: tuple[tuple[Concept, float, frozenset[str]], ...]
    full: float


def sought_terms(query: Query) -> SoughtTerms:
    """Take the concepts that a title should name."""
    asked = [concept for concept in query.concepts if not concept.hint]
    stems = (frozenset(key for way in concept.ways for key in way.stems) for concept in asked)
    concepts = tuple((concept, concept.weight, each) for concept, each in zip(asked, stems, strict=True))
    return SoughtTerms(concepts, sum(weight for _, weight, _ in concepts))


def term_overlap(asked: SoughtTerms, text: TitleWords) -> TermOverlap:
    """Find the query's concepts that a series names."""
    matches: list[ConceptMatch] = []
    got = 0.0
    every, measured = text.all, text.measured
    for concept, weight, stems in asked.concepts:
        if stems.isdisjoint(every):
            continue
        share, by = _best_way(concept, every)
        got += weight * share
        if by:
            names = any(key in measured and not is_frame(key) for key in by)
            matches.append(ConceptMatch(concept, by, names, weight * share))
    return TermOverlap(got / asked.full if asked.full else 0.0, tuple(matches))


def share_matched(concepts: Iterable[Concept], stems: frozenset[str]) -> float:
    """Compute the share of some concepts that some stems cover, 0 to 1. Frame words count less."""
    shares = [(concept.weight, _best_way(concept, stems)[0]) for concept in concepts]
    full = sum(weight for weight, _ in shares)
    return sum(weight * share for weight, share in shares) / full if full else 0.0


def _best_way(concept: Concept, text: frozenset[str]) -> tuple[float, tuple[str, ...]]:
    best: float = 0.0
    by: tuple[str, ...] = ()
    for way in concept.ways:
        if text.isdisjoint(way.stems):
            continue
        shared = tuple(key for key in way.stems if key in text)
        share = words_in(tuple(dict.fromkeys(shared))) / words_in(tuple(dict.fromkeys(way.stems)))
        if share > best:
            best, by = share, shared
    return best, by


def not_measured(overlap: TermOverlap, stems: Collection[str]) -> TermOverlap:
    """Recompute the overlap where some stems only name the denominator of the series."""
    if not stems:
        return overlap
    turned = (replace(m, measured=False, gain=0.0) if set(m.by) <= set(stems) else m for m in overlap.matches)
    return replace(overlap, matches=tuple(turned))


def share_measured(asked: SoughtTerms, overlap: TermOverlap, units: Collection[str]) -> float:
    """Compute the share of the claim's words in the series, without those of the figure's unit."""
    left = [concept for concept, _, _ in asked.concepts if not set(concept.ways[0].stems) <= set(units)]
    full = sum(concept.weight for concept in left)
    return sum(match.gain for match in overlap.matches if match.concept in left) / full if full else 0.0


def enough(overlap: TermOverlap, share: float) -> bool:
    """Check whether a series has enough of the claim's words to measure what is claimed."""
    named = _naming(overlap)
    return bool(named) and share >= (ENOUGH_OF_MANY if len(named) >= MANY else ENOUGH)


def few_words(overlap: TermOverlap, written: Mapping[str, str]) -> str:
    """Say how few words the two share, in a reader's words; `written` are the words of the series by their stems."""
    if not overlap.matches:
        return "shares no word with the claim"
    return f"{SHARES_ONLY} {_quoted(_naming(overlap) or overlap.matches, written)} with the claim"


def only_denominator(overlap: TermOverlap, written: Mapping[str, str]) -> str | None:
    """Give the reason against a series whose denominator alone overlaps; None where its measure overlaps, or nothing."""
    named = _naming(overlap)
    if not named or any(match.measured for match in named):
        return None
    return f"speaks of {_quoted(named, written)} only beside what it measures"


def _naming(overlap: TermOverlap) -> tuple[ConceptMatch, ...]:
    """Select those that name something and are not frame words."""
    return tuple(match for match in overlap.matches if any(not is_frame(key) for key in match.by))


def because(overlap: TermOverlap, written: Mapping[str, str]) -> str:
    """Say which words of the claim match which of the title, in a reader's words."""
    if not overlap.matches:
        return "no word of the claim is in its title, unit or description"
    return "; ".join(_pair(match, written) for match in overlap.matches)


def _pair(match: ConceptMatch, written: Mapping[str, str]) -> str:
    said, found = match.concept.said, _written(match.by, written)
    return f"“{said}”" if said == found else f"“{said}” as “{found}”"


def _quoted(matches: Iterable[ConceptMatch], written: Mapping[str, str]) -> str:
    return ", ".join(f"“{_written(match.by, written)}”" for match in matches)


def _written(stems: Iterable[str], written: Mapping[str, str]) -> str:
    return " ".join(written.get(key, key) for key in stems)
