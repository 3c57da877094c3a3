"""The candidates with all their parts, in order, and whether their words bear them out; put into words where they are shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from workbench.core.candidate import Candidate
from workbench.core.score import ScorePart
from workbench.core.series import SeriesRef
from workbench.match.asked import Asked
from workbench.match.explained import both
from workbench.match.first_look import statistic_of
from workbench.match.fit import Fit, fit_kind, fit_period, fit_place, fit_unit
from workbench.match.fit_group import fit_group
from workbench.match.fit_path import fit_path
from workbench.match.fit_statistic import fit_statistic
from workbench.match.keys import is_frame, keys
from workbench.match.met import Met, because, meet, why_not
from workbench.match.path import path_of
from workbench.match.query import Query
from workbench.match.shelf import Hit
from workbench.match.texts import Surfaces, Text, text_of

_STANDING = {True: "one of the headline series of its source", False: "no headline series"}

_LIKE_ENOUGH = 0.3
"""A cosine from which a title may be what somebody looks for."""


def ordered(
    weighed: Iterable[tuple[Candidate, Met]], limit: int, picked: Collection[SeriesRef]
) -> list[tuple[Candidate, Met]]:
    """The best, and behind them those that a person picked."""
    ordered = sorted(weighed, key=lambda each: (each[0].barred is not None, -each[0].score))
    return ordered[:limit] + [each for each in ordered[limit:] if each[0].series.ref in picked]


def weighed(asked: Asked, found: Hit) -> tuple[Candidate, Met]:
    """A candidate with all its parts, and which words met: that is put into words for those alone that are shown."""
    query, series, weights = asked.query, found.series, asked.weights
    text = text_of(series)
    met = meet(asked.sought, text)
    fits = {
        "path": (fit_path(asked.spoken, path_of(series.title)), weights.path),
        "unit": (fit_unit(query, series), weights.unit),
        "group": (fit_group(query, series), weights.group),
        "statistic": (Fit(statistic_of(asked, found.brief), ""), weights.statistic),
        "place": (fit_place(query, series), weights.slot),
        "period": (fit_period(query, series), weights.slot),
        "kind": (fit_kind(query, series), weights.slot),
    }
    parts = (
        ScorePart("words", round(min(1.0, found.share), 4), weights.words, ""),
        _explained_part(asked, text, met),
        _title_part(asked, text),
        _meaning_part(asked, found),
        *(ScorePart(name, fit.value, weight, fit.because) for name, (fit, weight) in fits.items()),
        ScorePart("standing", float(series.headline), weights.standing, _STANDING[series.headline]),
    )
    misfit = next((fit.because for fit, _ in fits.values() if fit.bars), None)
    return Candidate(series, parts, _strange(asked, found, met, Surfaces(series)) or misfit), met


def told_of(query: Query, candidate: Candidate, met: Met) -> Candidate:
    """A candidate that is shown: what takes longest to be put into words is added."""
    said = {
        "words": because(met, Surfaces(candidate.series)),
        "statistic": fit_statistic(query.text, candidate.series.title).because,
    }
    return replace(candidate, parts=tuple(_saying(part, said.get(part.name)) for part in candidate.parts))


def _saying(part: ScorePart, told: str | None) -> ScorePart:
    return part if told is None else replace(part, because=told)


def _strange(asked: Asked, found: Hit, met: Met, written: Mapping[str, str]) -> str | None:
    """Why the words bar a series; those of a bare phrase bar none that is near in meaning, since it claims nothing.

    A claim is another matter: "smuggling of migrants" is near "displaced persons" in meaning, and not measured by them.
    What a person picked for such words is measured by it whatever its title says.
    """
    if found.series.ref in asked.picked:
        return None
    near = asked.query.kind is None and found.near >= _LIKE_ENOUGH
    barred = why_not(met, written, near=near)
    if barred is None or near or not _wholly_said(asked.query, found):
        return barred
    return why_not(met, written, near=True)


def _wholly_said(query: Query, found: Hit) -> bool:
    """Whether all that a title names was said, be it little of a long claim: "Secondary treatment" of waste water."""
    named = {key for key in keys(path_of(found.series.title).head) if not is_frame(key)}
    return len(named) > 1 and named <= query.claimed


def _meaning_part(asked: Asked, found: Hit) -> ScorePart:
    near = round(min(1.0, max(0.0, found.near)), 4)
    return ScorePart("meaning", near, asked.weights.meaning, f"in meaning the title is {near:.0%} like what was said")


def _explained_part(asked: Asked, text: Text, met: Met) -> ScorePart:
    said = asked.explained.said(text.title)
    because = f"{said:.0%} of the title was said, {met.share:.0%} of what was said is in it"
    return ScorePart("explained", both(said, met.share), asked.weights.explained, because)


def _title_part(asked: Asked, text: Text) -> ScorePart:
    ratio = max(_likeness(asked.own, text.title), _likeness(_as_titled(asked.query, text), text.title))
    return ScorePart(
        "title",
        round(ratio, 4),
        asked.weights.title,
        f"letter by letter the title is {ratio:.0%} like the claim's words",
    )


def _as_titled(query: Query, text: Text) -> str:
    """The claim's concepts as the title puts them, and in the claim's own words where it does not."""
    title = set(text.title)
    found: list[str] = []
    for concept in query.concepts:
        if not concept.hint:
            ways = [way.stems for way in concept.ways if title.issuperset(way.stems)] or [concept.ways[0].stems]
            found.extend(key for stems in ways for key in stems)
    return " ".join(dict.fromkeys(found))


def _likeness(own: str, title: Sequence[str]) -> float:
    """How alike the words are letter by letter; frame words of the title ("total", "rate") count only where they were said."""
    said = own.split()
    return fuzz.token_sort_ratio(own, " ".join(key for key in title if key in said or not is_frame(key))) / 100
