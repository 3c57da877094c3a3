"""Scores candidates with all parts and sorts them; the slow reasons are put into words only for those that are shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from workbench.core.candidate import Candidate
from workbench.core.changed_copy import changed_copy
from workbench.core.score import ScorePart
from workbench.core.source_coverage import covers
from workbench.match.fit.fit_dimensions import fit_path
from workbench.match.fit.fit_group import fit_group
from workbench.match.fit.fit_level_or_change import fit_kind
from workbench.match.fit.fit_period import fit_period
from workbench.match.fit.fit_place import fit_place
from workbench.match.fit.fit_statistic import fit_statistic
from workbench.match.fit.fit_unit import fit_unit
from workbench.match.fit.slot_fit import SlotFit
from workbench.match.index.prefilter import statistic_of
from workbench.match.index.title_store import Hit
from workbench.match.query.prepared_query import PreparedQuery, asked_of
from workbench.match.query.query import Query
from workbench.match.query.term_overlap import TermOverlap, because, term_overlap
from workbench.match.query.title_coverage import both_covered
from workbench.match.ranking.series_doubts import why_unsure
from workbench.match.ranking.spoken_names import as_called
from workbench.match.titles.title_dimensions import path_of
from workbench.match.titles.title_words import Surfaces, TitleWords, title_words
from workbench.match.words.normalisation import is_frame

_KIND = frozenset({"breakdown", "unit", "group", "statistic", "period", "kind"})
"""Parts of a score about the kind of figure that a series has."""
_AS_WELL = 0.02
_STANDING = {True: "one of the headline series of its source", False: "no headline series"}


def ranked_candidates(
    weighed: Iterable[tuple[Candidate, TermOverlap]], limit: int, asked: PreparedQuery
) -> list[tuple[Candidate, TermOverlap]]:
    """Select the best, those of the user's own files first, and after them those that a person picked."""
    files = asked.own_files  # most candidates are of neither, and are not copied
    found = [
        (changed_copy(each, own=True) if each.series.ref.source in files else each, overlap)
        for each, overlap in weighed
    ]
    best = min((each for each, _ in found), key=lambda each: each.order, default=None)
    offices = [
        (changed_copy(each, office=True) if _of_office(asked.query, each, best) else each, overlap)
        for each, overlap in found
    ]
    ordered = sorted(offices, key=lambda each: each[0].order)
    return ordered[:limit] + [each for each in ordered[limit:] if each[0].series.ref in asked.picked]


def _of_office(query: Query, candidate: Candidate, best: Candidate | None) -> bool:
    """Check whether a series covers only the country in question and fits as well as the best in unit, statistic, group and period."""
    if best is None or not candidate.usable or not query.places or covers(candidate.series) != frozenset(query.places):
        return False
    theirs = {part.name: part.value for part in best.parts}
    return all(part.value >= theirs[part.name] - _AS_WELL for part in candidate.parts if part.name in _KIND)


def scored_candidate(asked: PreparedQuery, found: Hit) -> tuple[Candidate, TermOverlap]:
    """Score a candidate with all its parts; its term overlap is returned too, for the reasons of those that are shown.

    A series that may not decide by its own title is scored under the name that the claim uses for it, where it has one.
    """
    asked = asked_of(asked, found.series)
    own, overlap = _score_parts(asked, found)
    called = None if own.barred or own.usable else as_called(asked, found)
    if called is None:
        return own, overlap
    other, other_overlap = _score_parts(asked, called)
    return (replace(other, series=found.series), other_overlap) if other.order < own.order else (own, overlap)


def _score_parts(asked: PreparedQuery, found: Hit) -> tuple[Candidate, TermOverlap]:
    query, series, weights = asked.query, found.series, asked.weights
    text = title_words(series)
    overlap = term_overlap(asked.sought_terms, text)
    fits = {
        "breakdown": (fit_path(asked.spoken, path_of(series.title)), weights.path),
        "unit": (fit_unit(query, series), weights.unit),
        "group": (fit_group(query, series), weights.group),
        "statistic": (SlotFit(statistic_of(asked, found.summary), ""), weights.statistic),
        "place": (fit_place(query, series), weights.slot),
        "period": (fit_period(query, series), weights.slot),
        "kind": (fit_kind(query, series), weights.slot),
    }
    parts = (
        ScorePart("words", round(min(1.0, found.share), 4), weights.words, ""),
        _coverage_part(asked, text, overlap),
        _title_part(asked, text),
        _meaning_part(asked, found),
        *(ScorePart(name, fit.value, weight, fit.because) for name, (fit, weight) in fits.items()),
        ScorePart("standing", float(series.headline), weights.standing, _STANDING[series.headline]),
    )
    misfit = next((fit.because for fit, _ in fits.values() if fit.bars), None)
    likely, doubt = why_unsure(asked, found, overlap, {part.name: part.value for part in parts})
    coarse = fits["period"][0]
    return Candidate(series, parts, misfit, doubt, round(likely, 4), coarse.because if coarse.coarse else None), overlap


def candidate_with_reasons(query: Query, candidate: Candidate, overlap: TermOverlap) -> Candidate:
    """Add the reasons of the parts that take longest to put into words, for a candidate that is shown."""
    said = {
        "words": "; ".join((*_as_read(query), because(overlap, Surfaces(candidate.series)))),
        "statistic": fit_statistic(query.text, candidate.series.title).because,
    }
    return changed_copy(candidate, parts=tuple(_with_reason(part, said.get(part.name)) for part in candidate.parts))


def _as_read(query: Query) -> Iterable[str]:
    """Say how words of another language were read."""
    return (f"“{said}” read as “{english}”" for said, english in query.read)


def _with_reason(part: ScorePart, reason: str | None) -> ScorePart:
    return part if reason is None else ScorePart(part.name, part.value, part.weight, reason)


def _meaning_part(asked: PreparedQuery, found: Hit) -> ScorePart:
    near = round(min(1.0, max(0.0, found.near)), 4)
    return ScorePart("meaning", near, asked.weights.meaning, f"in meaning the title is {near:.0%} like what was said")


def _coverage_part(asked: PreparedQuery, text: TitleWords, overlap: TermOverlap) -> ScorePart:
    said = asked.title_coverage.said(text.title)
    because = f"{said:.0%} of the title was said, {overlap.share:.0%} of what was said is in it"
    return ScorePart("title coverage", both_covered(said, overlap.share), asked.weights.title_coverage, because)


def _title_part(asked: PreparedQuery, text: TitleWords) -> ScorePart:
    ratio = max(_likeness(asked.own, text.title), _likeness(_as_titled(asked.query, text), text.title))
    return ScorePart(
        "title",
        round(ratio, 4),
        asked.weights.title,
        f"letter by letter the title is {ratio:.0%} like the claim's words",
    )


def _as_titled(query: Query, text: TitleWords) -> str:
    """Express the claim's concepts in the title's words, and in the claim's own words where the title lacks them."""
    title = set(text.title)
    found: list[str] = []
    for concept in query.concepts:
        if not concept.hint:
            ways = [way.stems for way in concept.ways if title.issuperset(way.stems)] or [concept.ways[0].stems]
            found.extend(key for stems in ways for key in stems)
    return " ".join(dict.fromkeys(found))


def _likeness(own: str, title: Sequence[str]) -> float:
    """Compute the similarity of the words by letters; frame words of the title ("total", "rate") count only where they were said."""
    said = own.split()
    return fuzz.token_sort_ratio(own, " ".join(key for key in title if key in said or not is_frame(key))) / 100
