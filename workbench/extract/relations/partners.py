"""Places that a claim mentions but is not about: partners, origins and transit ("exports to Germany", "via Poland")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.core.claim import Mention
from workbench.core.document import Span
from workbench.extract.words.word_patterns import holds_phrase, word_pattern

_JOINED = re.compile(r",?\s(?:and|or|und|oder|и|или)\s(?:the\s)?|,\s")
_TURN = re.compile(r"[:;]\s|\s[–—-]\s")
_BACK = 32
_WHOLES = frozenset({"REGION", "WLD"})


def without_partners(text: str, named: Sequence[Mention[str]], language: str) -> Iterator[Mention[str]]:
    """Leave out places of partners, transit or origin, with those that "and" joins to one ("via Poland and Spain").

    >>> from workbench.extract.place.places import find_places
    >>> said = "Exports of Italy to Poland and Spain rose."
    >>> [mention.value for mention in without_partners(said, find_places(said), "en")]
    ['ITA']
    """
    partner, there = (word_pattern("qualifiers", key, language) for key in ("partner", "told_there"))
    end = None
    for mention in named:
        start = mention.span.start
        if there is not None and there.match(text[mention.span.end : mention.span.end + _BACK]):
            # the relative clause is about the place: "moved from Spain to Germany, | where it was 5 percent"
            yield mention
            continue
        joined = end is not None and _JOINED.fullmatch(text, end, start)
        if joined or (partner is not None and partner.search(text[max(0, start - _BACK) : start])):
            end = mention.span.end
        else:
            yield mention


def begins_at_home(text: str, place: int, figure: int, language: str) -> bool:
    """Check whether a sentence turns to the speaker's own country behind a place.

    Example: "Sweden did well: | we put | 7 percent".

    >>> said = "Sweden did well: we put 7 percent, and in Spain we live."
    >>> begins_at_home(said, 6, 24, "en"), begins_at_home(said, 48, len(said), "en")
    (True, False)

    Args:
        text: The whole text.
        place: Where the place's name ends.
        figure: Where the claim begins.
        language: The language whose word file the text is read by.
    """
    turns = [found.end() for found in _TURN.finditer(text, place, max(place, figure))]
    return bool(turns) and holds_phrase(text[turns[-1] : figure], "tenses", "at_home", language)


def points_elsewhere(text: str, clause: Span, place: Span, language: str) -> bool:
    """Check whether "there", at the head of a clause that names its place later, refers to something else.

    Example: "In den Stadträten? | Dort war in Deutschland".

    >>> said = "Dort war in Chile", "Dort in Chile war", "In Chile war dort"
    >>> [points_elsewhere(each, Span(0, len(each)), Span(each.index("Chile"), each.index("Chile") + 5), "de") for each in said]
    [True, False, False]

    Args:
        text: The whole text.
        clause: The clause of the claim.
        place: The name of its place.
        language: The language whose word file the text is read by.
    """
    pattern = word_pattern("tenses", "there", language)
    led = text[clause.start : place.start].lstrip(" ,;–—-")
    found = None if pattern is None else pattern.match(led)
    return found is not None and len(led[found.end() :].split()) > 1


def is_about_others(text: str, said: str, named: Sequence[Mention[str]], own: str, language: str) -> bool:
    """Check whether a sentence names another country than the text's own, and its claim does not mention the own.

    Its figure may then be of either country, and the text's own cannot be assumed.

    >>> from workbench.extract.place.places import find_places
    >>> said = "Sweden did well: the state put in 7 percent."
    >>> is_about_others(said, said[17:], find_places(said), "DEU", "en"), is_about_others(said, "we put", find_places(said), "DEU", "en")
    (True, False)

    Args:
        text: The whole text.
        said: The words of the claim's clause.
        named: Places of the sentence, without comparators.
        own: The text's own place.
        language: The language whose word file the text is read by.
    """
    foreign = [m for m in named if m.value not in {own, *_WHOLES} and m.rule != "group"]
    return any(without_partners(text, foreign, language)) and not holds_phrase(said, "tenses", "at_home", language)
