"""The places of a claim: which stand near it, which of them is its own, and what is assumed where none is.

A partner ("exports to Germany"), what a claim is set beside ("than in France") and what somebody is ranked among
("12th in the EU") are named as near as the claim's own place, and none of them is it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from workbench.core.claim import Mention
from workbench.core.errors import Problem
from workbench.core.place import place_name
from workbench.core.text import Span
from workbench.extract.claim.drafts import Draft
from workbench.extract.claim.kinds import is_rank
from workbench.extract.claim.periods_of_claims import Reach, near
from workbench.extract.claim.sentence_reading import SentenceReading
from workbench.extract.place.parts_of_countries import place_within
from workbench.extract.relations.comparators import ComparedWords, others_places, told_before
from workbench.extract.relations.named_rows import named_row
from workbench.extract.relations.ranks_in_figures import is_frame
from workbench.extract.words.word_files import ENGLISH

_MEMBER = re.compile(r"\s(?:member\s)?(?:city|cities|town|region|country|state)\sof\s[A-Z]")

_PARTNER = re.compile(r"\b(?:to|from|with|than|against|for|into|towards?)\s(?:the\s|neighbou?ring\s)?\Z")


class _Row(NamedTuple):
    """Lists of places that somebody is ranked among."""

    lists: tuple[Span, ...]

    def covers(self, span: Span) -> bool:
        """Whether a place stands in one of the lists."""
        return any(each.covers(span) for each in self.lists)


_REGION = "REGION"
"""The region that a text is about, where it does not say which."""


def place_for(
    passage: SentenceReading, draft: Draft, places: Sequence[Mention[str]], assumed: str | None
) -> tuple[str | None, tuple[Problem, ...]]:
    """Gives the place that a claim is about: one that is named and no mere partner ("exports to Germany"), else the text's own.

    What the claim is set beside ("lower than in France") is never its own place.

    >>> from workbench.core.text import Sentence
    >>> from workbench.extract.place.places import find_places
    >>> said = "Our exports to Germany rose."
    >>> passage = SentenceReading(said, Sentence(Span(0, len(said)), 0), places=tuple(find_places(said)))
    >>> draft = Draft(Span(23, 27))
    >>> place_for(passage, draft, passage.places, "MKD")[0], place_for(passage, draft, passage.places, None)[0]
    ('MKD', 'DEU')
    """
    others = _of_others(passage, draft) if places else frozenset()
    row = _row_of(passage, draft)
    named = [m for m in places if m.span not in others and not _is_ranked_among(passage, m) and not row.covers(m.span)]
    part = _part_of_country(passage, draft) if {m.value for m in named} <= {_REGION} else None
    if part is not None:
        return part, ()
    for mention in named:
        start = mention.span.start
        if not _PARTNER.search(passage.text, max(0, start - 24), start):
            return mention.value, ()
    if assumed is not None:
        return assumed, (_assumed(assumed),)
    return (named[0].value, ()) if named else (None, ())


def _row_of(passage: SentenceReading, draft: Draft) -> _Row:
    """The lists of places that a claim without a figure is ranked among."""
    plain = draft.amount is None and draft.change is None and passage.hints.rank
    found = named_row(passage.text, passage.sentence.span, passage.places, passage.language) if plain else None
    return _Row(found.spans if found is not None else ())


def _of_others(passage: SentenceReading, draft: Draft) -> frozenset[Span]:
    """Spans of places that are comparators, or that have a figure of their own before the claim."""
    beside = others_places(passage.beside, passage.text, draft.span, passage.language)
    said = ComparedWords(
        passage.text, passage.sentence.span, passage.places, passage.periods, passage.amounts, passage.language
    )
    return beside | told_before(said, draft.span)


def places_of(passage: SentenceReading, draft: Draft, reach: Reach) -> tuple[Mention[str], ...]:
    """Gives the places near a claim; where those are only what somebody is ranked among, with the one named last before.

    >>> from workbench.core.text import Sentence
    >>> from workbench.extract.place.places import find_places
    >>> from workbench.extract.claim.periods_of_claims import reach_of
    >>> said = "Chile's rate rose, reaching 15 percent, the 3rd highest in the EU."
    >>> passage = SentenceReading(said, Sentence(Span(0, len(said)), 0), places=tuple(find_places(said)))
    >>> draft = Draft(Span(28, len(said)))
    >>> [mention.value for mention in places_of(passage, draft, reach_of(passage, draft, [draft]))]
    ['CHL', 'EU27']
    """
    found = near(draft, _before_another(passage, draft, reach), passage.places)
    if not found or not all(_is_ranked_among(passage, mention) for mention in found):
        return found
    spoken = passage.spoken(draft.span)
    named = [m for m in passage.places if spoken.covers(m.span) and not _is_ranked_among(passage, m)]
    before = [m for m in named if m.span.end <= draft.span.start] or named[:1]
    return (*before[-1:], *found)


def _part_of_country(passage: SentenceReading, draft: Draft) -> str | None:
    """The city or region that the clause of a claim names, or that stands at the head of what is said: "In Skopje, …"."""
    start = passage.spoken(draft.span).start
    rooms = (passage.clause(draft.span), passage.clause(Span(start, start + 1)))
    found = (place_within(passage.text, passage.sentence.span, room, passage.language) for room in rooms)
    return next((name for name in found if name is not None), None)


def _before_another(passage: SentenceReading, draft: Draft, reach: Reach) -> Reach:
    """Span of a claim's places, without the clause of the next claim ("we have 5 percent, while France has 8")."""
    behind = passage.clause(Span(reach.rest.end - 1, reach.rest.end)) if reach.rest.end > draft.span.end else reach.rest
    cut = behind.start if draft.span.end < behind.start < reach.rest.end < behind.end else reach.rest.end
    return reach._replace(rest=Span(reach.rest.start, cut))


def _is_ranked_among(passage: SentenceReading, mention: Mention[str]) -> bool:
    """Whether a group is only what the place of a claim is ranked among: "12th in the EU", "the OECD city of Izmir"."""
    if mention.rule != "group":
        return False
    if _MEMBER.match(passage.text, mention.span.end):
        return True
    rest = passage.words.replace(mention.span.cut(passage.text), "")  # "the least developed countries" rank nobody
    ranked = bool(passage.standings) or (passage.hints.rank and is_rank(rest, passage.language))
    return ranked and (passage.language != ENGLISH or is_frame(passage.text, mention.span.start))


def _assumed(place: str) -> Problem:
    return Problem(
        "place",
        f"The claim names no place; {place_name(place)}, the document's own, is assumed.",
        "Check that the speaker means it.",
        "assumed-place",
    )
