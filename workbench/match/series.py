"""Which series measures this: candidates with explained scores, the usable ones first.

A score says how well a series measures what was said. Figures are nowhere in reach here, so whether they agree with the
claim cannot enter it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest

from rapidfuzz import fuzz

from workbench.core.candidate import Candidate
from workbench.core.claim import Claim
from workbench.core.score import ScorePart
from workbench.core.series import Series
from workbench.match.fit import Fit, fit_group, fit_kind, fit_period, fit_place, fit_unit
from workbench.match.inverted import Inverted
from workbench.match.keys import FRAME_WEIGHT, is_frame, keys
from workbench.match.query import Concept, Query, query_of

ENOUGH = 0.6
"""What share of the claim's words a series must speak of to measure it.

More than half: of two words that name a measure ("asylum applications") one alone names another ("mobile applications").
"""

_UNIT_FIELD, _DESCRIPTION_FIELD = 0.5, 0.25
_WORDS, _TITLE, _UNIT, _SLOT = 0.45, 0.25, 0.1, 0.05
"""The weights of the parts; group, place, period and kind have `_SLOT` each, and all sum to 1."""

_LOOKED_AT, _EXPLAINED = 200, 30
"""Titles whose words are weighed letter by letter, and those of them whose slots are looked at and put into words."""


@dataclass(frozen=True, slots=True)
class _Met:
    """Which concepts of the claim a title speaks of, and how: (said, word in the title)."""

    share: float
    named: bool
    pairs: tuple[tuple[str, str], ...]


class TitleIndex:
    """Some thousands of titles in memory, each ranked for a query in about a millisecond."""

    def __init__(self, series: Sequence[Series]) -> None:
        self._series = tuple(series)
        self._titles = [keys(each.title) for each in self._series]
        self._index = Inverted(_fields(self._series, self._titles))

    def rank(self, query: Query | Claim, limit: int = 10) -> tuple[Candidate, ...]:
        """Candidates for a query or claim: usable best first, then barred ones with the reason."""
        asked = query if isinstance(query, Query) else query_of(query)
        full, own = self._index.full(asked), _own_words(asked)
        quick = [
            (_WORDS * min(1.0, score / full) + _TITLE * _likeness(own, self._titles[n]), n, score / full)
            for n, score in self._index.search(asked, max(_LOOKED_AT, limit))
        ]
        best = nlargest(max(_EXPLAINED, 2 * limit), quick, key=lambda item: (item[0], -item[1]))
        return _ordered((_candidate(asked, self._series[n], self._titles[n], words) for _, n, words in best), limit)


def rank_series(claim: Claim, series: Sequence[Series], limit: int = 12) -> tuple[Candidate, ...]:
    """Ranks series by how well they measure a claim: usable best first, then barred ones with the reason.

    Every series that is given is judged, also one that shares no word with the claim. Equal ones keep the order they came in.
    """
    query = query_of(claim)
    titles = [keys(each.title) for each in series]
    index = Inverted(_fields(series, titles), weigh=lambda key: FRAME_WEIGHT if is_frame(key) else 1.0)
    scores, full = dict(index.search(query, len(series))), index.full(query)
    judged = (_candidate(query, each, titles[n], scores.get(n, 0.0) / full) for n, each in enumerate(series))
    return _ordered(judged, limit)


def search_words(claim: Claim) -> str:
    """The words that a catalogue is searched for: those of the claim, then what tables say for them."""
    query = query_of(claim)
    said = [concept.said for concept in query.concepts]
    synonyms = [" ".join(way.stems) for concept in query.concepts for way in concept.ways[1:]]
    return " ".join(dict.fromkeys(" ".join([*said, *synonyms]).split()))


def _fields(series: Iterable[Series], titles: Sequence[list[str]]) -> list[list[tuple[Sequence[str], float]]]:
    return [
        [(title, 1.0), (keys(str(each.unit)), _UNIT_FIELD), (keys(each.description), _DESCRIPTION_FIELD)]
        for each, title in zip(series, titles, strict=True)
    ]


def _ordered(candidates: Iterable[Candidate], limit: int) -> tuple[Candidate, ...]:
    return tuple(sorted(candidates, key=lambda c: (c.barred is not None, -c.score)))[:limit]


def _candidate(query: Query, series: Series, title: Sequence[str], words: float) -> Candidate:
    met = _met(query, frozenset(title) | frozenset(keys(f"{series.unit} {series.description}")))
    fits = {
        "unit": (fit_unit(query, series), _UNIT),
        "group": (fit_group(query, series), _SLOT),
        "place": (fit_place(query, series), _SLOT),
        "period": (fit_period(query, series), _SLOT),
        "kind": (fit_kind(query, series), _SLOT),
    }
    parts = (
        ScorePart("words", round(min(1.0, words), 4), _WORDS, _met_because(met)),
        _title_part(query, title),
        *(ScorePart(name, fit.value, weight, fit.because) for name, (fit, weight) in fits.items()),
    )
    return Candidate(series, parts, _barred(met, [fit for fit, _ in fits.values()]))


def _title_part(query: Query, title: Sequence[str]) -> ScorePart:
    ratio = _likeness(_own_words(query), title)
    return ScorePart(
        "title", round(ratio, 4), _TITLE, f"letter by letter the title is {ratio:.0%} like the claim's words"
    )


def _own_words(query: Query) -> str:
    return " ".join(key for concept in query.concepts for key in concept.ways[0].stems)


def _likeness(own: str, title: Sequence[str]) -> float:
    return fuzz.token_sort_ratio(own, " ".join(title)) / 100


def _barred(met: _Met, fits: Sequence[Fit]) -> str | None:
    if not met.pairs:
        return "shares no word with the claim"
    if not met.named or met.share < ENOUGH:
        return f"shares only {_quoted(word for word, _ in met.pairs)} with the claim"
    return next((fit.because for fit in fits if fit.bars), None)


def _met(query: Query, text: frozenset[str]) -> _Met:
    pairs: list[tuple[str, str]] = []
    got = full = 0.0
    named = False
    for concept in query.concepts:
        share, by = _best_way(concept, text)
        full += concept.weight
        got += concept.weight * share
        if by:
            pairs.append((concept.said, by))
            named = named or not concept.frame
    return _Met(got / full if full else 0.0, named, tuple(pairs))


def _best_way(concept: Concept, text: frozenset[str]) -> tuple[float, str]:
    """How far the text speaks of a concept, and by which stems; a frame word alone does not speak of it."""
    best, by = 0.0, ""
    for way in concept.ways:
        weights = {key: FRAME_WEIGHT if is_frame(key) else 1.0 for key in way.stems}
        share = sum(w for key, w in weights.items() if key in text) / sum(weights.values())
        if share > best:
            best, by = share, " ".join(key for key in way.stems if key in text)
    return best, by


def _met_because(met: _Met) -> str:
    if not met.pairs:
        return "no word of the claim is in the title, unit or description"
    return "the claim's " + "; ".join(
        f"“{said}”" if _same(said, by) else f"“{said}” met “{by}…”" for said, by in met.pairs
    )


def _same(said: str, by: str) -> bool:
    return set(keys(said)) == set(by.split())


def _quoted(said: Iterable[str]) -> str:
    return ", ".join(f"“{word}”" for word in said)
