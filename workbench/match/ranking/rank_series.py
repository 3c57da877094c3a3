"""Ranks the series that may measure a claim: candidates with explained scores, the usable ones first.

A score says how well a series measures what was said. Figures are not accessible here, so whether they agree with the claim cannot
influence it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from heapq import nlargest

from workbench.core.candidate import Candidate
from workbench.core.claim import Claim
from workbench.core.series import Series
from workbench.match.index.inverted_index import Inverted
from workbench.match.index.prefilter import Prefiltered, best_of
from workbench.match.index.title_store import Hit, MemoryTitleStore, TitleStore
from workbench.match.index.title_summary import summary_of_title
from workbench.match.query.prepared_query import PreparedQuery, asked_for
from workbench.match.query.query import Query, query_of
from workbench.match.ranking.scoring import candidate_with_reasons, ranked_candidates, scored_candidate
from workbench.match.titles.title_words import title_words
from workbench.match.words.frame_words import FRAME_WEIGHT
from workbench.match.words.normalisation import is_frame, words
from workbench.match.words.word_vectors import cosines
from workbench.ports.meaning_encoder import Encoder

_BY_WORDS, _BY_MEANING, _READ, _WEIGHED = 200, 100, 100, 24
"""Numbers of titles: found by words, found by meaning, of these read by `reader`, and those whose slots are all scored.

On the labelled phrases and claims, half and twice as many gave the same results."""


class TitleIndex:
    """Some thousands of titles in memory, each ranked for a query in a few milliseconds."""

    def __init__(
        self,
        series: Sequence[Series],
        encoder: Encoder | None = None,
        *,
        reader: Encoder | None = None,
        own: bool = False,
    ) -> None:
        """Index the titles; `reader` is an encoder for the best of a query, `own` says that they come from the user's own files."""
        self._titles = MemoryTitleStore(series, encoder)
        self._reader = reader
        self._own = frozenset(each.ref.source for each in series) if own else frozenset()

    def rank(self, query: Query | Claim, limit: int = 10, picked: Sequence[Series] = ()) -> tuple[Candidate, ...]:
        """Rank candidates for a query or claim: the usable first, then the weak and the excluded with the reason, each by score.

        Series that a person `picked` for such words are among them, and are not excluded for their words.
        """
        asked = query if isinstance(query, Query) else query_of(query)
        hits = find(asked, self._titles, limit, self._reader)
        return rank_hits(asked, hits, limit, picked, self._reader or self._titles.encoder, own=self._own)


def find(query: Query, titles: TitleStore, limit: int, reader: Encoder | None = None) -> tuple[Hit, ...]:
    """Find the titles that may measure what is asked, likeliest first, more than needed: `rank_hits` scores all their slots.

    The titles' own encoder finds a hundred; `reader`, where there is one, then encodes these and measures their nearness.
    """
    asked = asked_for(query, (), titles.encoder)
    shares = titles.by_words(query, max(_BY_WORDS, limit))
    near = titles.by_meaning(query.text, _BY_MEANING, tuple(shares))
    words, meaning = asked.weights.words + asked.weights.title_coverage / 2, asked.weights.meaning
    given = {n: words * min(1.0, shares.get(n, 0.0)) + meaning * max(0.0, cosine) for n, cosine in near.items()}
    wanted = nlargest(max(_READ, 2 * limit), given, key=given.__getitem__)
    if reader is not None and reader.space != titles.encoder.space:
        asked, near = asked_for(query, (), reader), _read_now(query.text, titles, wanted, reader)
    seen = [Prefiltered(n, titles.summary(n), shares.get(n, 0.0), near[n]) for n in wanted]
    best = best_of(asked, seen, max(_WEIGHED, 2 * limit))
    series = titles.series([seen.number for seen in best])
    return tuple(Hit(each, seen.share, seen.near, seen.summary) for each, seen in zip(series, best, strict=True))


def _read_now(text: str, titles: TitleStore, wanted: Sequence[int], reader: Encoder) -> dict[int, float]:
    """Encode some titles now, and measure how near they are to a text."""
    names = [each.title for each in titles.series(wanted)]
    return dict(zip(wanted, cosines(text, reader.packed(names), reader).tolist(), strict=True))


def rank_hits(
    query: Query,
    hits: Iterable[Hit],
    limit: int,
    picked: Sequence[Series] = (),
    encoder: Encoder | None = None,
    *,
    own: Collection[str] = (),
) -> tuple[Candidate, ...]:
    """Rank the found series and those `picked` by a person, with explained scores: the usable first, then the weak and the excluded.

    `encoder` is the one that measured the hits' nearness in meaning, by default the table. `own` names the user's own files: among
    candidates that may decide, theirs come first.
    """
    asked = asked_for(query, picked, encoder, own)
    found = {hit.series.ref: hit for hit in (*_hits(asked, picked), *hits)} if picked else {}
    candidates = (scored_candidate(asked, hit) for hit in found.values() or hits)
    return tuple(candidate_with_reasons(query, *each) for each in ranked_candidates(candidates, limit, asked))


def rank_series(
    claim: Claim,
    series: Sequence[Series],
    limit: int = 12,
    picked: Sequence[Series] = (),
    encoder: Encoder | None = None,
    *,
    own: Collection[str] | None = None,
) -> tuple[Candidate, ...]:
    """Rank series by how well they measure a claim: the usable first, then the weak and the excluded with the reason, each by score.

    Equal ones keep the order they came in. Those that share no word with the claim are left out, unless there are no others. Series
    that a person `picked` for such words are never left out, nor excluded for their words. Nearness in meaning comes from `encoder`
    where it is ready for all titles, else from the table: never from both in one ranking. The series were chosen by somebody, so none
    is doubted for being unlikely; where `own` is given, that holds only for the series it names.
    """
    ready = encoder if encoder and encoder.ready([each.title for each in (*series, *picked)]) else None
    asked = asked_for(query_of(claim), picked, ready)
    hits = _hits(asked, series)
    wanted = [hit for hit in hits if hit.share] or hits
    seen = [Prefiltered(n, hit.summary, hit.share, hit.near) for n, hit in enumerate(wanted)]
    best = best_of(asked, seen, max(_WEIGHED, 3 * limit))
    files = own if own is not None else {each.ref.source for each in series}
    return rank_hits(asked.query, [wanted[each.number] for each in best], limit, picked, asked.encoder, own=files)


def hits_among(query: Query, series: Sequence[Series], encoder: Encoder | None = None) -> list[Hit]:
    """Find the series that share words with the query, for example of the user's own files: the hundred likeliest at most.

    `encoder` encodes these now; without one, the package's table measures how near they are.
    """
    shared = (hit for hit in _hits(asked_for(query, (), None), series) if hit.share)
    best = nlargest(_READ, shared, key=lambda hit: hit.share)
    if encoder is None or not best:
        return best
    near = cosines(query.text, encoder.packed(hit.series.title for hit in best), encoder).tolist()
    return [replace(hit, near=each) for hit, each in zip(best, near, strict=True)]


def _hits(asked: PreparedQuery, series: Sequence[Series]) -> list[Hit]:
    """Make hits of any series, with the share of their words and their nearness in meaning."""
    texts = [title_words(each) for each in series]
    index = Inverted((text.fields for text in texts), weigh=_fixed_weight, only=asked.spoken)
    shares, full = dict(index.search(asked.query, len(texts))), index.full(asked.query)
    near = cosines(asked.query.text, asked.encoder.packed(each.title for each in series), asked.encoder)
    briefs = [
        summary_of_title(each.title, text, headline=each.headline) for each, text in zip(series, texts, strict=True)
    ]
    return [Hit(each, shares.get(n, 0.0) / full, float(near[n]), briefs[n]) for n, each in enumerate(series)]


def search_words(claim: Claim) -> str:
    """List the search words for a claim: its own, then their synonyms in tables."""
    return words_of(query_of(claim))


def words_of(query: Query) -> str:
    """List the search words for a query: its own first, then their synonyms in tables."""
    asked = [concept for concept in query.concepts if not concept.hint]
    said = [text for concept in asked for text in (concept.said, concept.english)]
    synonyms = [phrase for concept in asked if concept.entry for phrase in concept.entry.written]
    return " ".join(dict.fromkeys(words(" ".join([*said, *synonyms]))))


def _fixed_weight(key: str) -> float:
    """Weigh a word by whether it names a measure: among series that were found by their words, rarity says nothing."""
    return FRAME_WEIGHT if is_frame(key) else 1.0
