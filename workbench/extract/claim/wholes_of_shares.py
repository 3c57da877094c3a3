"""Find the whole of a share: "47 per cent | of those in work", "a quarter | of everything the country earned"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.core.claim import Claim, Mention, Qualifier, Sort
from workbench.core.document import Span
from workbench.core.quantity import Dimension
from workbench.core.units import are_newborn
from workbench.extract.amounts.rate_denominators import SIZES
from workbench.extract.claim.drafts import Draft
from workbench.extract.claim.phrases_of_sentences import phrased
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.phrases.word_classes import phrase_words
from workbench.extract.words.word_files import raw_tables
from workbench.extract.words.word_patterns import word_pattern

_FAR = 200
_BIRTHS, _PEOPLE = "births", "population"
_WORD = re.compile(r"\w+")
_MARKS = str.maketrans("", "", ".,")
_NOUNS, _BEHIND_WHOLE = frozenset("NKL"), frozenset("VXYWJIPZSFDQ")
"""Word classes of nouns and places, and of what ends the phrase for a whole: verbs, prepositions, pauses."""
VERB = re.compile(r"\s(?:is|are|was|were|has|have|had|in|by|during|at|on|as|which|who|that)\s")


def whole_of(reading: SentenceReading, draft: Draft, measure: str) -> Iterator[Mention[Qualifier]]:
    """Yield the whole of a share: the one that is named, or births for a share of children who die."""
    named = list(_share_of(reading, draft))
    yield from named or _of_births(reading, draft, measure)


def _of_births(reading: SentenceReading, draft: Draft, measure: str) -> Iterator[Mention[Qualifier]]:
    """Yield births, where a share is of children and the measure is how many die: "one Ethiopian child in twenty"."""
    amount = draft.amount if draft.change is None else None
    pattern = word_pattern("qualifiers", "mortality", reading.language)
    if (
        amount is None
        or amount.value.unit.dimension is not Dimension.SHARE
        or pattern is None
        or not pattern.search(measure)
    ):
        return
    at = next((m.span for m in reading.places if 0 <= m.span.start - amount.span.end <= 1), amount.span)
    behind = _WORD.search(reading.text, max(at.end, amount.span.end), reading.sentence.span.end)
    words = [*_WORD.findall(amount.span.cut(reading.text)), *([behind[0]] if behind else [])]
    if any(map(are_newborn, words)):
        yield _mention(amount.span, Qualifier(sort=Sort.SHARE_OF, what=_BIRTHS))


def _share_of(reading: SentenceReading, draft: Draft) -> Iterator[Mention[Qualifier]]:
    """Find the whole right after a share, in the English of titles where the word file has it.

    Return None for a pronoun, or a place alone: "a quarter of Brazil was poor" does not say a quarter of what.
    """
    amount = draft.amount if draft.change is None else None
    pattern = word_pattern("qualifiers", "share_of", reading.language)
    if amount is None or pattern is None or amount.value.unit.dimension is not Dimension.SHARE:
        return
    end = min(reading.sentence.span.end, amount.span.end + _FAR)
    found = pattern.search(reading.text[amount.span.end : end])
    if found is None:
        yield from _parted_whole(reading, amount.span)
        return
    start, until = (amount.span.end + at for at in found.span("whole"))
    whole = _named(reading, start, VERB.split(f" {found['whole']} ", maxsplit=1)[0].strip() or found["whole"].strip())
    in_words = _whole_in_words(reading, amount.span, start, end)
    if not in_words and not whole:
        return
    if not in_words and (_is_nothing(found["whole"], reading.language) or _is_country(reading, start, whole)):
        return
    span = Span(start, until) if in_words else Span(start, min(until, start + len(whole)))
    what = in_words or (
        _PEOPLE
        if _is_people(reading, span)
        else _in_english(_of_a_people(reading, start, whole), reading.language, found["whole"].strip())
    )
    yield _mention(span, Qualifier(sort=Sort.SHARE_OF, what=what))


def _of_a_people(reading: SentenceReading, start: int, whole: str) -> str:
    """Put the word for people in place of a people's name that other words describe: "young | Spaniards"."""
    told = whole
    for place in reversed(reading.places):
        at, end = place.span.start - start, place.span.end - start
        if place.rule != "name" and at > 0 and end <= len(whole):
            told = told[:at] + raw_tables(reading.language)["qualifiers"]["people"] + told[end:]
    return told


def _parted_whole(reading: SentenceReading, amount: Span) -> Iterator[Mention[Qualifier]]:
    """Find the whole in the name of a share in a figure's clause: "der Anteil der Frauen | an den Abgeordneten"."""
    pattern = word_pattern("qualifiers", "share_named", reading.language)
    room = reading.clause(amount)
    found = None if pattern is None else pattern.search(reading.text, room.start, room.end)
    if found is None:
        return
    start = found.start("whole")
    whole = _named(reading, start, found["whole"].strip())
    if not _is_country(reading, start, whole):
        span = Span(start, start + len(whole))
        yield _mention(span, Qualifier(sort=Sort.SHARE_OF, what=_in_english(whole, reading.language)))


def _mention(span: Span, qualifier: Qualifier) -> Mention[Qualifier]:
    return Mention(span, qualifier, qualifier.sort.value.replace(" ", "-"))


def _is_nothing(whole: str, language: str) -> bool:
    nothing = word_pattern("qualifiers", "no_whole", language)
    return nothing is not None and nothing.search(whole) is not None


def _is_country(reading: SentenceReading, start: int, whole: str) -> bool:
    """Check whether a whole is the name of a place, which may mean its people, its land or its output.

    The name of a people is not.
    """
    named = (place for place in reading.places if place.rule == "name")
    return any(place.span.start <= start and start + len(whole) <= place.span.end for place in named)


def _is_people(reading: SentenceReading, whole: Span) -> bool:
    """Check whether a whole is the name of a people and nothing else: "of all Mexicans", but not "of Mexican workers"."""
    for place in reading.places:
        if place.rule == "demonym" and whole.start <= place.span.start and place.span.end >= whole.end:
            before = reading.text[whole.start : place.span.start].lower().split()
            return phrase_words(reading.language, "determiners").issuperset(before)
    return False


def _named(reading: SentenceReading, start: int, whole: str) -> str:
    """Find the noun phrase that a whole begins with.

    Examples: "household income | for health", "Österreicher | haben jeden Tag Wein getrunken".
    """
    words = phrased(reading).words
    unnamed = frozenset[str]().union(*(phrase_words(words.language, key) for key in ("anybody", "generic", "empty")))
    named = False
    for k in range(phrased(reading).word_at(start), len(words.raws)):
        begin = words.spans[k][0]
        if begin >= start + len(whole):
            return whole
        if named and words.tags[k] in _BEHIND_WHOLE:
            return reading.text[start:begin].rstrip() or whole
        named = named or (words.tags[k] in _NOUNS and words.raws[k].lower() not in unnamed)
    return whole


def _whole_in_words(reading: SentenceReading, amount: Span, whole: int, end: int) -> str:
    """Find a whole that is described by a verb; empty where none is.

    Examples: "of Poles who wanted work", "of everything the country earned".
    """
    for key, start, name in (
        ("seeking", whole, "labour force"),
        ("working", whole, "people in work"),
        ("earned", amount.start, "GDP"),
    ):
        pattern = word_pattern("qualifiers", key, reading.language)
        if pattern is not None and pattern.match(reading.text, start, end):
            return name
    return ""


def _in_english(whole: str, language: str, told: str = "") -> str:
    """Translate a whole into the English of titles, where the word file has it; else keep it as said.

    A name may begin in the whole and end behind it: "трошоците | за здравство". `told` has the words behind it too.
    """
    names: dict[str, str] = raw_tables(language)["qualifiers"]["wholes"]
    texts = dict.fromkeys((whole, told if told.startswith(whole) else whole))
    found = ((re.search(phrase, text, re.IGNORECASE), name) for phrase, name in names.items() for text in texts)
    return next((name for at, name in found if at is not None and at.start() < len(whole)), whole)


def is_base(figure: str, claims: Sequence[Claim]) -> bool:
    """Check whether a round number is what a share or a rate of a sentence is counted against: "of every | 100 | Icelanders, 40".

    >>> from workbench.extract import read_text
    >>> claims = read_text("Of every 100 Icelanders, 40 were glad.").claims
    >>> is_base("100", claims), is_base("120", claims)
    (True, False)
    """
    units = (each.amount.value.unit for each in claims if each.amount is not None)
    counted = any(unit.per or unit.dimension in {Dimension.SHARE, Dimension.RATE} for unit in units)
    digits = figure.translate(_MARKS)
    return counted and digits.isdigit() and int(digits) in SIZES
