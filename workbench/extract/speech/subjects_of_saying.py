"""The words that name a speaker, found beside the verb of saying.

No parser is used: the subject of "said" is nearly always the short run of words between the last pause and the verb,
or, in inverted order, between the verb and the next pause.
"""

from __future__ import annotations

import re

from workbench.core.document import Span
from workbench.extract.speech.reporting_cues import BASES, NOUNLIKE
from workbench.extract.words.structure_words import words

_HELPER = (
    "also|has|have|had|later|then|further|again|recently|repeatedly|once|even|just|still|now|previously|simply"
    "|first|would|did|could|will|often|never|always|both|all|themselves|himself|herself|have been|[a-z]+ly"
)
_HELPERS = re.compile(rf"(?:\s|\A)(?:(?:{_HELPER})\s*)+\Z")
_LAST_HELPER = re.compile(rf"(?:{_HELPER}|been)+\Z")
"""The last helper, tried first: most subjects stand right before their verb."""
_REFUSED_BEFORE = re.compile(
    r"\b(?:to|be|been|being|is|are|was|were|not|n['’]t|can|should|must|may|might|as|if|what|let|than)\s*\Z",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s\([^()]{1,40}\)\Z")
_BEING = re.compile(
    r"(?:\b(?:is|are|was|were|am|been)|['’](?:s|re|m))(?:\s(?:also|now|once again|again|still|already|even|[a-z]+ly))*\s*\Z"
)
_QUOTED = re.compile(r"\b(?:quoted|cited|reported|heard|recorded)\s(?:as\s)?\Z")
_PAUSE = re.compile(r"[,;:()“”\"\x01—–]|''|\s--?\s")
_CONJUNCTION = (
    r"but|and|so|yet|while|as|when|because|although|though|since|if|however|meanwhile|instead|still"
    r"|then|once|after|before|that|where|whereas"
)
_LEADING = re.compile(rf"(?:(?:{_CONJUNCTION})\b,?\s+)+", re.IGNORECASE)
_NOBODY = words("reporting_cues", "nobody")
_NO_LAST = words("reporting_cues", "never_last")
_PERSON = frozenset({"i", "we", "you"})
_PRONOUN = r"\b(?:[Hh]e|[Ss]he|[Tt]hey)"
_DETERMINER = r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ur|[Ss]ome|[Mm]any|[Ss]everal)\s"
_NOUN_PHRASE = rf"(?:{_DETERMINER})(?:[\w'’.&-]+\s){{0,4}}?[\w'’.&-]+"
_PARTICLES = r"(?:(?:of|for|the|and|de|van|von|al)\s+(?=[A-Z]))*"
_PROPER_NAME = rf"(?:\b[A-ZÀ-ÞĀ-Ž][\w'’.&-]*\s+{_PARTICLES})*[A-ZÀ-ÞĀ-Ž][\w'’.&-]*"
_TAIL = re.compile(rf"(?:{_PRONOUN}|{_NOUN_PHRASE}|{_PROPER_NAME})\Z")
_BEHIND_HEAD = re.compile(r"(?<=\w)\s(?:of|at|in|from|for|on|with)\s")
"""Where words begin that tell more of the head of a subject: "campaigners | at the harbour"."""
_PREPOSITION = re.compile(
    r"(?:in|on|at|by|for|from|with|during|under|to|of|about|speaking|asked|earlier|last|this)\b", re.IGNORECASE
)
_NO_NAME_STARTS = (
    r"(?:in|on|at|during|as|after|before|when|while|to|with|by|from|because|and|but"
    r"|yesterday|today|adding|[A-Z][a-z]+day)"
)
_NAME_ENDS_BEFORE = (
    r"(?:in|on|at|during|as|after|before|when|while|who|that|about|to|with|by|from|adding|earlier|yesterday|today"
    r"|last|this|and|but|because|is|are|was|were|has|have|had|will|would)\b|[A-Z][a-z]+day"
)
_DETERMINER_OR_TITLE = (
    r"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne|[Ss]ome|[Aa]nother|[Mm]r|[Mm]s|[Mm]rs|[Dd]r)\b\.?\s)?"
)
_NAME_WORD = r"[\w'’.&/-]+"
_AFTER = re.compile(
    rf"\s+(?!{_NO_NAME_STARTS}\b)"
    rf"(?P<name>{_DETERMINER_OR_TITLE}{_NAME_WORD}(?:\s(?!{_NAME_ENDS_BEFORE}\b){_NAME_WORD}){{0,9}})"
)
_COUNTED = re.compile(r"[Aa]bout\s(?:\d|half|one|two|three|four|five|six|seven|eight|nine|a\s)")
_MANY = frozenset(
    {
        "they",
        "who",
        "people",
        "men",
        "women",
        "police",
        "most",
        "many",
        "some",
        "others",
        "both",
        "few",
        "majority",
        "percent",
        "%",
        "i",
        "we",
        "you",
        "all",
    }
)
_ONE = frozenset({"he", "she", "it", "who", "one"})
_THE = frozenset({"the", "a", "an", "his", "her", "their", "its"})
_NAMED_OWNER = r"(?:[A-ZÀ-ÞĀ-Ž][\w.-]*\s(?:of\s)?){0,4}[A-ZÀ-ÞĀ-Ž][\w.-]*['’]s?"
_NOUN_OWNER = r"(?:[Tt]he\s)?[a-z]+['’]s?"
_OWNER = re.compile(rf"\b(?P<who>{_NAMED_OWNER}|{_NOUN_OWNER}|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s(?:[\w-]+\s){{0,2}}\Z")
_FARTHEST, _MOST_WORDS = 260, 10
_LONGEST_REFUSED = 8
"""Length of the longest words of `_REFUSED_BEFORE`, with the character before it."""
_MOST_ADDED, _LONGEST_ADDED = 3, 24


def subject_before(masked: str, start: int, verb: int) -> Span | None:
    """Find the subject before a verb; None where no person or body that can speak stands there.

    >>> said = "Finance Minister Fatmir Besimi has said that it will."
    >>> subject_before(said, 0, said.index("said")).cut(said), subject_before("as said before", 0, 3)
    ('Finance Minister Fatmir Besimi', None)
    """
    left = masked[max(start, verb - _FARTHEST) : verb].rstrip()
    base = max(start, verb - _FARTHEST)
    if _REFUSED_BEFORE.search(left, max(0, len(left) - _LONGEST_REFUSED)):
        return None
    if _LAST_HELPER.match(left, len(left) - len((left.split() or [""])[-1])):
        left = _HELPERS.sub("", left).rstrip()
    if not left or _REFUSED_BEFORE.search(left, max(0, len(left) - _LONGEST_REFUSED)):
        return None
    bracket = _BRACKET.search(left)
    if bracket is not None:
        inner = _from_pauses(left[: bracket.start()], base)
        return inner and Span(inner.start, base + len(left))
    return _from_pauses(left, base)


def _from_pauses(left: str, base: int) -> Span | None:
    pauses = [found.end() for found in _PAUSE.finditer(left)]
    if pauses and pauses[-1] == len(left):
        return _with_apposition(left, base, pauses)
    return _chunk(left, base, pauses[-1] if pauses else 0)


def subject_of_progress(masked: str, start: int, participle: int) -> Span | None:
    """Find the subject of "is warning" or "was saying"; None where no form of "to be" stands before the participle.

    >>> said = "The bank is warning that prices rise."
    >>> subject_of_progress(said, 0, said.index("warning")).cut(said), subject_of_progress("a warning that", 0, 2)
    ('The bank', None)
    >>> said = "Jane Roe was quoted as saying that prices rise."
    >>> subject_of_progress(said, 0, said.index("saying")).cut(said)
    'Jane Roe'
    """
    base = max(start, participle - _FARTHEST)
    quoted = _QUOTED.search(masked, base, participle)  # "was quoted as saying"
    being = _BEING.search(masked, base, participle if quoted is None else quoted.start())
    return None if being is None else subject_before(masked, start, being.start())


def _chunk(left: str, base: int, start: int) -> Span | None:
    start += len(left[start:]) - len(left[start:].lstrip())
    leading = _LEADING.match(left, start)
    if leading is not None:
        start = leading.end()
    said = left[start:].split()
    if not said:
        return None
    counted = _COUNTED.match(left, start)
    if len(said) > _MOST_WORDS or (_PREPOSITION.match(left, start) and counted is None):
        tail = _TAIL.search(left, max(start, len(left) - 90))
        if tail is None:
            return None
        start = tail.start()
        said = left[start:].split()
    if said[-1].casefold() in _NOBODY or said[-1] in _NO_LAST or said[0].casefold() in _PERSON or start >= len(left):
        return None
    return Span(base + start, base + len(left))


def _with_apposition(left: str, base: int, pauses: list[int]) -> Span | None:
    """Extend a subject to a name with its apposition: "Jane Roe, 56, the minister, said"."""
    cuts = [0, *pauses]
    for last in range(len(cuts) - 2, max(0, len(cuts) - 2 - _MOST_ADDED), -1):
        added = left[cuts[last] : cuts[last + 1] - 1].split()
        if left[cuts[last + 1] - 1] != "," or left[cuts[last] - 1] != "," or not added or len(added) > _LONGEST_ADDED:
            return None
        if added[0][0].isupper() and added[0] != "The":
            return None
        head = _chunk(left[: cuts[last] - 1], base, cuts[last - 1])
        if head is not None and any(word[0].isupper() for word in left[head.start - base :].split()[:3]):
            return Span(head.start, base + len(left) - 1)
    return None


def subject_after(masked: str, verb: int, end: int) -> Span | None:
    """Find the subject behind its verb ("said Minister Spasovski"); None where none follows.

    >>> said = "said Minister Spasovski on Friday"
    >>> subject_after(said, 4, len(said)).cut(said), subject_after("said on Friday", 4, 14)
    ('Minister Spasovski', None)
    """
    found = _AFTER.match(masked, verb, min(end, verb + 120))
    if found is None:
        return None
    name = found["name"].rstrip(".,")
    if not name or name.casefold() in _NOBODY:
        return None
    return Span(found.start("name"), found.start("name") + len(name))


def owner_before(masked: str, start: int, noun: int) -> Span | None:
    """Find the owner named before a noun: "Trump's claim", "her belief".

    >>> said = "the minister's claim"
    >>> owner_before(said, 0, said.index("claim")).cut(said), owner_before("one claim", 0, 4)
    ("the minister's", None)
    """
    found = _OWNER.search(masked, max(start, noun - 80), noun)
    return found and Span(found.start("who"), found.end("who"))


def agree(verb: str, subject: str) -> bool:
    """Check whether a subject and a verb agree; if not, the verb is a noun ("swing states", "a call").

    >>> agree("call", "the ministers"), agree("call", "a phone"), agree("states", "swing"), agree("states", "she")
    (True, False, False, True)
    >>> agree("complain", "farmers in the valley"), agree("reports", "the chamber of farmers")
    (True, True)
    """
    behind = _BEHIND_HEAD.search(subject)
    return _agrees(verb, subject) or (behind is not None and _agrees(verb, subject[: behind.start()]))


def _agrees(verb: str, subject: str) -> bool:
    said, form = subject.split(), verb.casefold()
    last = said[-1].casefold()
    many = last in _MANY or " and " in subject or (last.endswith("s") and not last.endswith(("ss", "'s", "’s", "us")))
    if form in BASES:
        return many
    if form not in NOUNLIKE or last in _ONE:
        return True
    named = said[-1][:1].isupper() and said[0].casefold() != "the"
    return named or (not many and said[0].casefold() in _THE)
