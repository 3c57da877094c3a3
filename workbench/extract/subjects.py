"""The words that name a speaker, found beside the verb of saying.

Why this file exists: without a parser, the subject of "said" is still nearly always the short run of words between the
last pause and the verb, or, turned round, between the verb and the next pause.
"""

from __future__ import annotations

import re

from workbench.core.text import Span

_HELPERS = re.compile(
    r"(?:\s|\A)(?:(?:also|has|have|had|later|then|further|again|recently|repeatedly|once|even|just|still|now|previously|simply"
    r"|first|would|did|could|will|often|never|always|both|all|themselves|himself|herself|have been|[a-z]+ly)\s*)+\Z"
)
_REFUSED_BEFORE = re.compile(
    r"\b(?:to|be|been|being|is|are|was|were|not|n['’]t|can|should|must|may|might|as|if|what|let|than|it)\s*\Z",
    re.IGNORECASE,
)
_PAUSE = re.compile(r"[,;:()“”\"\x01—–]|\s--?\s")
_LEADING = re.compile(
    r"(?:(?:but|and|so|yet|while|as|when|because|although|though|since|if|however|meanwhile|instead|still|then|once|after|before|that|where|whereas)\b,?\s+)+",
    re.IGNORECASE,
)
_NOBODY = frozenset(
    [
        "i",
        "we",
        "you",
        "it",
        "that",
        "which",
        "what",
        "this",
        "these",
        "those",
        "there",
        "one",
        "nothing",
        "nobody",
        "let",
        "who",
        "whom",
        "things",
    ]
)
_PERSON = frozenset({"i", "we", "you"})
_TAIL = re.compile(
    r"(?:\b(?:[Hh]e|[Ss]he|[Tt]hey)"
    r"|(?:\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ur|[Ss]ome|[Mm]any|[Ss]everal)\s)(?:[\w'’.&-]+\s){0,4}?[\w'’.&-]+"
    r"|(?:\b[A-ZÀ-ÞĀ-Ž][\w'’.&-]*\s+(?:(?:of|for|the|and|de|van|von|al)\s+(?=[A-Z]))*)*[A-ZÀ-ÞĀ-Ž][\w'’.&-]*)\Z"
)
_PREPOSITION = re.compile(
    r"(?:in|on|at|by|for|from|with|during|under|to|of|about|speaking|asked|earlier|last|this)\b", re.IGNORECASE
)
_AFTER = re.compile(
    r"\s+(?P<name>(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne|[Ss]ome|[Aa]nother|[Mm]r|[Mm]s|[Mm]rs|[Dd]r)\b\.?\s)?[\w'’.&/-]+(?:\s(?!(?:in|on|at|during|as|after|before|when|while|who|that|about|to|with|by|from|adding|earlier|yesterday|today|last|this|and|but|because|is|are|was|were|has|have|had|will|would)\b|[A-Z][a-z]+day\b)[\w'’.&/-]+){0,9})"
)
_FARTHEST, _MOST_WORDS = 220, 10


def subject_before(masked: str, start: int, verb: int) -> Span | None:
    """Gives the subject that stands before a verb; None where there is none that can speak."""
    left = masked[max(start, verb - _FARTHEST) : verb].rstrip()
    base = max(start, verb - _FARTHEST)
    if _REFUSED_BEFORE.search(left):
        return None
    left = _HELPERS.sub("", left).rstrip()
    if not left or _REFUSED_BEFORE.search(left):
        return None
    pauses = [found.end() for found in _PAUSE.finditer(left)]
    if pauses and pauses[-1] == len(left):
        return _with_apposition(left, base, pauses)
    return _chunk(left, base, pauses[-1] if pauses else 0)


def _chunk(left: str, base: int, start: int) -> Span | None:
    start += len(left[start:]) - len(left[start:].lstrip())
    leading = _LEADING.match(left, start)
    if leading is not None:
        start = leading.end()
    words = left[start:].split()
    if not words:
        return None
    if len(words) > _MOST_WORDS or _PREPOSITION.match(left, start):
        tail = _TAIL.search(left, max(start, len(left) - 90))
        if tail is None:
            return None
        start = tail.start()
        words = left[start:].split()
    if words[-1].casefold() in _NOBODY or words[0].casefold() in _PERSON or start >= len(left):
        return None
    return Span(base + start, base + len(left))


def _with_apposition(left: str, base: int, pauses: list[int]) -> Span | None:
    """The name with what is added to it: "Jane Roe, the minister, said"."""
    if left[-1] != "," or len(pauses) < 2:  # noqa: PLR2004
        return None
    added = left[pauses[-2] : pauses[-1] - 1].split()
    if left[pauses[-2] - 1] != "," or not 1 <= len(added) <= 14 or (added[0][0].isupper() and added[0] != "The"):  # noqa: PLR2004
        return None
    start = pauses[-3] if len(pauses) > 2 else 0  # noqa: PLR2004
    head = _chunk(left[: pauses[-2] - 1], base, start)
    if head is None or not any(word[0].isupper() for word in left[head.start - base :].split()[:3]):
        return None
    return Span(head.start, base + len(left) - 1)


def subject_after(masked: str, verb: int, end: int) -> Span | None:
    """Gives the subject of a verb turned round ("said Minister Spasovski"); None where none follows."""
    found = _AFTER.match(masked, verb, min(end, verb + 120))
    if found is None:
        return None
    name = found["name"].rstrip(".,")
    if not name or name.casefold() in _NOBODY:
        return None
    return Span(found.start("name"), found.start("name") + len(name))
