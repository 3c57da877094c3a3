"""Which series measures this: candidates with explained scores, the usable ones first.

A score says how well a series measures what was said. Figures are nowhere in reach here, so whether they agree with the
claim cannot enter it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from rapidfuzz import fuzz

from workbench.core.candidate import Candidate
from workbench.core.claim import Claim
from workbench.core.score import ScorePart
from workbench.core.series import Series
from workbench.match.fit import fit_group, fit_kind, fit_period, fit_place, fit_unit
from workbench.match.fit_path import fit_path
from workbench.match.fit_statistic import fit_statistic
from workbench.match.inverted import Inverted
from workbench.match.keys import FRAME_WEIGHT, is_frame, keys, words
from workbench.match.meaning import cosines, meanings, nearest
from workbench.match.met import Met, because, meet, why_not
from workbench.match.path import path_of
from workbench.match.query import Query, query_of
from workbench.match.texts import Text, surfaces, text_of
from workbench.match.weights import Weights, weights_for

_STANDING = {True: "one of the headline series of its source", False: "no headline series"}

_LOOKED_AT, _NEAR, _EXPLAINED = 200, 100, 30
"""Titles found by words and by meaning whose words are weighed letter by letter, and those whose slots are put into words."""

_LIKE_ENOUGH = 0.3
"""A cosine from which a title may be what somebody looks for."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked, with what each title is held against."""

    query: Query
    weights: Weights
    spoken: frozenset[str]
    own: str


@dataclass(frozen=True, slots=True)
class _Found:
    """A title that was found: its words' share of the best there could be, and its nearness in meaning."""

    series: Series
    text: Text
    share: float
    near: float


class TitleIndex:
    """Some thousands of titles in memory, each ranked for a query in a few milliseconds."""

    def __init__(self, series: Sequence[Series]) -> None:
        self._series = tuple(series)
        self._texts = [text_of(each) for each in self._series]
        self._index = Inverted(text.fields for text in self._texts)
        self._meanings = meanings().packed(each.title for each in self._series)

    def rank(self, query: Query | Claim, limit: int = 10) -> tuple[Candidate, ...]:
        """Candidates for a query or claim: usable best first, then barred ones with the reason."""
        asked = _asked(query if isinstance(query, Query) else query_of(query))
        best = nlargest(max(_EXPLAINED, 2 * limit), self._found(asked, limit), key=lambda found: _quick(asked, found))
        return _ordered((_candidate(asked, found) for found in best), limit)

    def _found(self, asked: _Asked, limit: int) -> Iterator[_Found]:
        """What words and what meaning find, together."""
        full, near = self._index.full(asked.query), cosines(asked.query.text, self._meanings)
        by_words = dict(self._index.search(asked.query, max(_LOOKED_AT, limit)))
        by_meaning = nearest(near, _NEAR)
        for n in dict.fromkeys([*by_words, *by_meaning]):
            yield _Found(self._series[n], self._texts[n], by_words.get(n, 0.0) / full, float(near[n]))


def rank_series(claim: Claim, series: Sequence[Series], limit: int = 12) -> tuple[Candidate, ...]:
    """Ranks series by how well they measure a claim: usable best first, then barred ones with the reason.

    Equal ones keep the order they came in. Those that share no word with the claim are left out, unless no other is there.
    """
    asked = _asked(query_of(claim))
    texts = [text_of(each) for each in series]
    index = Inverted((text.fields for text in texts), weigh=_fixed_weight, only=asked.spoken)
    shares, full = dict(index.search(asked.query, len(texts))), index.full(asked.query)
    near = cosines(asked.query.text, meanings().packed(each.title for each in series))
    wanted = sorted(shares) or range(len(texts))
    found = [_Found(series[n], texts[n], shares.get(n, 0.0) / full, float(near[n])) for n in wanted]
    best = nlargest(max(_EXPLAINED, 3 * limit), found, key=lambda each: _quick(asked, each))
    return _ordered((_candidate(asked, each) for each in best), limit)


def _asked(query: Query) -> _Asked:
    return _Asked(query, weights_for(query), query.spoken, _own_words(query))


def _quick(asked: _Asked, found: _Found) -> float:
    """The parts that tell most, worked out without putting anything into words."""
    weights = asked.weights
    words_and_meaning = weights.words * min(1.0, found.share) + weights.meaning * max(0.0, found.near)
    path = weights.path * fit_path(asked.spoken, path_of(found.series.title)).value
    statistic = weights.statistic * fit_statistic(asked.query.text, found.series.title).value
    return words_and_meaning + path + statistic + weights.title * _likeness(asked.own, found.text)


def search_words(claim: Claim) -> str:
    """The words that a catalogue is searched for: those of the claim, then what tables say for them."""
    return words_of(query_of(claim))


def words_of(query: Query) -> str:
    """The words that a catalogue is searched for to answer a query: its own first, then what tables say for them."""
    asked = [concept for concept in query.concepts if not concept.hint]
    said = [concept.said for concept in asked]
    synonyms = [phrase for concept in asked if concept.entry for phrase in concept.entry.written]
    return " ".join(dict.fromkeys(words(" ".join([*said, *synonyms]))))


def _fixed_weight(key: str) -> float:
    """Among series that were found for their words, how rare a word is tells nothing; whether it names a measure does."""
    return FRAME_WEIGHT if is_frame(key) else 1.0


def _ordered(candidates: Iterable[Candidate], limit: int) -> tuple[Candidate, ...]:
    return tuple(sorted(candidates, key=lambda c: (c.barred is not None, -c.score)))[:limit]


def _candidate(asked: _Asked, found: _Found) -> Candidate:
    query, series, weights = asked.query, found.series, asked.weights
    met, written = meet(query, found.text), surfaces(series)
    fits = {
        "path": (fit_path(asked.spoken, path_of(series.title)), weights.path),
        "unit": (fit_unit(query, series), weights.unit),
        "group": (fit_group(query, series), weights.group),
        "statistic": (fit_statistic(query.text, series.title), weights.statistic),
        "place": (fit_place(query, series), weights.slot),
        "period": (fit_period(query, series), weights.slot),
        "kind": (fit_kind(query, series), weights.slot),
    }
    parts = (
        ScorePart("words", round(min(1.0, found.share), 4), weights.words, because(met, written)),
        _title_part(asked, found.text),
        _meaning_part(asked, found),
        *(ScorePart(name, fit.value, weight, fit.because) for name, (fit, weight) in fits.items()),
        ScorePart("standing", float(series.headline), weights.standing, _STANDING[series.headline]),
    )
    misfit = next((fit.because for fit, _ in fits.values() if fit.bars), None)
    return Candidate(series, parts, _strange(asked, found, met, written) or misfit)


def _strange(asked: _Asked, found: _Found, met: Met, written: Mapping[str, str]) -> str | None:
    """Why the words bar a series; those of a bare phrase bar none that is near in meaning, since it claims nothing.

    A claim is another matter: "smuggling of migrants" is near "displaced persons" in meaning, and not measured by them.
    """
    near = asked.query.kind is None and found.near >= _LIKE_ENOUGH
    return why_not(met, written, near=near or _wholly_said(asked.query, found))


def _wholly_said(query: Query, found: _Found) -> bool:
    """Whether all that a title names was said, be it little of a long claim: "Secondary treatment" of waste water."""
    named = {key for key in keys(path_of(found.series.title).head) if not is_frame(key)}
    return len(named) > 1 and named <= query.claimed


def _meaning_part(asked: _Asked, found: _Found) -> ScorePart:
    near = round(min(1.0, max(0.0, found.near)), 4)
    return ScorePart("meaning", near, asked.weights.meaning, f"in meaning the title is {near:.0%} like what was said")


def _title_part(asked: _Asked, text: Text) -> ScorePart:
    ratio = max(_likeness(asked.own, text), _likeness(_as_titled(asked.query, text), text))
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


def _own_words(query: Query) -> str:
    return " ".join(key for concept in query.concepts if not concept.hint for key in concept.ways[0].stems)


def _likeness(own: str, text: Text) -> float:
    """How alike the words are letter by letter; frame words of the title ("total", "rate") count only where they were said."""
    said = own.split()
    return fuzz.token_sort_ratio(own, " ".join(key for key in text.title if key in said or not is_frame(key))) / 100
