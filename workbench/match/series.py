"""Which series measures this: candidates with explained scores, the usable ones first.

A score says how well a series measures what was said. Figures are nowhere in reach here, so whether they agree with the
claim cannot enter it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import nlargest

from rapidfuzz import fuzz

from workbench.core.candidate import Candidate
from workbench.core.claim import Claim
from workbench.core.score import ScorePart
from workbench.core.series import Series
from workbench.match.fit import fit_group, fit_kind, fit_period, fit_place, fit_unit
from workbench.match.inverted import Inverted
from workbench.match.keys import FRAME_WEIGHT, is_frame, words
from workbench.match.met import because, meet, why_not
from workbench.match.query import Query, query_of
from workbench.match.texts import Text, surfaces, text_of

WORDS, TITLE, UNIT, GROUP, SLOT, STANDING = 0.42, 0.19, 0.1, 0.08, 0.03, 0.12
"""The weights of the parts; place, period and kind have `SLOT` each, and all sum to 1."""

_STANDING = {True: "one of the headline series of its source", False: "no headline series"}

_LOOKED_AT, _EXPLAINED = 200, 30
"""Titles whose words are weighed letter by letter, and those of them whose slots are looked at and put into words."""


class TitleIndex:
    """Some thousands of titles in memory, each ranked for a query in a few milliseconds."""

    def __init__(self, series: Sequence[Series]) -> None:
        self._series = tuple(series)
        self._texts = [text_of(each) for each in self._series]
        self._index = Inverted(text.fields for text in self._texts)

    def rank(self, query: Query | Claim, limit: int = 10) -> tuple[Candidate, ...]:
        """Candidates for a query or claim: usable best first, then barred ones with the reason."""
        asked = query if isinstance(query, Query) else query_of(query)
        full, own = self._index.full(asked), _own_words(asked)
        quick = (
            (WORDS * min(1.0, score / full) + TITLE * _likeness(own, self._texts[n]), -n, score / full)
            for n, score in self._index.search(asked, max(_LOOKED_AT, limit))
        )
        best = nlargest(max(_EXPLAINED, 2 * limit), quick)
        return _ordered((_candidate(asked, self._series[-n], self._texts[-n], share) for _, n, share in best), limit)


def rank_series(claim: Claim, series: Sequence[Series], limit: int = 12) -> tuple[Candidate, ...]:
    """Ranks series by how well they measure a claim: usable best first, then barred ones with the reason.

    Equal ones keep the order they came in. Those that share no word with the claim are left out, unless no other is there.
    """
    query = query_of(claim)
    texts = [text_of(each) for each in series]
    index = Inverted((text.fields for text in texts), weigh=_fixed_weight)
    found, full = dict(index.search(query, len(texts))), index.full(query)
    asked = found or dict.fromkeys(range(len(texts)), 0.0)
    return _ordered((_candidate(query, series[n], texts[n], asked[n] / full) for n in sorted(asked)), limit)


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


def _candidate(query: Query, series: Series, text: Text, share: float) -> Candidate:
    met, written = meet(query, text), surfaces(series)
    fits = {
        "unit": (fit_unit(query, series), UNIT),
        "group": (fit_group(query, series), GROUP),
        "place": (fit_place(query, series), SLOT),
        "period": (fit_period(query, series), SLOT),
        "kind": (fit_kind(query, series), SLOT),
    }
    parts = (
        ScorePart("words", round(min(1.0, share), 4), WORDS, because(met, written)),
        _title_part(query, text),
        *(ScorePart(name, fit.value, weight, fit.because) for name, (fit, weight) in fits.items()),
        ScorePart("standing", float(series.headline), STANDING, _STANDING[series.headline]),
    )
    misfit = next((fit.because for fit, _ in fits.values() if fit.bars), None)
    return Candidate(series, parts, why_not(met, written) or misfit)


def _title_part(query: Query, text: Text) -> ScorePart:
    ratio = max(_likeness(_own_words(query), text), _likeness(_as_titled(query, text), text))
    return ScorePart(
        "title", round(ratio, 4), TITLE, f"letter by letter the title is {ratio:.0%} like the claim's words"
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
