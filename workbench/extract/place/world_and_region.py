"""The world and the region.

Examples: "global growth", "in the world", "in the region". The same words mostly mean something else.

"global investment fell" is a figure of the world and of no country, while "the global crisis", "the World Bank" and
"in the region of 5 percent" name no place that has figures.
"""

from __future__ import annotations

import re

from workbench.core.claim import Mention

_CRISIS_FIELD = r"financial|economic|health|energy|food|credit|debt|banking"
_CRISIS = r"crisis|crises|emergency|downturn|meltdown|shocks?|slump|recession|turmoil"
_EVENTS = r"crisis|crises|pandemic|warming|recession|downturn|turmoil|uncertaint\w+|headwinds?"
_ACTORS = r"leaders?|leadership|players?|index|fund|company|companies|firms?|brands?|hub|cent(?:re|er)s?|community"
_ABSTRACTIONS = (
    r"challenges?|threats?|reach|stage|village|citizens?|role|standards?|partners?|partnership|average\sof\s\d|conflicts?"
    r"|tensions?|events?|conditions|environment|competition|competitiveness|context|goals?|minimum|positioning|witness"
    r"|team|offices?"
)
_NO_GLOBAL = re.compile(rf"\s(?:(?:{_CRISIS_FIELD})\s(?:{_CRISIS})|{_EVENTS}|{_ACTORS}|{_ABSTRACTIONS})\b")
"""Words behind "global" that show that no place is meant."""
_STATISTICS = (
    r"economy|economic|trade|output|GDP|gross|production|consumption|exports|imports|demand|supply|prices"
    r"|population|hunger|emissions|energy|investment|merchandise|growth|unemployment|inflation|poverty|debt"
)
_OWNED_BY_WORLD = r"['\u2019]s\s(?!(?:\w+[- ])?(?:\w+est|most|best|least|leading|top)\b)[a-z]"
_WORLD_OF = re.compile(rf"\s(?:{_STATISTICS})\b|{_OWNED_BY_WORLD}")
"""Words behind "world" that show that a figure of the world is meant."""
_COUNTED = r"had|has|have|counted|produced|produces|emitted|emits|burned|burnt|used|uses|consumed|generated|lost|spent|reached|added|needs?"
_SHELTERED = r"shelter(?:ed|s)|host(?:ed|s)"
_GOES_ON = r"(?:was|is|were)\s(?:shelter|host|hous|produc|emitt|burn|us|spend|los|count|mak|consum)ing"
_COUNTS = re.compile(rf"\s(?:{_COUNTED}|{_SHELTERED}|{_GOES_ON})\b")
"""Verbs behind "the world" that make it the subject of a figure: "the world counted 26 million refugees"."""
_WHERE = re.compile(
    r"\b(?:in|around|across|over|throughout|on|of)\s(?:all\s)?(?:the|our|this)\s(?:whole\s|entire\s)?\Z", re.IGNORECASE
)
_REST = re.compile(r"\b(?:rest|parts?|corners?)\sof\s(?:the|our)\s\Z", re.IGNORECASE)
_THE = re.compile(r"\b(?:the|our|this)\s(?:whole\s|entire\s|wider\s)?\Z", re.IGNORECASE)
_NO_WORLD = re.compile(r"\s(?:of\s|war\b|wars\b|cup\b|record|leader|champion|class\b|stage\b|famous)|-")
_NO_REGION = re.compile(r"\s(?:of|called|around)\s|['\u2019]s\s\w+\s(?:capital|city)\b")
_BEFORE = 24
UNNAMED_PARTS = ("province", "state", "district")
"""Words for a part of a country that "in this …" and "of our …" refer to without its name."""
_OF_OURS = re.compile(
    r"\b(?:in|of|across|throughout|around)\s(?:our|this)\s(?:whole\s|own\s|entire\s)?\Z", re.IGNORECASE
)
_SUPERLATIVE_OR_ORDINAL = r"\w+est|most|least|best|worst|first|second|third|\w+th"
_AMONG = r"in|of|across|among|within|throughout|around"
_THE_WHOLE = r"(?:all\s)?(?:of\s)?(?:the\s|our\s)?(?:whole\s|entire\s)?"
_POOL = re.compile(rf"\b(?:{_SUPERLATIVE_OR_ORDINAL})\b[^.;:,]{{0,60}}\b(?:{_AMONG})\s{_THE_WHOLE}\Z")
_OWN_BEST = re.compile(r"['\u2019]s\s(?:\w+[- ])?(?:\w+est|most|least|best|worst|leading|top)\b")
_FAR = 90


def is_pool(flat: str, mention: Mention[str]) -> bool:
    """Check whether a part of the world only names the group of a ranking: "the lowest in Europe", "Africa's largest".

    >>> from workbench.core.document import Span
    >>> said = "second lowest wage in Europe", "the wage in Europe"
    >>> [is_pool(text, Mention(Span(len(text) - 6, len(text)), "EUROPE", "group")) for text in said]
    [True, False]
    """
    start, end = mention.span.start, mention.span.end
    return bool(_POOL.search(flat, max(0, start - _FAR), start) or _OWN_BEST.match(flat, end))


def _the(word: str, before: str) -> bool:
    """Check whether an article stands before a word or is its ending."""
    return word.startswith("the ") or _THE.search(before) is not None


def is_place_of_all(flat: str, mention: Mention[str]) -> bool:
    """Check whether "world", "global" or "region" means a place.

    >>> from workbench.core.document import Span
    >>> said = "Global trade grew.", "the global crisis", "unemployment in the region", "in the region of 5"
    >>> found = [(text, re.search("[Gg]lobal|region", text).span()) for text in said]
    >>> [is_place_of_all(text, Mention(Span(*at), "", "group")) for text, at in found]
    [True, False, True, False]
    """
    start, end = mention.span.start, mention.span.end
    word, before, after = flat[start:end].lower(), flat[max(0, start - _BEFORE) : start], flat[end : end + 40]
    if word.endswith("ly") or word.startswith(("world ", "world's ")):
        return True
    if word == "global":
        return not _NO_GLOBAL.match(after)
    if word in UNNAMED_PARTS:
        return bool(_OF_OURS.search(before))
    if word == "region":
        return bool(_THE.search(before)) and not _NO_REGION.match(after)
    if _REST.search(before) or _NO_WORLD.match(after):
        return False
    if word.removeprefix("the ") in {"world", "planet", "globe"} and (
        _WORLD_OF.match(after) or (_the(word, before) and _COUNTS.match(after))
    ):
        return True
    return bool(_WHERE.search(before)) and not before.endswith(("of the ", "of our "))


def without_owning_world(text: str, named: list[Mention[str]]) -> list[Mention[str]]:
    """Leave out the world as an owner, where another place is named: "the world's watchdogs gave Hungary 55 points".

    Args:
        text: The text that the places stand in.
        named: The places, by their codes.

    >>> from workbench.extract.place.places import find_places
    >>> said = "The world's watchdogs gave Hungary 55 points."
    >>> [place.value for place in without_owning_world(said, find_places(said))]
    ['HUN']
    """
    own = [m for m in named if not (m.value == "WLD" and text.startswith(("'s", "’s"), m.span.end))]
    return own or named
