"""What a claim names and a series does not, so that the claim is about another thing: "exports | of manufacturing", "in hospitals | alone".

A fitting figure of the whole does not confirm a claim about a part, nor that of one thing a claim about another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from workbench.core.claim import (
    LEFT_OUT,
    MODIFIED,
    NARROWED,
    PREDICATE,
    SPENDER,
    SPOKEN_OF,
    SUM_UNTIL,
    TAKEN_IN,
    Claim,
    Mention,
    Qualifier,
    Sort,
)
from workbench.core.document import Span
from workbench.core.series import Series
from workbench.match.query.query import Query, slot_words
from workbench.match.titles.title_words import TitleWords
from workbench.match.words.concept_coverage import covered, partly_covered, related
from workbench.match.words.concepts import Concept, concepts_of
from workbench.match.words.english_stems import is_done, stem
from workbench.match.words.excluding_words import SIGNS, left_out_of
from workbench.match.words.normalisation import keys, naming, words
from workbench.match.words.population_groups import AN_AGE, SUBGROUPS, WHOM, groups, implied, sex_of
from workbench.match.words.translation import language_of

_NUMERAL = re.compile(r"[ivx]+")
"""A small Roman numeral: "categories III to VI"."""

_SPENDING = frozenset(map(stem, ("government", "governmental", "official", "public", "state")))
"""What titles call the part of a country's spending that its government pays; official aid and the military are all its."""

_SHORTEST_PART = 3
"""Fewest letters of a part of a compound: "in" is no part of "Spain"."""

_LONGEST_BASE = 2
"""Maximum number of things that a measure is a share of: "health spending", "GDP". More were read from the whole sentence."""


def other_things(
    asked: Sequence[Concept], query: Query, text: TitleWords, is_kind: Callable[[Concept], bool]
) -> Iterator[str]:
    """Yield what else a measure names, where that is much of it: "exports | of manufacturing" and a series of manufacturing's value added.

    The denominator of a share is ignored here. A word of which the title has a part is taken as answered.
    """
    partly = [concept for concept in asked if partly_covered(concept, text.all)]
    heard = {word for concept in partly for word in words(concept.said)}
    things, base = _parted(asked, query)
    things += base if len(base) > _LONGEST_BASE else []
    strange = (each for each in things if heard.isdisjoint(words(each.said)) and is_a_thing(each))
    left = [each for each in strange if is_kind(each)]
    of_statistics = [each for each in left if each.entry is not None]
    if partly and (len(left) * 2 > len(things) or len(of_statistics) * 3 > len(things)):
        yield from dict.fromkeys(each.said for each in left)


def _parted(things: Iterable[Concept], query: Query) -> tuple[list[Concept], list[Concept]]:
    """Separate the things that a measure names from those that it is a share of."""
    parts: tuple[list[Concept], list[Concept]] = ([], [])
    for each in things:
        parts[naming(each.ways[0].stems) <= query.base].append(each)
    return parts


def is_a_thing(concept: Concept) -> bool:
    """Check whether a word names a thing: not people, who have slots of their own ("per head"), not a number or a participle ("connected")."""
    said = words(concept.said)
    done = concept.entry is None and is_done(said[-1])
    whom = (n == 0 or len(way.stems) == 1 for n, way in enumerate(concept.ways) if WHOM.intersection(way.stems))
    people = groups(said) or any(whom)  # "foreign citizens" are not just any
    return not done and not people and not any(word[0].isdigit() for word in said)


def alone(claim: Claim, text: TitleWords) -> Iterator[str]:
    """Yield the only group or thing that the figure is about, where the series does not count it separately: "in hospitals | alone"."""
    for each in untold(claim, text):
        if is_own_group(each) or (is_a_thing(each) and not text.all.issuperset(keys(each.said))):
            yield each.said


def narrowed(claim: Claim, text: TitleWords) -> Iterator[str]:
    """Yield the words that narrow what is measured and that the series lacks: "| church | weddings"; the words of a rank narrow nothing."""
    language = language_of(claim.context, claim.language)
    rank = None if claim.rank is None else claim.rank.span
    narrowing = (each for each in claim.qualifiers if each.rule == NARROWED)
    for said in (each.value.what for each in narrowing if rank is None or not rank.overlaps(each.span)):
        spoken = language if said in claim.context else "en"  # translated into the words of titles
        concepts = concepts_of(said, slots_of(claim), spoken, claim.context)
        answered = bool(concepts) and all(each.frame or _is_whole(each, text) for each in concepts)
        stems = keys(said)
        if not answered and not (stems and all(related(stem, text.all) for stem in stems)):
            yield said


def unread(claim: Claim, text: TitleWords) -> Iterator[str]:
    """Yield the words near the figure that no slot reads and that the series lacks: "suspects | handcuffed"."""
    place = words(claim.place or "")  # a word that only the user's own files have is compared as written
    for mention in claim.unread:
        if mention.rule == SPOKEN_OF:
            continue
        before = mention.span.end <= claim.sentence.start  # whom a pronoun stands for
        said = mention.value if before else mention.span.shift(-claim.sentence.start).cut(claim.context)
        if mention.rule == SPENDER:
            yield from () if _SPENDING.intersection(text.all) else (said,)
            continue
        if mention.rule in {SUM_UNTIL, MODIFIED} or (
            mention.rule == PREDICATE and not text.all.issuperset(map(stem, words(said)))
        ):
            yield said
            continue
        yield from (word for word in words(said) if _is_of_a_sex(word, claim, text))
        answers = _answered_words(said, claim, text)
        left = [word for word in words(said) if word not in place and not _is_answered(word, answers, text)]
        if left:  # "economic" means GDP next to the "growth" that a slot reads
            around = _answered_words(claim.context, claim, text)
            yield from (word for word in left if not _is_answered(word, around, text))


def _is_of_a_sex(word: str, claim: Claim, text: TitleWords) -> bool:
    """Check whether a word names the one sex that a claim is about, and the series is not: "a | boy | born in France"."""
    stems = sex_of(word)
    if not stems or not stems.isdisjoint(text.all) or not implied(text.all).isdisjoint(groups((word,))):
        return False
    return not any(others and others != stems for others in map(sex_of, words(claim.context)))


def told_apart(claim: Claim, series: Series, text: TitleWords) -> Iterator[str]:
    """Yield what the text tells apart and the series does not: the part that it speaks of, and what it takes out or in."""
    yield from _spoken_of(claim, series, text)
    yield from _taken_out(claim, series.title)
    yield from _taken_in(claim, text)
    yield from _reckoned(claim)


def _reckoned(claim: Claim) -> Iterator[str]:
    """Yield the two places of which a figure is the sum or the difference, in the words of sums: "Chile minus Peru = 3.1 years"."""
    offset = claim.sentence.start
    for one, other in pairwise(sorted((each.span for each in claim.places), key=lambda span: span.start)):
        between = claim.context[max(0, one.end - offset) : max(0, other.start - offset)].strip().lower()
        if between in SIGNS:
            yield claim.context[one.start - offset : other.end - offset]


def _spoken_of(claim: Claim, series: Series, text: TitleWords) -> Iterator[str]:
    """Yield the part of a whole that the text speaks of, where the series does not count it apart: "let me turn to | women"."""
    counted, place = groups(words(series.title)), frozenset(words(claim.place or ""))
    for said in (mention.value for mention in claim.unread if mention.rule == SPOKEN_OF):
        if place.issuperset(words(said)):  # a region that the user's own files name is the claim's place
            continue
        language = language_of(said, claim.language)
        concepts = concepts_of(said, frozenset(), language, said)
        english = [word for each in concepts for word in (*words(each.said), *words(each.english))]
        people = groups((*words(said), *english)) - {AN_AGE}
        if people and people <= counted | implied(words(series.title)):
            continue
        if _lacks(said, concepts, text):
            yield said


def _lacks(said: str, concepts: Sequence[Concept], text: TitleWords) -> bool:
    """Check whether the series lacks a word of what is said, in all its meanings."""
    lacking = {word for each in concepts if not each.hint and not covered(each, text.all) for word in words(each.said)}
    answered = {word for each in concepts if covered(each, text.all) for word in words(each.said)} - lacking
    named = (word for word in words(said) if word not in answered)
    return not all(related(stem, text.all) for word in named for stem in keys(word))


def _taken_in(claim: Claim, text: TitleWords) -> Iterator[str]:
    """Yield what the claim takes into what is counted, unless the series names it: "including | apprentices"."""
    out = [each.span for each in claim.qualifiers if each.rule == LEFT_OUT]
    for mention in (each for each in claim.qualifiers if each.rule == TAKEN_IN):
        if any(
            mention.span.start < span.end and span.start < mention.span.end for span in out
        ):  # "HIV cases not | included" is taken out
            continue
        said = mention.span.shift(-claim.sentence.start).cut(claim.context)
        concepts = concepts_of(said, frozenset(), language_of(claim.context, claim.language), claim.context)
        everybody = claim.qualified(Sort.PER) is not None and bool(
            groups(words(said))
        )  # "every one of us, babies included"
        if not everybody and _lacks(said, concepts, text):
            yield said


def _taken_out(claim: Claim, title: str) -> Iterator[str]:
    """Yield what the claim takes out of what is counted, unless the title leaves it out too: "without | midwives"."""
    for mention in (each for each in claim.qualifiers if each.rule == LEFT_OUT):
        said = mention.span.shift(-claim.sentence.start).cut(claim.context)
        concepts = concepts_of(said, frozenset(), language_of(claim.context, claim.language), claim.context)
        named = {stem(word) for each in concepts for word in (*words(each.said), *words(each.english))}
        if not left_out_of(title) & (named | {stem(word) for word in words(said)}):
            yield said


def _answered_words(said: str, claim: Claim, text: TitleWords) -> dict[str, bool]:
    """Find the words that glossaries know, and whether the series answers for each.

    Of several terms of statistics that one name stands for, the series must have each: "staatliche Gesundheitsausgaben".
    """
    answers: dict[str, bool] = {}
    lacks = set[str]()
    for concept in concepts_of(said, slots_of(claim), language_of(claim.context, claim.language), claim.context):
        answered = concept.frame or covered(concept, text.all)
        if not answered and concept.entry is not None:
            lacks.add(concept.said)
        answers |= {part: answers.get(part, False) or answered for part in words(concept.said)}
    return answers | {part: False for each in lacks for part in words(each)}


def _is_answered(word: str, answers: Mapping[str, bool], text: TitleWords) -> bool:
    """Check whether a series has a word in any inflection, or else the whole translation of the word or of a compound's parts.

    Words that name nothing ("to" in "waste-to-fuel") and numerals are not needed.
    """
    stems = keys(word)
    if not stems or _NUMERAL.fullmatch(word) or all(related(stem, text.all) for stem in stems):
        return True
    parts = [answers[part] for part in answers if part == word or (len(part) >= _SHORTEST_PART and part in word)]
    return bool(parts) and all(parts)


def _is_whole(concept: Concept, text: TitleWords) -> bool:
    """Check whether the series has all words of one of its names: "employment" is only half of "part-time employment"."""
    return any(all(related(stem, text.all) for stem in way.stems) for way in concept.ways)


def is_own_group(concept: Concept) -> bool:
    """Check whether a word names a specific group of people: "pensioners", but not "people"."""
    return not SUBGROUPS.isdisjoint(groups((*words(concept.said), *words(concept.english))))


def untold(claim: Claim, text: TitleWords) -> Iterator[Concept]:
    """Yield the only group that the figure is about and the series is not: "among black | workers"; nothing of a phrase that it has by half."""
    language = language_of(claim.context, claim.language)
    for said in (mention for mention in claim.qualifiers if _is_among(mention)):
        words_said = said.span.shift(-claim.sentence.start).cut(claim.context)
        concepts = [
            each for each in concepts_of(words_said, slots_of(claim), language, claim.context) if not each.frame
        ]
        left = [each for each in concepts if not covered(each, text.all)]
        if len(left) * 2 > len(concepts):
            yield from left


def _is_among(mention: Mention[Qualifier]) -> bool:
    """Check whether a figure is about one group only; what narrows the measure, or is taken out of it, is handled separately."""
    return mention.value.sort is Sort.AMONG and mention.rule not in {NARROWED, LEFT_OUT, TAKEN_IN}


def slots_of(claim: Claim) -> frozenset[str]:
    """Find the words of a claim's sentence that other slots read: its figure, its periods and its places."""
    return slot_words(claim.context, claim.sentence.start, claim)


def read_elsewhere(claim: Claim) -> frozenset[str]:
    """Find the words that other slots read, and so do not say what the figure measures."""
    offset = claim.sentence.start
    cut = (claim.context[max(0, span.start - offset) : max(0, span.end - offset)] for span in _spans(claim))
    return frozenset(word for part in cut for word in words(part))


def _spans(claim: Claim) -> Iterator[Span]:
    """Yield the spans that other slots read."""
    spans = [each.span for each in (claim.rank, claim.first_time) if each is not None]
    spans += [trend.span for trend in claim.trends if trend.span is not None]
    yield from spans
    yield from (mention.span for each in (claim.places, claim.periods) for mention in each)
    figures = {mention.span for mention in claim.amounts}
    yield from (mention.span for mention in claim.qualifiers if mention.span not in figures)
