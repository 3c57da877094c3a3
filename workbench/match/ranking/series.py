"""Ranks the series that may measure a claim: candidates with explained scores, the usable ones first.

A score says how well a series measures what was said. Figures are nowhere in reach here, so whether they agree with the
claim cannot enter it.
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
from workbench.match.ranking.weighing import candidate_with_reasons, ranked_candidates, scored_candidate
from workbench.match.titles.texts import title_words
from workbench.match.words.keys import FRAME_WEIGHT, is_frame, words
from workbench.match.words.meaning import cosines
from workbench.ports.meaning import Encoder

_BY_WORDS, _BY_MEANING, _READ, _WEIGHED = 200, 100, 100, 24
"""Titles found by words, and by meaning; those of them that are read at first look; those whose slots are all weighed.

On the labelled phrases and claims, half as many find what twice as many do."""


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
        """Index them; `reader` reads the best of a question, `own` says that they are of the user's own files."""
        self._titles = MemoryTitleStore(series, encoder)
        self._reader = reader
        self._own = frozenset(each.ref.source for each in series) if own else frozenset()

    def rank(self, query: Query | Claim, limit: int = 10, picked: Sequence[Series] = ()) -> tuple[Candidate, ...]:
        """Return candidates for a query or claim: the usable first, then the unsure and the excluded with the reason, each by score.

        Series that a person `picked` for such words are among them, and are not excluded for their words.
        """
        asked = query if isinstance(query, Query) else query_of(query)
        hits = find(asked, self._titles, limit, self._reader)
        return rank_hits(asked, hits, limit, picked, self._reader or self._titles.encoder, own=self._own)


def find(query: Query, titles: TitleStore, limit: int, reader: Encoder | None = None) -> tuple[Hit, ...]:
    """Return the titles that may measure what is asked, likeliest first, more than are wanted: `rank_hits` weighs all their slots.

    The own encoder of the titles finds a hundred; `reader`, where there is one, reads these then and there, and tells how near they are.
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
    """Return how near some titles are to a text, as an encoder tells that reads them now."""
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
    """Return candidates found or `picked` by a person, with explained scores: the usable first, then the unsure and the excluded with the reason.

    `encoder` is what told how near the hits are in meaning: the table where none is given. `own` names the user's own files: of
    candidates that may decide, theirs stand first.
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
    """Rank series by how well they measure a claim: the usable first, then the unsure and the excluded with the reason, each by score.

    Equal ones keep the order they came in. Those that share no word with the claim are left out, unless no other is there.
    Series that a person `picked` for such words are never left out, nor excluded for their words. How near titles are in
    meaning is told by `encoder` where it is ready for all of them, else by the table: never by both in one ranking.
    They were chosen by somebody: none is doubted for being unlikely, but where `own` names those that alone were.
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
    """Return series that share words with what is asked, such as those of the user's own files: a hundred at most, the likeliest.

    `encoder` reads these then and there; where there is none, the package's table tells how near they are.
    """
    shared = (hit for hit in _hits(asked_for(query, (), None), series) if hit.share)
    best = nlargest(_READ, shared, key=lambda hit: hit.share)
    if encoder is None or not best:
        return best
    near = cosines(query.text, encoder.packed(hit.series.title for hit in best), encoder).tolist()
    return [replace(hit, near=each) for hit, each in zip(best, near, strict=True)]


def _hits(asked: PreparedQuery, series: Sequence[Series]) -> list[Hit]:
    """Return series with their words' share and their nearness in meaning, however they were come by."""
    texts = [title_words(each) for each in series]
    index = Inverted((text.fields for text in texts), weigh=_fixed_weight, only=asked.spoken)
    shares, full = dict(index.search(asked.query, len(texts))), index.full(asked.query)
    near = cosines(asked.query.text, asked.encoder.packed(each.title for each in series), asked.encoder)
    briefs = [
        summary_of_title(each.title, text, headline=each.headline) for each, text in zip(series, texts, strict=True)
    ]
    return [Hit(each, shares.get(n, 0.0) / full, float(near[n]), briefs[n]) for n, each in enumerate(series)]


def search_words(claim: Claim) -> str:
    """Return the words that a catalogue is searched for: those of the claim, then what tables say for them."""
    return words_of(query_of(claim))


def words_of(query: Query) -> str:
    """Return the words that a catalogue is searched for to answer a query: its own first, then what tables say for them."""
    asked = [concept for concept in query.concepts if not concept.hint]
    said = [text for concept in asked for text in (concept.said, concept.english)]
    synonyms = [phrase for concept in asked if concept.entry for phrase in concept.entry.written]
    return " ".join(dict.fromkeys(words(" ".join([*said, *synonyms]))))


def _fixed_weight(key: str) -> float:
    """Among series that were found for their words, how rare a word is tells nothing; whether it names a measure does."""
    return FRAME_WEIGHT if is_frame(key) else 1.0
