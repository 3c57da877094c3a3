"""Turns of a transcript and headlines of the form "Name: what she says".

In a transcript the name stands once, and all text up to the next name is that person's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.core.document import Attribution, How, Span
from workbench.core.place import country_of_part, find_place
from workbench.extract.speech.speaker_resolution import People, resolve

_CAPITALS = r"(?:[A-ZÀ-ÞЀ-Я][A-ZÀ-ÞЀ-Я.'’-]+\s?){1,5}"
_NAME = r"(?:(?:The\s)?[A-ZÀ-ÞЀ-Я][\w.'’-]*\s?){1,6}?"
_IN_BRACKETS = r"(?:\s?[(\[][^)\]\n]{1,60}[)\]])?"
_OUTLET = r",\s(?:The\s)?[A-Z][\w.'’&-]*(?:\s[A-Z][\w.'’&-]*){0,4}:(?=\s+[“\"„«])"
_TURN = re.compile(
    rf"^[ \t]*[\"“]?(?P<name>{_CAPITALS}|{_NAME}){_IN_BRACKETS}(?::|{_OUTLET})\s+(?=\S)",
    re.MULTILINE,
)
_OPENERS = frozenset(
    ["in", "on", "at", "for", "to", "by", "all", "as", "from", "with", "after", "before", "details", "key", "im", "am", "zum",
     "zur", "auf", "bei", "nach", "und", "also", "kurz", "во", "на", "за", "по", "накратко"]
)  # fmt: skip
_NOT_A_NAME = frozenset(
    [
        "note",
        "source",
        "photo",
        "image",
        "video",
        "watch",
        "read",
        "update",
        "correction",
        "date",
        "place",
        "total",
        "participants",
        "speakers",
        "moderators",
    ]
)


def _may_speak(name: str) -> bool:
    """Check whether words before a colon may name a speaker: no place and no phrase ("In short:", "Details of …:")."""
    first = name.partition(" ")[0].casefold()
    if name.casefold() in _NOT_A_NAME or first in _OPENERS:
        return False
    return find_place(name) is None and country_of_part(name) is None


def find_turns(text: str, people: People) -> Iterator[Attribution]:
    r"""Yield the turns of a transcript, or the one line of a headline that names its speaker.

    >>> said = "MR BESIMI: Wages rose.\nMS RADEVA: Prices too.\nNote: as heard."
    >>> [(turn.speaker.name, turn.content[0].cut(said)) for turn in find_turns(said, People())]
    [('Mr Besimi', 'Wages rose.'), ('Ms Radeva', 'Prices too.\nNote: as heard.')]
    """
    if ":" not in text:
        return
    heads = [head for head in _TURN.finditer(text) if _may_speak(head["name"].strip())]
    transcript = len({head["name"].strip() for head in heads}) > 1
    for index, head in enumerate(heads):
        until = heads[index + 1].start() if index + 1 < len(heads) else len(text)
        if not transcript:
            newline = text.find("\n", head.end())
            until = newline if newline >= 0 else len(text)
        words = text[head.end() : until].rstrip()
        if words:
            name = head["name"].rstrip()
            source = Span(head.start("name"), head.start("name") + len(name))
            speaker = resolve(name.title() if name.isupper() else name, people)
            yield Attribution((Span(head.end(), head.end() + len(words)),), speaker, source, None, How.TURN)
