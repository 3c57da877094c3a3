"""Find the speakers of a printed transcript by the names before its turns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from workbench.core.document import Speaker
from workbench.readers._speech_turns import opens_turn

_LABEL = re.compile(r"(?P<label>[^:(\n]{1,60}?)(?:\s?\([^()\n]{1,40}\))?:\s")
_TITLE = (
    r"the|mr|mrs|ms|miss|dr|prof|sen|gov|rep|gen|vice|acting|deputy|under|secretary|president|prime|minister|senator"
    r"|governor|general|chairman|speaker|chancellor|judge|sir|madam|ambassador|commissioner"
)
_TITLES = re.compile(rf"(?:(?:{_TITLE})\b\.?\s*)+", re.IGNORECASE)
_UNNAMED_SPEAKERS = (
    r"q|a|questions?|answers?|voices?|audience.*|moderators?|participants?|speakers?|panelists?|announcer|reporters?"
    r"|crosstalk|unidentified.*|unknown.*|note|source"
)
_NOBODY = re.compile(rf"(?:{_UNNAMED_SPEAKERS})\Z", re.IGNORECASE)
_LOOKED_AT = 6_000
_FEWEST, _MOST = 3, 20
"""Fewest turns of a transcript, and most speakers kept."""


def speakers_of_turns(text: str, named: Sequence[Speaker]) -> tuple[Speaker, ...]:
    r"""Return the speakers of a transcript, the one who says most first, then other people named with an office.

    For a text with turns of fewer than two people, only the others are returned.

    Args:
        text: The words.
        named: People whom the text names with an office.

    >>> speakers_of_turns("I'm Ana Horvat.\nHORVAT: It fell by two points.\nPERIĆ: No.\nHORVAT: Yes.", ())
    (Speaker(name='Ana Horvat', role='', organisation=''), Speaker(name='Perić', role='', organisation=''))
    """
    turns = list(_turns(text))
    said: Counter[str] = Counter()
    for label, length in turns:
        said[label] += length
    if len(said) < 2 or len(turns) < _FEWEST:
        return tuple(named)
    head = text[:_LOOKED_AT]
    found = [one for label, _ in said.most_common(_MOST) if (one := _speaker(label, named, head))]
    return tuple(_once((*found, *named)))


def _turns(text: str) -> Iterator[tuple[str, int]]:
    """Yield the name before each turn, and how much is said in it."""
    label, length = "", 0
    for line in text.split("\n"):
        if opens_turn(line) and (found := _LABEL.match(line)) and not _NOBODY.match(found["label"].strip()):
            if label:
                yield label, length
            label, length = found["label"].strip(), 0
        elif opens_turn(line) and label:  # a speaker without a known name
            yield label, length
            label = ""
        length += len(line)
    if label:
        yield label, length


def _speaker(label: str, named: Sequence[Speaker], head: str) -> Speaker | None:
    """Return the person of a label: one named with an office, else by the full name where the text introduces it."""
    bare = _TITLES.sub("", label, count=1).strip() if _TITLES.match(label) else label
    if not bare:
        office = re.sub(r"\Athe\s", "", label.casefold())
        return next((one for one in named if one.role.casefold() == office), None)
    last = bare.split()[-1].casefold()
    known = next((one for one in named if one.name.split()[-1].casefold() == last), None)
    return known or Speaker(_in_full(bare, head))


def _in_full(name: str, head: str) -> str:
    """Return a name as introduced ("I'm Lester Holt"); else as in the label, not all in capitals."""
    if " " in name:
        return name.title()
    found = re.search(rf"\b([^\W\d_a-z][^\W\d_A-Z]+(?:\s[^\W\d_a-z]\.)?\s(?i:{re.escape(name)}))\b", head)
    return found[1] if found and not _TITLES.fullmatch(found[1].split()[0]) else name.title()


def _once(speakers: Iterable[Speaker]) -> Iterator[Speaker]:
    """Yield each person once, under the first name, with an office that is mentioned later."""
    people: dict[str, Speaker] = {}
    for one in speakers:
        key = one.name.split()[-1].casefold()
        before = people.get(key)
        people[key] = one if before is None else replace(before, role=before.role or one.role)
    yield from people.values()
