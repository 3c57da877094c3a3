"""Note what a sentence states besides its claims' figures, where no claim's slots hold it.

"With 1.69 million unemployed the total is the lowest for fifteen years" says two things. So do "Austria spent 3.2
percent, the only country above three", "not Japan but Germany had the larger share" and "3 percent, against 9 in France
and 12 in Spain". A figure that confirms the first leaves the second open.

The phrases by which ranks, first times and comparisons are read near a claim are searched for in the whole sentence.
Each one found must be part of some claim's slots. One that is not was left unread, and the figures of the sentence do
not confirm it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain, islice
from typing import NamedTuple

from workbench.core.claim import IN_NUMBER, UNREAD_STANDING, Claim, Mention, Sort
from workbench.core.document import Span
from workbench.core.errors import Problem
from workbench.core.period import Period
from workbench.extract.claim.claim_kinds import is_question
from workbench.extract.claim.drafts import Draft
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.claim.weak_measures import ends_measure
from workbench.extract.claim.wholes_of_shares import is_base
from workbench.extract.phrases.word_classes import phrase_words
from workbench.extract.relations.other_times_and_places import also_said
from workbench.extract.words.change_words import ways
from workbench.extract.words.phrase_prefilter import PrefilteredPattern, PrefilteredPatterns
from workbench.extract.words.superlatives import ENDS, precedes, superlatives
from workbench.extract.words.word_files import file_for
from workbench.extract.words.word_patterns import group, numbered_pattern, prefiltered, prefiltered_numbered

_SLOTS = ("rank", "first_time", "in_a_row", "each")
"""Classes of phrases from which slots are read."""

_FIGURES = re.compile(r"(?<!\d)(?!(?:1[5-9]|20)\d\d(?!\d))\d")
"""A figure that is not a year."""

_WORD = re.compile(r"[^\W\d_]+")
_PAUSE = re.compile(r"[,;:()–—]\s|\s[–—]\s|\Z")
_SEPARATE, _PLACED = "apart", ("place", "worst", "best")
_NEAR = 16
"""Characters after "most" in which the group must begin, and before a place in which its figure must."""

_FIGURE = re.compile(r"(?<![\w.,])(?!(?:1[5-9]|20)\d\d[\s,])(\d[\d.,]*)\s(?:[^\W\d_]+\s)?\Z")
"""A figure right before a place, which is not a year."""

_BEHIND = re.compile(r":?\s(?!(?:1[5-9]|20)\d\d(?![\d.,]))(\d[\d.,]*\d|\d)(?=\s?[,;.%)]|\s[^\W\d_]{1,3}\s|\Z)")
"""A figure right after a place, which is not a year, followed by a sign or by a word as short as joining words."""

_COMPARED_IN_TIME = frozenset({IN_NUMBER})
"""Rules of changes given by a comparative of number: "more people than in 2010"; not "more slowly than"."""

_MOST = 20
"""Most phrases of one class that are examined in a sentence."""


class _Statement(NamedTuple):
    """Words of comparison, where a slot read from them must stand, and whether a figure suffices ("more than 450")."""

    words: Span
    at: Span
    hedge: bool = False


def with_unread_statements(claims: Sequence[Claim], places: Sequence[Mention[str]] = ()) -> list[Claim]:
    """Add a note to the claims of a sentence that states more than any of them reads.

    `places` are all that the sentence names.

    >>> from workbench.extract import read_text
    >>> said = "With 1.69 million people out of work the total is the lowest it has been for ages."
    >>> [note.kind for note in read_text(said).claims[0].notes if note.kind == "unread-standing"]
    ['unread-standing']
    >>> said = "Unemployment was 4.2 percent in 2019, the lowest since 1990."
    >>> [note.kind for claim in read_text(said).claims for note in claim.notes if note.kind == "unread-standing"]
    []
    """
    if not claims:
        return []
    sentence, offset = claims[0].context, claims[0].sentence.start
    slots: list[Span] | None = None
    figures: list[Span] = []
    others = [place.shift(-offset) for place in _other_places(claims, places)]
    own = [place.span.shift(-offset) for place in places if place.span.shift(-offset) not in others]
    stated = chain(
        _statements(sentence, claims[0].language, claims),
        _of_places(claims),
        _listed(sentence, [*others, *own]),
        _of_others(claims, others, own),
    )
    for said in stated:
        if slots is None:  # most sentences state nothing of this kind
            slots, figures = (
                [span.shift(-offset) for each in claims for span in of(each) if span.start >= offset]
                for of in (_slots, _figures)
            )
        first = min((span for span in (*others, *figures) if said.at.overlaps(span)), default=None)
        # "more than | France in 2019" is no "more than 2019"
        read = figures if said.hedge and first not in others else ()
        if not any(said.at.overlaps(span) for span in (*slots, *read)):
            note = _unread("sentence", said.words.cut(sentence))
            return [replace(claim, notes=(*claim.notes, note)) for claim in claims]
    return list(claims)


def said_too(reading: SentenceReading, draft: Draft, period: Mention[Period] | None) -> tuple[Problem, ...]:
    """Note that the same is said of a further time or place after a claim: "26 percent in 2013, and in 2018 too".

    >>> from workbench.extract import read_text
    >>> [note.kind for note in read_text("It was 26 percent in 2013, and in 2018 too.").claims[0].notes if note.kind.startswith("unread")]
    ['unread-standing']
    """
    end = reading.sentence.span.end
    if draft.span.end >= end or (len(reading.periods) < 2 and len(reading.places) < 2):
        return ()
    times = [each for each in reading.periods if period is None or each.value != period.value]
    return also_said(reading.text, Span(draft.span.end, end), times, reading.places, reading.language)


def _unread(where: str, words: str) -> Problem:
    message = f"The {where} also says “{' '.join(words.split())}”, and it was not read of what."
    return Problem("rank", message, "Look whether that holds too.", UNREAD_STANDING)


def _names(claims: Sequence[Claim]) -> str:
    """Join the words of measures and figures; a superlative among them names something ("the lowest tax band")."""
    quotes = (each.quote for each in claims if each.amount or each.change)
    measures = (each.measure for each in claims if not _is_highest_of_all(each))
    return " ".join((*measures, *quotes)).casefold()


def _is_highest_of_all(claim: Claim) -> bool:
    """Check whether the measure is only a superlative of a number, which names nothing: "den höchsten | Wert"."""
    said = claim.measure.casefold().split()
    generic = phrase_words(file_for(claim.language), "generic")
    return any(word in generic for word in said) and all(
        word in generic or _superlative(claim.language).fullmatch(word) for word in said
    )


@cache
def _superlative(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{superlatives(file_for(language), ENDS)})", re.IGNORECASE)


def _slots(claim: Claim) -> Iterator[Span]:
    """Collect the spans from which a claim's slots of relations were read."""
    yield from (mention.span for mention in claim.qualifiers if mention.value.sort is Sort.BESIDE)
    yield from (trend.span for trend in claim.trends if trend.span is not None)
    yield from (mention.span for mention in claim.changes if mention.rule in _COMPARED_IN_TIME)
    if claim.rank is not None:
        yield from (claim.rank.span, *claim.rank.beside)
        yield from (mention.span for mention in claim.places if mention.value in claim.rank.among)
    yield from (first.span for first in (claim.first_time,) if first is not None)
    if claim.comparison is not None:
        yield from (mention.span for mention in claim.places if mention.value == claim.comparison.place)


def _figures(claim: Claim) -> Iterator[Span]:
    """Collect the spans of a claim's figures with their words, and of its periods."""
    if claim.amounts or claim.change is not None:
        yield claim.span
    for mentions in (claim.amounts, claim.changes, claim.periods):
        yield from (mention.span for mention in mentions)


def _statements(sentence: str, language: str, claims: Sequence[Claim] = ()) -> Iterator[_Statement]:
    """Yield what a sentence states by words of comparison; those that name a measure of its claims state nothing."""
    file = file_for(language)
    classes = _stating(file)
    held = classes.held(sentence)  # most sentences hold none or one
    for name in [each for each in classes.patterns if each in held]:
        for found in islice(classes.patterns[name].finditer(sentence), _MOST):
            named = name != _SEPARATE and found[0].casefold() in _names(claims)
            named = named and not precedes(found, phrase_words(file, "generic"))
            if not (named or any(group(found, one) for one in _PLACED) or _is_adverb(found, file) or _is_never(found)):
                yield _Statement(Span(*found.span()), Span(*found.span()))
    yield from _compared(sentence, file)


def _compared(sentence: str, file: str) -> Iterator[_Statement]:
    """Yield each stretch after "than", up to the next pause."""
    than, breaks = prefiltered("statements", "than", file), numbered_pattern("relations", "breaks", file)
    for found in islice(than.finditer(sentence), _MOST) if than is not None else ():
        ends = [
            stop.start()
            for stop in (_PAUSE.search(sentence, found.end()), breaks and breaks.search(sentence, found.end()))
            if stop
        ]
        end = min(ends, default=len(sentence))
        yield _Statement(Span(found.start(), end), Span(found.end() - 1, end), hedge=True)


def _of_places(claims: Sequence[Claim]) -> Iterator[_Statement]:
    """Yield figures next to places that no claim is about: "against 9 in France and | 12 in Spain"."""
    sentence, offset = claims[0].context, claims[0].sentence.start
    for place in dict.fromkeys(
        mention.span for each in claims for mention in each.places if mention.span.start >= offset
    ):
        at = place.shift(-offset)
        figure = _FIGURE.search(sentence, max(0, at.start - _NEAR), at.start)
        stated = figure is not None and not is_base(figure[1], claims)
        if figure is not None and stated and not ends_measure(sentence[: figure.end(1)], claims):
            yield _Statement(Span(figure.start(), at.end), Span(*figure.span(1)), hedge=True)


def _listed(sentence: str, places: Sequence[Span]) -> Iterator[_Statement]:
    """Yield figures right after the place that they are of: "Nigeria 917, | Rwanda 260, | India 145"."""
    for place in places:
        figure = _BEHIND.match(sentence, place.end)
        if figure is not None:
            yield _Statement(Span(place.start, figure.end()), Span(*figure.span(1)), hedge=True)


def _other_places(claims: Sequence[Claim], places: Sequence[Mention[str]]) -> list[Span]:
    """Find the places of a sentence, with offsets into the text, that none of its claims is about."""
    own = {claim.place for claim in claims}
    return [place.span for place in places if place.value not in own and place.span.start >= claims[0].sentence.start]


def _of_others(claims: Sequence[Claim], others: Sequence[Span], own: Sequence[Span]) -> Iterator[_Statement]:
    """Yield clauses that report a change elsewhere only by a verb: "it fell by 6 points, while it | rose in Germany".

    `own` are the places of the claims: "France rose to the third place in Europe" is about France.
    """
    sentence, file = claims[0].context, file_for(claims[0].language)
    verbs = ways("verbs", file)
    for place in others:
        clause = _clause_at(sentence, place, file)
        read = any(clause.overlaps(span) for span in own) or _FIGURES.search(clause.cut(sentence))
        if not read and not verbs.keys().isdisjoint(_WORD.findall(clause.cut(sentence).casefold())):
            yield _Statement(clause, place)


def _clause_at(sentence: str, at: Span, file: str) -> Span:
    """Return the words between the pauses around a place in a sentence."""
    breaks = numbered_pattern("relations", "breaks", file)
    stops = [
        span
        for pattern in (_PAUSE, breaks)
        if pattern is not None
        for span in (found.span() for found in islice(pattern.finditer(sentence), _MOST))
    ]
    start = max((end for _, end in stops if end <= at.start), default=0)
    return Span(start, min((begin for begin, _ in stops if begin >= at.end), default=len(sentence)))


def unread_sentence(text: str, sentences: Sequence[Span], claims: Sequence[Claim], language: str) -> Problem | None:
    """Note the first sentence without a claim that states something by words of comparison; None where there is none.

    >>> from workbench.extract import read_text
    >>> said = "In 2014 Norway spent 9,118 dollars on each. Germany paid even more than that."
    >>> reading = read_text(said)
    >>> unread_sentence(said, reading.sentences, reading.claims, "en").message
    'The text also says “more than that.”, and it was not read of what.'
    """
    file, spoken = file_for(language), {claim.sentence for claim in claims}
    for sentence in sentences:
        words = sentence.cut(text)
        if sentence not in spoken and not is_question(words):
            for said in _statements(words, file):
                return _unread("text", said.words.cut(words))
    return None


def _is_adverb(found: re.Match[str], language: str) -> bool:
    """Check whether "most" or "least" ranks nothing, as no group follows it ("most of them", "at least")."""
    if _adverbs(language).fullmatch(found[0]) is None:
        return False
    before, behind = found.string[: found.end()], found.string[found.end() : found.end() + _NEAR]
    aside = numbered_pattern("relations", "no_rank", language)
    rows = (numbered_pattern("relations", key, language) for key in ("since", "in_years", "ever"))
    ranked = any(row.search(behind) for row in rows if row is not None)
    return not ranked or (aside is not None and any(one.end() >= found.end() for one in aside.finditer(before)))


def _is_never(found: re.Match[str]) -> bool:
    """Check whether "never" has no step of time with it; it may then belong to anything in the sentence."""
    groups = {name.rpartition("_")[0] for name in found.re.groupindex}
    return {"step", "steady"} <= groups and not any(group(found, name) for name in ("step", "steady", "nth", "count"))


@cache
def _adverbs(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:\w+\s)?(?:{superlatives(language, ('most', 'least'))})", re.IGNORECASE)


@cache
def _stating(language: str) -> PrefilteredPatterns:
    """Collect the phrases for ranks, the shortest being bare superlatives, and last those that state something else."""
    bare = PrefilteredPattern(re.compile(rf"\b(?:{superlatives(language, ENDS)})\b", re.IGNORECASE))
    read = {key: prefiltered_numbered("relations", key, language) for key in _SLOTS}
    known = {"bare": bare, **read, _SEPARATE: prefiltered("statements", _SEPARATE, language)}
    return PrefilteredPatterns({name: each for name, each in known.items() if each is not None})
