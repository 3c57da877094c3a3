"""Read the qualifiers of a figure: per inhabitant, in all, share of a whole, among whom, comparator, deficit, growth.

A figure in tonnes per inhabitant is not one in tonnes. A series must match each qualifier read here; a claim with an
unmatched one stays undecided.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.core.claim import NARROWED, TAKEN_IN, Change, ChangeMode, Mention, Qualifier, Sort
from workbench.core.document import Span
from workbench.core.place import country_of_city
from workbench.core.quantity import Amount, Dimension
from workbench.extract.claim.drafts import Draft
from workbench.extract.claim.periods_of_claims import Reach
from workbench.extract.claim.phrases_of_sentences import phrased
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.claim.wholes_of_shares import VERB, whole_of
from workbench.extract.phrases.headline_indicators import speaks_of_statistics
from workbench.extract.phrases.narrowed import narrowed_by
from workbench.extract.relations.ages_of_figures import ages_of_figures
from workbench.extract.relations.comparators import Comparator
from workbench.extract.relations.left_out_or_taken_in import left_out_or_taken_in
from workbench.extract.relations.purchasing_power import at_purchasing_power
from workbench.extract.relations.women_of_peoples import women_of
from workbench.extract.words.hedge_words import hedges
from workbench.extract.words.word_patterns import word_pattern
from workbench.extract.words.word_tables import phrase

INHABITANT, _PEOPLE = "inhabitant", "people"
TIMED = frozenset({"day", "week", "month", "quarter", "year", "annum", "hour", "minute", "second", "night", "decade"})
_NUMBER = re.compile(r"\d[\d.,]*\s?")
_SIGNS = ((Sort.DEFICIT, "deficit"), (Sort.SURPLUS, "surplus"))
_SIZED = frozenset({Dimension.SHARE, Dimension.POINTS, Dimension.INDEX})
_AMONG = ("among", "alone_in", "accounts_for")
_AGAINST = frozenset({"per_person", "per_native", "per", "in_all", "usual"})
_OF_SOME = frozenset(
    {*_AMONG, "scope", "not_of", "led_in", "aged", "deficit", "surplus", "manner", "left_out", "taken_in"}
)
"""Classes of phrases that say what a figure is counted against, and whom it is about."""
_CLOSE = 40
_PAUSE = re.compile(r"[,;:.()–—]")


def qualifiers_for(
    reading: SentenceReading, draft: Draft, reach: Reach, measure: str
) -> tuple[Mention[Qualifier], ...]:
    """Read the qualifiers of a claim's figure from the words around it, in order of the text.

    >>> from workbench.core.document import Sentence
    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> from workbench.extract.claim.periods_of_claims import reach_of
    >>> said = "We emitted 7 tonnes for every inhabitant."
    >>> reading = SentenceReading(said, Sentence(Span(0, len(said)), 0), tuple(find_amounts(said)))
    >>> draft = Draft(Span(11, 19), reading.amounts[0])
    >>> [(m.value.sort.value, m.value.what) for m in qualifiers_for(reading, draft, reach_of(reading, draft, [draft]), "")]
    [('per', 'inhabitant')]
    """
    said = reading.qualified.keys()  # most sentences hold no such phrase
    found = [
        *(_per_unit(reading, draft) if said.isdisjoint(_AGAINST) else _against(reading, draft, reach)),
        *_size(reading, draft),
        *at_purchasing_power(draft.amount, reading.text, reading.qualifying("purchasing_power")),
        *(women_of(reading.qualifying("women_of"), reading.places) if "women_of" in said else ()),
        *(_made_of(reading, reach) if "made_of" in said else ()),
        *whole_of(reading, draft, measure),
        *(() if said.isdisjoint(_OF_SOME) else _of_some(reading, draft, reach)),
        *narrowed_by(phrased(reading), reading.text, reach.room, measure),
        *_growth(reading, draft, measure),
        *(_comparator_of(reading, draft, reach) if draft.change is not None or reading.comparators else ()),
    ]
    return tuple(sorted(found, key=lambda mention: mention.span)) if len(found) > 1 else tuple(found)


def _against(reading: SentenceReading, draft: Draft, reach: Reach) -> Iterator[Mention[Qualifier]]:
    """Yield qualifiers of the figure as a whole: its denominator, a total, "usually"."""
    yield from _per(reading, draft, reach)
    yield from _of_one_phrase(reading, reach, Sort.IN_ALL, "in_all")
    yield from _of_one_phrase(reading, reach, Sort.USUAL, "usual")


def _of_some(reading: SentenceReading, draft: Draft, reach: Reach) -> Iterator[Mention[Qualifier]]:
    """Yield whom the figure is about, and whether it is a deficit or a surplus."""
    yield from _among(reading, draft, reach)
    yield from ages_of_figures(reading.text, reading.sentence.span, draft.span, reach.room, reading.language)
    yield from _signed(reading, draft, reach)
    yield from _in_what_manner(reading, draft, reach)
    yield from left_out_or_taken_in(reading.qualifying("left_out"), reading.places)
    yield from left_out_or_taken_in(reading.qualifying("taken_in"), reading.places, TAKEN_IN)


def _in_what_manner(reading: SentenceReading, draft: Draft, reach: Reach) -> Iterator[Mention[Qualifier]]:
    """Yield how the people counted work, as a series of all may differ: "six million women worked | part-time"."""
    amount = _figure(draft)
    counted = amount is not None and amount.value.unit.dimension is Dimension.COUNT
    for found in _found_near(reading, "manner", draft, reach)[:1] if counted else ():
        yield Mention(Span(*found.span()), Qualifier(sort=Sort.AMONG, what=found[0]), NARROWED)


def _found(reading: SentenceReading, key: str, room: Span) -> Sequence[re.Match[str]]:
    """Find a class of phrases that begin in a stretch and may run past it: "for every man, woman and child"."""
    said = reading.qualifying(key)
    return [found for found in said if room.start <= found.start() < room.end] if said else ()


def _mention(found: re.Match[str] | Span, qualifier: Qualifier) -> Mention[Qualifier]:
    span = found if isinstance(found, Span) else Span(*found.span())
    return Mention(span, qualifier, qualifier.sort.value.replace(" ", "-"))


def _found_near(reading: SentenceReading, key: str, draft: Draft, reach: Reach) -> Sequence[re.Match[str]]:
    """Find one class at a claim, or at the head of what is said: "spread over our people, it came to 7 tonnes"."""
    if not reading.qualifying(key):
        return ()
    start = reading.spoken(draft.span).start
    rooms = dict.fromkeys((reach.room, reading.clause(Span(start, start + 1))))
    return [found for room in rooms for found in _found(reading, key, room)]


def _per(reading: SentenceReading, draft: Draft, reach: Reach) -> Iterator[Mention[Qualifier]]:
    """Yield the denominator of the figure: a person, another thing, or what its unit says."""
    if said := _found_near(reading, "per_person", draft, reach):
        yield _mention(said[0], Qualifier(sort=Sort.PER, what=INHABITANT))
        return
    named = _found_near(reading, "per_native", draft, reach)
    natives = (each for each in named if _is_people(reading, _counted_against(each)))
    native = next(natives, None)
    if native is not None:
        yield _mention(native, Qualifier(sort=Sort.PER, what=INHABITANT))
        return
    leading = (each for each in reading.qualifying("per") if each.end() == draft.span.start)
    other = next(iter((*_found(reading, "per", reach.room), *leading)), None)
    if other is not None:
        yield _mention(other, Qualifier(sort=Sort.PER, what=_counted_against(other)))
        return
    yield from _per_unit(reading, draft)


def _per_unit(reading: SentenceReading, draft: Draft) -> Iterator[Mention[Qualifier]]:
    """Yield the denominator in the figure's unit."""
    amount = _figure(draft)
    per = _NUMBER.sub("", amount.value.unit.per) if amount is not None else ""
    if amount is not None and per and per not in TIMED:
        yield _mention(amount.span, Qualifier(sort=Sort.PER, what=_PEOPLE if _is_people(reading, per) else per))


def _counted_against(found: re.Match[str]) -> str:
    """Return what a phrase of the class `per` or `per_native` counts against: "household", "Norwegian"."""
    return next(name for name in found.groups() if name)


def _is_people(reading: SentenceReading, what: str) -> bool:
    """Check whether a denominator is the people of a place: "for every Australian", "per 100,000 Brazilians"."""
    last = what.rpartition(" ")[2].casefold()
    return any(mention.span.cut(reading.text).casefold() == last for mention in reading.places)


def _figure(draft: Draft) -> Mention[Amount] | None:
    """Return the figure of a level, or for a change the level it reaches."""
    if draft.change is None:
        return draft.amount
    change: Change = draft.change.value
    return change.target or change.origin or (change.amount if change.mode is ChangeMode.ABSOLUTE else None)


def _of_one_phrase(reading: SentenceReading, reach: Reach, sort: Sort, key: str) -> Iterator[Mention[Qualifier]]:
    """Yield a qualifier that a single phrase next to the figure gives: "over three years in all", "usually"."""
    found = next(iter(_found(reading, key, reach.room)), None)
    if found is not None:
        yield _mention(found, Qualifier(sort=sort, what=found[0]))


def _size(reading: SentenceReading, draft: Draft) -> Iterator[Mention[Qualifier]]:
    """Yield the size of a change without a direction: "by 30 percent" is not a level of 30 percent."""
    amount, said = draft.amount, word_pattern("qualifiers", "size", reading.language)
    if draft.change is not None or amount is None or said is None or amount.value.unit.dimension not in _SIZED:
        return
    found = said.search(reading.text, reading.sentence.span.start, amount.span.start)
    if found is not None and phrase(found[0], reading.language) in hedges(reading.language).before:
        return  # the small word belongs to a hedge: "за малку 16 проценти"
    part = word_pattern("qualifiers", "size_of", reading.language)
    if found is not None and (part is None or part.match(reading.text, amount.span.end) is None):
        span = Span(found.start(), amount.span.end)
        yield _mention(span, Qualifier(sort=Sort.SIZE, what=span.cut(reading.text)))


def _made_of(reading: SentenceReading, reach: Reach) -> Iterator[Mention[Qualifier]]:
    """Yield who makes up a whole: "47 percent of the jobless were | women"."""
    found = (each for room in (reach.room, reach.rest) for each in _found(reading, "made_of", room))
    if (said := next(found, None)) is not None:
        yield _mention(said, Qualifier(sort=Sort.MADE_OF, what=said[0]))


def _among(reading: SentenceReading, draft: Draft, reach: Reach) -> Iterator[Mention[Qualifier]]:
    """Yield the only ones that a figure is about: "in hospitals alone", "Von den Ausländern war jeder achte ohne Stelle"."""
    scope = _found(reading, "scope", reading.sentence.span)
    opening = _found(reading, "among", Span(reading.sentence.span.start, reading.sentence.span.start + 1))
    near = (each for key in _AMONG for each in _found_near(reading, key, draft, reach))
    for found in (*near, *opening, *_set_off(reading, draft), *scope, *_by_contrast(reading), *_led_in(reading)):
        start, end = next(found.span(name) for name in found.re.groupindex if name.startswith("whole") and found[name])
        whole = VERB.split(f"{reading.text[start:end]} ", maxsplit=1)[0].strip()
        if not whole:
            continue
        span = Span(start, start + len(whole))
        if not any(place.span.covers(span) for place in reading.places):
            yield _mention(span, Qualifier(sort=Sort.AMONG, what=whole))
            return


def _set_off(reading: SentenceReading, draft: Draft) -> Iterator[re.Match[str]]:
    """Yield whom a figure is about, set off before the verb: "unemployment, | among foreigners, | was 12 percent"."""
    text, begins, ends = reading.text, reading.sentence.span.start, draft.span.start
    for found in _found(reading, "among", Span(begins, ends)) if ends > begins else ():
        if text[: found.start()].endswith((", ", "– ", "(")) and text.startswith((",", "–", ")"), found.end()):
            yield found


def _led_in(reading: SentenceReading) -> Iterator[re.Match[str]]:
    """Yield an opening phrase that no other slot reads: "For lawyers, …", "On the coast …", "In a film …"."""
    for found in _found(reading, "led_in", Span(reading.sentence.span.start, reading.sentence.span.start + 1)):
        said = Span(*next(found.span(name) for name in found.re.groupindex if found[name]))
        spans = [each.span for slot in (reading.places, reading.periods, reading.amounts) for each in slot]
        if not any(span.overlaps(said) for span in spans) and country_of_city(said.cut(reading.text)) is None:
            yield found


def _by_contrast(reading: SentenceReading) -> Iterator[re.Match[str]]:
    """Yield whom a sentence is about by what it excludes, if offices count that: "doctors, | not nurses"."""
    for found in _found(reading, "not_of", reading.sentence.span):
        other = next(found[name] for name in found.re.groupindex if name.startswith("other") and found[name])
        if speaks_of_statistics(other, reading.language):
            yield found


def _signed(reading: SentenceReading, draft: Draft, reach: Reach) -> Iterator[Mention[Qualifier]]:
    """Yield whether the figure is a deficit or a surplus, by the nearer phrase."""
    found = [(sort, match) for sort, key in _SIGNS for match in _found(reading, key, reach.clause)]
    if found:
        sort, match = min(found, key=lambda one: _gap(Span(*one[1].span()), draft.span))
        yield _mention(match, Qualifier(sort=sort, what=match[0]))


def _gap(one: Span, other: Span) -> int:
    return max(0, one.start - other.end, other.start - one.end)


def _growth(reading: SentenceReading, draft: Draft, measure: str) -> Iterator[Mention[Qualifier]]:
    """Yield whether the measure is itself a change: "inflation", and not "prices"."""
    pattern = word_pattern("qualifiers", "growth", reading.language)
    found = pattern.search(measure) if pattern is not None else None
    if found is not None:
        yield _mention(draft.span, Qualifier(sort=Sort.GROWTH, what=found[0]))


# --- comparators -----------------------------------------------------------------------------------------


def _comparator_of(reading: SentenceReading, draft: Draft, reach: Reach) -> Iterator[Mention[Qualifier]]:
    """Yield the comparator of the claim: the first place compared with, else the base of a multiple."""
    behind = [one for one in reading.comparators if _is_of(reading, draft, reach, one) and not one.contrast]
    placed = next((one for one in behind if one.places), None)
    if placed is not None:
        place = placed.places[0].value if placed.alone else None
        yield _mention(placed.span, Qualifier(sort=Sort.BESIDE, what=placed.what, place=place, way=placed.way))
        return
    close = next((one for one in behind if one.link.start - draft.span.end <= _CLOSE), None)
    own = close is not None and _is_of_its_base(reading, draft, close)
    if close is not None and _is_compared(draft) and (close.period or (close.what and not own)):
        yield _mention(close.span, Qualifier(sort=Sort.BESIDE, what=close.what, period=close.period, way=close.way))
    elif _is_compared(draft):
        yield from _hoped_or_feared(reading, draft)


def _is_of_its_base(reading: SentenceReading, draft: Draft, one: Comparator) -> bool:
    """Check whether a comparator is the change's own base: "2.7 times | the energy it was using in 1990"."""
    base = draft.change.value.base if draft.change is not None else None
    return any(mention.value == base and one.span.covers(mention.span) for mention in reading.periods)


def _hoped_or_feared(reading: SentenceReading, draft: Draft) -> Iterator[Mention[Qualifier]]:
    """Yield a hope or fear, which no series has: "twice as many as expected" is no doubling since the year before."""
    pattern = word_pattern("qualifiers", "hoped", reading.language)
    found = pattern and pattern.search(reading.text, draft.span.start, draft.span.end + _CLOSE)
    if found is not None and not _PAUSE.search(reading.text, draft.span.end, found.start("what")):
        yield _mention(found, Qualifier(sort=Sort.BESIDE, what=found["what"]))


def _is_of(reading: SentenceReading, draft: Draft, reach: Reach, one: Comparator) -> bool:
    """Check whether the comparator after a link belongs to this claim, with no other figure between."""
    between = Span(draft.span.end, one.link.start) if draft.span.end < one.link.start else None
    others: Sequence[Mention[Amount]] = reading.amounts if between else ()
    parted = any(between and between.covers(m.span) for m in others)
    return one.link.start >= draft.span.start and reach.rest.covers(one.link) and not parted


def _is_compared(draft: Draft) -> bool:
    """Check whether the claim is a change with a size: twice as many, 5 percent higher, 40 million more."""
    return draft.change is not None and draft.change.value.amount is not None
