"""Which series measures this: candidates with explained scores, the usable ones first.

A score says how well a series measures what was said. Figures are nowhere in reach here, so whether they agree with the
claim cannot enter it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest

from rapidfuzz import fuzz
from rapidfuzz.process import cdist

from workbench.core.candidate import Candidate
from workbench.core.claim import Claim
from workbench.core.score import ScorePart
from workbench.core.series import Series, SeriesRef
from workbench.match.brief import Brief, brief_of
from workbench.match.explained import Explained, both
from workbench.match.fit import Fit, fit_kind, fit_period, fit_place, fit_unit
from workbench.match.fit_group import fit_group
from workbench.match.fit_path import fit_path, share_named
from workbench.match.fit_statistic import fit_statistic, value_of
from workbench.match.inverted import Inverted
from workbench.match.keys import FRAME_WEIGHT, is_frame, keys, words
from workbench.match.marks import Marks, marks_of
from workbench.match.meaning import cosines, meanings
from workbench.match.met import Met, Sought, because, meet, sought, why_not
from workbench.match.path import path_of
from workbench.match.query import Query, query_of
from workbench.match.shelf import Hit, MemoryShelf, Shelf
from workbench.match.texts import Surfaces, Text, text_of
from workbench.match.weights import Weights, weights_for
from workbench.ports.meaning import Encoder

_STANDING = {True: "one of the headline series of its source", False: "no headline series"}

_BY_WORDS, _BY_MEANING, _READ, _WEIGHED = 200, 100, 120, 24
"""Titles found by words, and by meaning; those of them that are read at first look; those whose slots are all weighed.

On the labelled phrases and claims, half as many find what twice as many do."""

_LIKE_ENOUGH = 0.3
"""A cosine from which a title may be what somebody looks for."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked, with what each title is held against; `picked` are series that a person picked for such words."""

    query: Query
    sought: Sought
    weights: Weights
    spoken: frozenset[str]
    own: str
    marks: Marks
    explained: Explained
    encoder: Encoder
    picked: frozenset[SeriesRef] = frozenset()


@dataclass(frozen=True, slots=True)
class _Seen:
    """A title at first look."""

    number: int
    brief: Brief
    share: float
    near: float


class TitleIndex:
    """Some thousands of titles in memory, each ranked for a query in a few milliseconds."""

    def __init__(self, series: Sequence[Series], encoder: Encoder | None = None) -> None:
        self._shelf = MemoryShelf(series, encoder)

    def rank(self, query: Query | Claim, limit: int = 10, picked: Sequence[Series] = ()) -> tuple[Candidate, ...]:
        """Candidates for a query or claim: usable best first, then barred ones with the reason.

        Series that a person `picked` for such words are among them, and are not barred for their words.
        """
        asked = query if isinstance(query, Query) else query_of(query)
        return rank_hits(asked, find(asked, self._shelf, limit), limit, picked, self._shelf.encoder)


def find(query: Query, shelf: Shelf, limit: int) -> tuple[Hit, ...]:
    """The titles of a shelf that may measure what is asked, likeliest first, more than are wanted: `rank_hits` weighs all their slots."""
    asked = _asked(query, (), shelf.encoder)
    shares = shelf.by_words(query, max(_BY_WORDS, limit))
    near = shelf.by_meaning(query.text, _BY_MEANING, tuple(shares))
    words, meaning = asked.weights.words, asked.weights.meaning
    given = {n: words * min(1.0, shares.get(n, 0.0)) + meaning * max(0.0, cosine) for n, cosine in near.items()}
    wanted = nlargest(max(_READ, 2 * limit), given, key=given.__getitem__)
    seen = [_Seen(n, shelf.brief(n), shares.get(n, 0.0), near[n]) for n in wanted]
    best = _best(asked, seen, max(_WEIGHED, 2 * limit))
    series = shelf.series([seen.number for seen in best])
    return tuple(Hit(each, seen.share, seen.near, seen.brief) for each, seen in zip(series, best, strict=True))


def rank_hits(
    query: Query, hits: Iterable[Hit], limit: int, picked: Sequence[Series] = (), encoder: Encoder | None = None
) -> tuple[Candidate, ...]:
    """What was found or `picked` by a person, with explained scores: usable best first, then barred ones with the reason.

    `encoder` is what told how near the hits are in meaning: the table where none is given.
    """
    asked = _asked(query, picked, encoder)
    found = {hit.series.ref: hit for hit in (*_hits(asked, picked), *hits)} if picked else {}
    weighed = (_weighed(asked, hit) for hit in found.values() or hits)
    return tuple(_told(query, *each) for each in _ordered(weighed, limit, asked.picked))


def rank_series(
    claim: Claim,
    series: Sequence[Series],
    limit: int = 12,
    picked: Sequence[Series] = (),
    encoder: Encoder | None = None,
) -> tuple[Candidate, ...]:
    """Ranks series by how well they measure a claim: usable best first, then barred ones with the reason.

    Equal ones keep the order they came in. Those that share no word with the claim are left out, unless no other is there.
    Series that a person `picked` for such words are never left out, nor barred for their words. How near titles are in
    meaning is told by `encoder` where it is ready for all of them, else by the table: never by both in one ranking.
    """
    ready = encoder if encoder and encoder.ready([each.title for each in (*series, *picked)]) else None
    asked = _asked(query_of(claim), picked, ready)
    hits = _hits(asked, series)
    wanted = [hit for hit in hits if hit.share] or hits
    seen = [_Seen(n, hit.brief, hit.share, hit.near) for n, hit in enumerate(wanted)]
    best = _best(asked, seen, max(_WEIGHED, 3 * limit))
    return rank_hits(asked.query, [wanted[each.number] for each in best], limit, picked, asked.encoder)


def hits_among(query: Query, series: Sequence[Series], encoder: Encoder | None = None) -> list[Hit]:
    """Series that share words with what is asked, however they were come by, such as those of the user's own files."""
    return [hit for hit in _hits(_asked(query, (), encoder), series) if hit.share]


def _hits(asked: _Asked, series: Sequence[Series]) -> list[Hit]:
    """Series with their words' share and their nearness in meaning, however they were come by."""
    texts = [text_of(each) for each in series]
    index = Inverted((text.fields for text in texts), weigh=_fixed_weight, only=asked.spoken)
    shares, full = dict(index.search(asked.query, len(texts))), index.full(asked.query)
    near = cosines(asked.query.text, asked.encoder.packed(each.title for each in series), asked.encoder)
    briefs = [brief_of(each.title, text, headline=each.headline) for each, text in zip(series, texts, strict=True)]
    return [Hit(each, shares.get(n, 0.0) / full, float(near[n]), briefs[n]) for n, each in enumerate(series)]


def _asked(query: Query, picked: Sequence[Series], encoder: Encoder | None) -> _Asked:
    told = encoder or meanings()
    refs = frozenset(each.ref for each in picked)
    weights = weights_for(query, told.trust)
    return _Asked(
        query,
        sought(query),
        weights,
        query.spoken,
        _own_words(query),
        marks_of(query.text),
        Explained(query),
        told,
        refs,
    )


def _best(asked: _Asked, seen: Sequence[_Seen], many: int) -> list[_Seen]:
    """The best at first look, best first."""
    said = frozenset(asked.own.split())
    titles = [each.brief.words(said) for each in seen]
    alike = cdist([asked.own], titles, scorer=fuzz.token_sort_ratio)[0].tolist() if titles else []
    scores = [_quick(asked, each, ratio / 100) for each, ratio in zip(seen, alike, strict=True)]
    return [seen[n] for n in nlargest(many, range(len(seen)), key=scores.__getitem__)]


def _quick(asked: _Asked, seen: _Seen, alike: float) -> float:
    """The parts that tell most, worked out without putting anything into words; `alike` is how alike the title is letter by letter."""
    weights, brief = asked.weights, seen.brief
    words_and_meaning = weights.words * min(1.0, seen.share) + weights.meaning * max(0.0, seen.near)
    path = weights.path * (share_named(asked.spoken, brief.parts) if brief.parts else 1.0)
    named = brief.named.split()
    statistic = weights.statistic * _statistic(asked, brief)
    explained = weights.explained * asked.explained.of({*named, *brief.frames}, len(set(named)))
    return words_and_meaning + path + statistic + explained + weights.title * alike + weights.standing * brief.headline


def _statistic(asked: _Asked, brief: Brief) -> float:
    return value_of(asked.marks, brief.marks, asked.spoken, brief.named.split())


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


def _ordered(
    weighed: Iterable[tuple[Candidate, Met]], limit: int, picked: Collection[SeriesRef]
) -> list[tuple[Candidate, Met]]:
    """The best, and behind them those that a person picked."""
    ordered = sorted(weighed, key=lambda each: (each[0].barred is not None, -each[0].score))
    return ordered[:limit] + [each for each in ordered[limit:] if each[0].series.ref in picked]


def _weighed(asked: _Asked, found: Hit) -> tuple[Candidate, Met]:
    """A candidate with all its parts, and which words met: that is put into words for those alone that are shown."""
    query, series, weights = asked.query, found.series, asked.weights
    text = text_of(series)
    met = meet(asked.sought, text)
    fits = {
        "path": (fit_path(asked.spoken, path_of(series.title)), weights.path),
        "unit": (fit_unit(query, series), weights.unit),
        "group": (fit_group(query, series), weights.group),
        "statistic": (Fit(_statistic(asked, found.brief), ""), weights.statistic),
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


def _told(query: Query, candidate: Candidate, met: Met) -> Candidate:
    """A candidate that is shown: what takes longest to be put into words is added."""
    said = {
        "words": because(met, Surfaces(candidate.series)),
        "statistic": fit_statistic(query.text, candidate.series.title).because,
    }
    return replace(candidate, parts=tuple(_saying(part, said.get(part.name)) for part in candidate.parts))


def _saying(part: ScorePart, told: str | None) -> ScorePart:
    return part if told is None else replace(part, because=told)


def _strange(asked: _Asked, found: Hit, met: Met, written: Mapping[str, str]) -> str | None:
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


def _meaning_part(asked: _Asked, found: Hit) -> ScorePart:
    near = round(min(1.0, max(0.0, found.near)), 4)
    return ScorePart("meaning", near, asked.weights.meaning, f"in meaning the title is {near:.0%} like what was said")


def _explained_part(asked: _Asked, text: Text, met: Met) -> ScorePart:
    said = asked.explained.said(text.title)
    because = f"{said:.0%} of the title was said, {met.share:.0%} of what was said is in it"
    return ScorePart("explained", both(said, met.share), asked.weights.explained, because)


def _title_part(asked: _Asked, text: Text) -> ScorePart:
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


def _own_words(query: Query) -> str:
    return " ".join(key for concept in query.concepts if not concept.hint for key in concept.ways[0].stems)


def _likeness(own: str, title: Sequence[str]) -> float:
    """How alike the words are letter by letter; frame words of the title ("total", "rate") count only where they were said."""
    said = own.split()
    return fuzz.token_sort_ratio(own, " ".join(key for key in title if key in said or not is_frame(key))) / 100
