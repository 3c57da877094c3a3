"""Find the places of a claim: which stand near it, which is its own, and what is assumed where none is.

Other places may be named just as near as the claim's own: a partner ("exports to Germany"), a comparator ("than in
France") or the group of a ranking ("12th in the EU").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.core.claim import Mention
from workbench.core.document import Span
from workbench.core.errors import Problem
from workbench.core.place import part_code, place_name
from workbench.extract.claim.cities_and_regions_of_claims import part_named, part_of_own, rooms_of
from workbench.extract.claim.claim_kinds import is_rank
from workbench.extract.claim.drafts import Draft
from workbench.extract.claim.periods_beside_figures import is_set_against
from workbench.extract.claim.periods_of_claims import Reach, near
from workbench.extract.claim.places_from_earlier_sentences import (
    ELSEWHERE,
    CarriedPlace,
    inherited_place_message,
    is_theirs,
    place_of_those_who_say_it,
    refers_to_other_place,
    takes_part,
    takes_place,
)
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.place.parts_of_countries import only_part_named
from workbench.extract.place.unnamed_places import UNNAMED, unnamed_place
from workbench.extract.place.world_and_region import without_owning_world
from workbench.extract.relations.comparators import ComparedWords, others_places, places_with_own_figure
from workbench.extract.relations.lists_of_named_places import named_row
from workbench.extract.relations.numbered_ranks import is_frame
from workbench.extract.relations.partners import begins_at_home, is_about_others, points_elsewhere, without_partners
from workbench.extract.relations.places_of_figures import LocatedFigure, pointed_place, without_figures_of_others
from workbench.extract.words.tenses import is_aside
from workbench.extract.words.word_files import ENGLISH

_MEMBER = re.compile(r"\s(?:member\s)?(?:city|cities|town|region|country|state)\sof\s[A-Z]")

_MEMBERS = r"[Aa]llies|[Mm]ember|countr|state|nation|econom|average|citizen|wide"
_VERBS = r"has|have|had|is|are|was|were|spent|grew|fell|rose|saw|took|put|made|lost|\w+ed"
_OF_GROUP = re.compile(rf"['’]s|[\s-](?:{_MEMBERS})|\s(?:{_VERBS})\b")
"""What follows a group that a claim is about: its members, or a verb."""
_WHEN = re.compile(r"\W*(?:when|as|than|während|wo|als|а|додека|кога)\s")
_ANOTHER = re.compile(r";|,\s(?:and|but|und|aber|doch|а|но|и)\s(?:in\s|во\s)?(?:the\s|die\s|der\s|das\s)?\Z")
"""What stands before a place that a different clause is about."""
_MEMBER_OF = re.compile(r"\bmembers?\s(?:state\s)?of\s(?:the\s)?\Z")
_WITHIN = r"in|of|across|for|throughout|within|over|around|among"
_LINKS = r"while|whereas|but|and|although|yet"
_IN_GROUP = re.compile(
    rf"\b(?:{_WITHIN})\s(?:all\s)?(?:the\s|our\s)?(?:\w+\s)?\Z|\A\W*(?:(?:{_LINKS})\s)?(?:the\s)?\Z", re.IGNORECASE
)
_LEADING = re.compile(
    r"\W*(?:[Ii]n|[Ii]m|[Ff]or|[Ff]ür|[Вв]о|[Bb]ei)\s(?:the\s|der\s|den\s|dem\s)?X\W*(?:\([^()]*\))?\W*"
)
_OWNS = re.compile(r"(?:['’]s?)?\s(?:\w+\s)?")
_BACK, _NEXT = 32, 5

_WORLD, _REGION = "WLD", "REGION"  # REGION: a region that the text does not name ("our region")


def place_for(
    reading: SentenceReading,
    draft: Draft,
    places: Sequence[Mention[str]],
    assumed: str | None,
    carried: CarriedPlace | None = None,
) -> tuple[str | None, tuple[Problem, ...]]:
    """Find the place that a claim is about: a named one but no partner ("exports to Germany"), else the text's own.

    A comparator ("lower than in France") is never the claim's own place.

    >>> from workbench.core.document import Sentence
    >>> from workbench.extract.place.places import find_places
    >>> said = "Our exports to Germany rose."
    >>> reading = SentenceReading(said, Sentence(Span(0, len(said)), 0), places=tuple(find_places(said)))
    >>> draft = Draft(Span(23, 27))
    >>> place_for(reading, draft, reading.places, "MKD")[0], place_for(reading, draft, reading.places, None)[0]
    ('MKD', None)
    """
    at = LocatedFigure(reading.text, reading.sentence.span, draft.span, reading.language)
    pointed = pointed_place(at, reading.places, assumed) if reading.places else None
    if pointed is not None:
        return pointed, (_assumed(pointed),) if pointed == assumed else ()
    others, named = _named_of_its_own(reading, draft, places)
    names = {m.span.cut(reading.text): m.value for m in named if m.value != _REGION}
    rooms = rooms_of(reading, draft)
    if (part := part_named(reading, draft, rooms, assumed, names)) is not None:
        return part_code(part), ()  # "Western Australia" is not Australia, "the Amazon" not Brazil
    if _is_of_unnamed(reading, rooms, named) or _compares_elsewhere(reading, draft, assumed):
        return None, (ELSEWHERE,)  # "fewer than the Germans, eight against | fourteen"
    spoken_of = [
        m
        for m in without_partners(reading.text, named, reading.language)
        if assumed is None or _is_spoken_of(reading, draft, m)
    ]
    own = next((m for m in reversed(spoken_of) if _leads(reading, draft, m)), None) or next(iter(spoken_of), None)
    if own is not None:
        other = points_elsewhere(reading.text, reading.clause(draft.span), own.span, reading.language)
        return (None, (ELSEWHERE,)) if other else _named_region(reading, own, assumed)
    if (
        others
        and not others.isdisjoint(m.span for m in places)
        and not named
        and (subject := _before_comparator(reading, draft, others)) is not None
    ):
        return subject, ()
    if not named and (away := _of_another_place(reading, draft, assumed, carried)) is not None:
        return away
    goes_on = takes_place(reading, draft.span, carried) or takes_part(reading, draft.span, carried, assumed)
    if carried is not None and not named and goes_on:
        return carried.code, (_carried(carried.code),)
    if assumed is not None:
        part = None if named else part_of_own(reading, draft, assumed)
        return (part, ()) if part is not None else _own_place(reading, draft, others, assumed)
    if carried is not None and not named:
        return carried.code, (_carried(carried.code),)
    return (None, ()) if places else place_of_those_who_say_it(reading, draft.span)


def _own_place(
    reading: SentenceReading, draft: Draft, others: frozenset[Span], own: str
) -> tuple[str | None, tuple[Problem, ...]]:
    """Return the text's own place; None after another country's name: "Sweden did well: the state put in | 7 percent"."""
    named = [m for m in reading.places if m.span not in others and m.span.end <= draft.span.start]
    said = reading.spoken(draft.span).cut(reading.text)
    from_own = any(m.value == own for m in named) and refers_to_other_place(said, reading.language)
    if from_own or (not reading.hints.rank and is_about_others(reading.text, said, named, own, reading.language)):
        return None, (ELSEWHERE,)  # "the waste from Britain was tripled there"
    return own, (_assumed(own),)


def _compares_elsewhere(reading: SentenceReading, draft: Draft, assumed: str | None) -> bool:
    end, elsewhere = draft.span.end, any(mention.value != assumed for mention in reading.places)
    timed = any(0 <= each.span.start - end <= _NEXT for each in reading.periods)  # "after | 2,249 in the year before"
    return reading.hints.comparison and elsewhere and not timed and is_set_against(reading, draft)


def _named_of_its_own(
    reading: SentenceReading, draft: Draft, places: Sequence[Mention[str]]
) -> tuple[frozenset[Span], list[Mention[str]]]:
    """Separate the places that a claim is compared with from those that may be its own."""
    others = _of_others(reading, draft) if places else frozenset()
    row = _row_of(reading, draft)
    named = [
        m
        for m in places
        if m.span not in others and not _is_ranked_among(reading, m) and not any(each.covers(m.span) for each in row)
    ]
    in_words = (
        draft.amount is None and draft.change is None
    )  # "you praise Malta; in Cyprus it was higher than in Malta"
    compared = {m.value for m in places if m.span in others} if in_words else set[str]()
    named = [m for m in named if m.value not in compared] or named
    at = LocatedFigure(reading.text, reading.sentence.span, draft.span, reading.language)
    return others, without_owning_world(reading.text, without_figures_of_others(at, named))


def _named_region(reading: SentenceReading, own: Mention[str], assumed: str | None) -> tuple[str, tuple[Problem, ...]]:
    """Return a place by its code; replace "our region" by the region that the text names before it."""
    named = only_part_named(reading.text, own.span.start, assumed) if own.value == _REGION else None
    return (own.value, ()) if named is None else (named, (_carried(named),))


def _before_comparator(reading: SentenceReading, draft: Draft, others: frozenset[Span]) -> str | None:
    """Find the last place before a claim with comparators alone: "Botswana, …, had six times as many as Kenya"."""
    spoken = reading.spoken(draft.span)
    before = [
        m
        for m in reading.places
        if m.span not in others and spoken.start <= m.span.start < draft.span.start and not _is_ranked_among(reading, m)
    ]
    return next((m.value for m in reversed(list(without_partners(reading.text, before, reading.language)))), None)


def _leads(reading: SentenceReading, draft: Draft, mention: Mention[str]) -> bool:
    """Check whether a place opens the clause of a claim: "… in the rich world; in Spain, prices rose by 5 percent"."""
    if mention.span.end > draft.span.start:
        return False
    words = reading.clause(mention.span).cut(reading.text)
    return _LEADING.fullmatch(words.replace(mention.span.cut(reading.text), "X")) is not None


def _is_spoken_of(reading: SentenceReading, draft: Draft, mention: Mention[str]) -> bool:
    """Check whether a place is that of the claim: not one in another clause, and no group named in passing."""
    clause, start = reading.clause(mention.span), mention.span.start
    words = clause.cut(reading.text)
    if begins_at_home(reading.text, mention.span.end, draft.span.start, reading.language):
        return False
    if start > draft.span.end and (is_aside(words, reading.language) or _WHEN.match(words)):
        return False
    if start > draft.span.end and _ANOTHER.search(reading.text, draft.span.end, start):
        return False  # "we cut it to 5 percent; in Portugal that took longer"
    if mention.rule != "group" or mention.value in {_WORLD, _REGION} or reading.language != ENGLISH:
        return True
    before = reading.text[max(clause.start, start - _BACK) : start]
    named = _IN_GROUP.search(before) or _OF_GROUP.match(reading.text, mention.span.end) or not before.strip(' ,“"')
    return bool(named) and not _MEMBER_OF.search(before)


def _of_another_place(
    reading: SentenceReading, draft: Draft, assumed: str | None, carried: CarriedPlace | None
) -> tuple[str | None, tuple[Problem, ...]] | None:
    """Find the other place of a claim: "unemployment there was 12 percent", "they had 41"; None where it has none."""
    own = carried is None or carried.code == assumed
    if is_theirs(reading, draft.span):
        return (None, (ELSEWHERE,)) if carried is None or own else (carried.code, (_carried(carried.code),))
    if not own or not refers_to_other_place(reading.clause(draft.span).cut(reading.text), reading.language):
        return None
    at_head = {m.value for m in reading.places if m.span.end <= draft.span.start}
    return (at_head.pop(), ()) if len(at_head) == 1 else (None, (ELSEWHERE,))  # "Malta: 1990 there were 40 there"


def _is_of_unnamed(reading: SentenceReading, rooms: Sequence[Span], named: Sequence[Mention[str]]) -> bool:
    """Check whether a claim is about unnamed places only: "our neighbours", "Italy's neighbours"."""
    if reading.qualified.keys().isdisjoint(UNNAMED) or reading.standings:
        return False  # "the lowest of all our neighbours": a rank among them
    aside = [*(m.span for m in reading.periods), *(m.span for m in named)]
    found = (unnamed_place(reading.text, reading.sentence.span, room, aside, reading.language) for room in rooms)
    span = next((each for each in found if each is not None), None)
    if span is None or any(one.span.covers(span) for one in reading.comparators):
        return False
    if any(m.span.overlaps(span) and m.span.end >= span.end for m in named):
        return False  # "in advanced economies": they have a name of their own
    return all(_OWNS.fullmatch(reading.text, m.span.end, span.start) or span.covers(m.span) for m in named)


def _row_of(reading: SentenceReading, draft: Draft) -> Sequence[Span]:
    """Find the lists of places that a claim without a figure is ranked among."""
    plain = draft.amount is None and draft.change is None and reading.hints.rank
    found = named_row(reading.text, reading.sentence.span, reading.places, reading.language) if plain else None
    return found.spans if found is not None else ()


def _of_others(reading: SentenceReading, draft: Draft) -> frozenset[Span]:
    """Collect the spans of comparators and of places that have a figure of their own before the claim."""
    others = others_places(reading.comparators, reading.text, draft.span, reading.language)
    said = ComparedWords(
        reading.text, reading.sentence.span, reading.places, reading.periods, reading.amounts, reading.language
    )
    return others | places_with_own_figure(said, draft.span)


def places_of(reading: SentenceReading, draft: Draft, reach: Reach) -> tuple[Mention[str], ...]:
    """Return the places near a claim; where they are only a ranking's group, add the place named last before them.

    >>> from workbench.core.document import Sentence
    >>> from workbench.extract.place.places import find_places
    >>> from workbench.extract.claim.periods_of_claims import reach_of
    >>> said = "Chile's rate rose, reaching 15 percent, the 3rd highest in the EU."
    >>> reading = SentenceReading(said, Sentence(Span(0, len(said)), 0), places=tuple(find_places(said)))
    >>> draft = Draft(Span(28, len(said)))
    >>> [mention.value for mention in places_of(reading, draft, reach_of(reading, draft, [draft]))]
    ['CHL', 'EU27']
    """
    found = near(draft, _before_another(reading, draft, reach), reading.places)
    if not found or not all(_is_ranked_among(reading, mention) for mention in found):
        return found
    spoken = reading.spoken(draft.span)
    named = [m for m in reading.places if spoken.covers(m.span) and not _is_ranked_among(reading, m)]
    before = [m for m in named if m.span.end <= draft.span.start] or named[:1]
    return (*before[-1:], *found)


def _before_another(reading: SentenceReading, draft: Draft, reach: Reach) -> Reach:
    """Shorten the reach of a claim's places by the next claim's clause ("we have 5 percent, while France has 8")."""
    behind = reading.clause(Span(reach.rest.end - 1, reach.rest.end)) if reach.rest.end > draft.span.end else reach.rest
    cut = behind.start if draft.span.end < behind.start < reach.rest.end < behind.end else reach.rest.end
    return reach._replace(rest=Span(reach.rest.start, cut))


def _is_ranked_among(reading: SentenceReading, mention: Mention[str]) -> bool:
    """Check whether a group only ranks the claim's place: "12th in the EU", "the OECD city of Izmir"."""
    if mention.rule != "group":
        return False
    if _MEMBER.match(reading.text, mention.span.end):
        return True
    rest = reading.words.replace(mention.span.cut(reading.text), "")  # "the least developed countries" rank nobody
    ranked = bool(reading.standings) or (reading.hints.rank and is_rank(rest, reading.language))
    return ranked and (reading.language != ENGLISH or is_frame(reading.text, mention.span.start))


def _carried(place: str) -> Problem:
    return Problem(
        "place", inherited_place_message(place), "Check that the speaker still speaks of it.", "inherited-place"
    )


def _assumed(place: str) -> Problem:
    return Problem(
        "place",
        f"The claim names no place; {place_name(place)}, the document's own, is assumed.",
        "Check that the speaker means it.",
        "assumed-place",
    )
