"""Subject of a clause that a pause separates from its verb.

Commas and "who" end clauses, but not subjects: "expenditure on computer programming, consultancy and
related activities rose", "the share of women who worked 35 hours was 8 %", "wages in US dollars, PPP converted, fell".
"""

from __future__ import annotations

import re

from workbench.core.text import Span
from workbench.extract.claim.sentence_reading import SentenceReading

_RELATIVE = re.compile(r"\s*(?:(?:who|which|that)\b|(?:when|while|after|before)\s\w+ing\b)")
_LIST = re.compile(r"\s(?:and|or|&)\s|\A\s*(?:and|or)\s")
_PREPOSITIONS = (
    r"in|on|at|by|for|from|with|during|under|to|of|about|over|between|among|despite|unlike|following"
    r"|according|compared|thanks"
)
_CONJUNCTIONS = r"after|before|since|as|while|when|if|because|although|though|but|and|so|yet|or"
_TIME_WORDS = r"today|now|then|last|this|next"
_INTERJECTIONS = r"yes|no|well"
_LINKING_ADVERBS = r"however|meanwhile|indeed|moreover|furthermore|also|finally|first|secondly|instead"
_ADDRESS = r"mr|mrs|ms|madam|sir|ladies|dear|friends|my|colleagues|members"
_STARTS_LEADING = re.compile(
    rf"\s*(?:{_PREPOSITIONS}|{_CONJUNCTIONS}|{_TIME_WORDS}|{_INTERJECTIONS}|{_LINKING_ADVERBS}|{_ADDRESS})\b",
    re.IGNORECASE,
)
_HOLDS = re.compile(r"(?:['’]s?\s|\s(?:in|of|for|on|by|to|as)\s)")
_OWNED = re.compile(r"[A-Z][\w-]*['’]s?\s.*\s(?:in|of|for|on)\s")
_AUXILIARY = r"is|are|was|were|be|been|has|have|had|will|would|can|could|shall|should|may|might|must|did|does|do"
_COMMON_VERB = (
    r"said|says|told|rose|fell|grew|increased|decreased|declined|dropped|reached|stood|went|came|made|saw|got|led"
    r"|let|know|think|want"
)
_VERB = re.compile(rf"\b(?:{_AUXILIARY}|{_COMMON_VERB})\b")
_ADDED = re.compile(
    r"\s*(?:measured|expressed|converted|calculated|stated|given|PPP|in|as|at|excluding|including|except|without|adjusted|not)\b"
)
_VERB_ALONE = re.compile(r"[\s,]*(?:(?:is|are|was|were|has|have|had|been|stood|stands|remained|also|still|now)\s*)*")
_VERB_FIRST = re.compile(
    r"\s*(?:ranked|rose|fell|grew|increased|decreased|declined|dropped|reached|stood|went|amounted|totalled|totaled)\b"
)
_ADDED_AND_VERB = re.compile(
    r"\s*(?:measured|expressed|converted|calculated|adjusted|defined|excluding|including)\b[^,]*,\s"
)
_MOST, _FEW = 4, 3


def verb_in(text: str, span: Span) -> int:
    """Start of the first verb in a span; the span's end where it has none.

    >>> verb_in("Exports fell last year", Span(0, 22)), verb_in("Exports of goods", Span(0, 16))
    (8, 16)
    """
    found = _VERB.search(text, span.start, span.end)
    return span.end if found is None else found.start()


def subject_room(passage: SentenceReading, room: Span, verb: int, edge: int) -> Span:
    """Gives the stretch in which a claim's measure is said: its room, and what belongs to its subject before a pause.

    >>> from workbench.core.text import Sentence
    >>> said = "In 2013, sales in mining, trade and transport fell to 5 million."
    >>> passage = SentenceReading(said, Sentence(Span(0, len(said)), 0))
    >>> subject_room(passage, Span(25, len(said)), said.index("fell"), 0).cut(said)
    ' sales in mining, trade and transport fell to 5 million.'

    Args:
        passage: The sentence.
        room: Where the words may stand, as the clause has it.
        verb: Where the claim's own words begin.
        edge: Where the claim before it ends; what stands before that belongs to another.
    """
    for _ in range(_MOST):
        before = _stretch_before(passage, room, verb, edge)
        if before is None:
            return room
        room = Span(before.start, room.end)
    return room


def _stretch_before(passage: SentenceReading, room: Span, verb: int, edge: int) -> Span | None:
    """The stretch before a pause that the subject goes on from; None where another clause stands there."""
    at, text = _pause_before(passage, room), passage.text
    comma = text[at] == ","
    if not comma and not _RELATIVE.match(text, room.start):  # most clauses, at a glance
        return None
    before = _before(passage, room, at, edge)
    if before is None:
        return None
    rest = text[room.start : max(verb, room.start)]
    if _goes_on(before.cut(text), rest, comma=comma):
        return before
    if comma and len(before.cut(text).split()) <= _FEW:  # a list of three: "spending on roads, bridges, tunnels"
        first = _before(passage, before, _pause_before(passage, before), edge)
        if first is not None and _goes_on(text[first.start : before.end], rest, comma=True):
            return first
    return None


def _pause_before(passage: SentenceReading, room: Span) -> int:
    """Where the sign or the last letter before a stretch stands."""
    at = room.start - 1
    while at > passage.sentence.span.start and passage.text[at].isspace():
        at -= 1
    return at


def _before(passage: SentenceReading, room: Span, at: int, edge: int) -> Span | None:
    """The stretch that ends at a pause, brackets jumped; None at the head of the sentence or of another claim."""
    text, first = passage.text, passage.sentence.span.start
    if at <= max(first, edge):
        return None
    last = at - 1 if text[at] == "," else at
    if text[last] == ")":
        last = max(text.rfind("(", first, last) - 2, first)
    before = passage.clause(Span(last, last + 1))
    if before.end > room.start or before.start < max(edge, first) or before.start >= room.start:
        return None
    return before


def _goes_on(said: str, rest: str, *, comma: bool) -> bool:
    if not comma:
        return bool(_RELATIVE.match(rest)) and not _STARTS_LEADING.match(said)
    if _STARTS_LEADING.match(said) or _VERB.search(said):
        return False
    if (
        _VERB_ALONE.fullmatch(rest) or _VERB_FIRST.match(rest) or _ADDED_AND_VERB.match(rest)
    ):  # the verb follows the comma at once: what stands between commas is added to the subject
        return True
    if _OWNED.search(said) and len(rest.split()) <= _FEW:  # "Norway's spending on roads, bridges, tunnels fell"
        return True
    listed = _LIST.search(rest) is not None or _ADDED.match(rest) is not None
    return listed and (_HOLDS.search(said) is not None or _LIST.match(rest) is not None)
