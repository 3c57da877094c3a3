"""Read the utterances of minutes in TEI, segment by segment, without the clerks' notes between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from workbench.core.document import Speaker
from workbench.core.text_cleaning import clean_text
from workbench.readers._quoted_speakers import office_in
from workbench.readers._speech_turns import SpokenPiece
from workbench.readers._tei_header import local, words_of

_NOT_SAID = frozenset(
    {"note", "gap", "incident", "kinesic", "vocal", "desc", "linkGrp", "teiHeader", "pb", "head", "del"}
)
_AS_MEANT = ("corr", "reg", "abbr")
"""Elements preferred in an editor's choice: the correction, the regular form, the abbreviation."""

_SEPARATE = frozenset({"seg", "p", "u"})
_TOKENS = frozenset({"w", "pc"})
_CAMEL = re.compile(r"(?<=[a-zà-þа-я])(?=[A-ZÀ-ÞА-Я])")
_INTRODUCES = re.compile(r"(?P<name>[^\W\d_][\w.'’ -]{1,80}?)(?:\s*[,(\[](?P<rest>.*))?\s*:?\s*\Z", re.DOTALL)


def utterances(root: Any, people: Mapping[str, Speaker]) -> Iterator[SpokenPiece]:
    """Yield what is said, one piece per segment; an unlisted person is named by the clerk's note, else by the key."""
    introduced = ""
    for element in root.iter():
        if local(element) == "note" and element.get("type") == "speaker":
            introduced = words_of(element)
        if local(element) == "u":
            speaker = _speaker(element.get("who") or "", people, introduced)
            introduced = ""
            for words in _segments(element):
                yield SpokenPiece(words, speaker, begins_new=True)


def _speaker(who: str, people: Mapping[str, Speaker], introduced: str) -> Speaker | None:
    key = who.split(maxsplit=1)[0].rpartition("#")[2] if who.split() else ""
    if key in people:
        return people[key]
    noted = _INTRODUCES.match(introduced)
    names = [noted["name"].strip() if noted else "", _from_key(key)]
    whole = (name for name in names if " " in name)  # "Chair:" says less than a key with a name
    name = next(whole, names[0] or names[1])
    role = office_in(noted["rest"] or "") if noted and name == noted["name"].strip() else ""
    return Speaker(name, role) if name else None


def _from_key(key: str) -> str:
    """Return a name from a key such as ``AnaHorvat`` or ``Ana_Horvat``."""
    return " ".join(clean_text(re.sub(r"[_:.]", " ", _CAMEL.sub(" ", key))).text.split())


def _segments(utterance: Any) -> Iterator[str]:
    """Yield the parts of an utterance that are separate paragraphs."""
    words: list[str] = []
    tokens = any(local(element) in _TOKENS for element in utterance.iter())
    for piece in _said(utterance, tokens=tokens, top=True):
        if piece is None:
            yield from _whole(words)
            words = []
        else:
            words.append(piece)
    yield from _whole(words)


def _whole(words: list[str]) -> Iterator[str]:
    line = " ".join(clean_text("".join(words)).text.split())
    if line:
        yield line


def _said(element: Any, *, tokens: bool, top: bool = False) -> Iterator[str | None]:
    """Yield the words of an element, and None at the end of a paragraph.

    In annotated minutes, white space between tokens is only layout: a token has an attribute for a following space.
    """
    name = local(element)
    if not name or name in _NOT_SAID:
        return
    if name == "choice":
        for chosen in _chosen(element):
            yield from _said(chosen, tokens=tokens, top=True)
        return
    if name in _TOKENS:
        joined = element.get("join") in {"right", "both"}
        yield " ".join("".join(element.itertext()).split()) + ("" if joined else " ")
        return
    begins_new = name in _SEPARATE and not top
    if begins_new:
        yield None
    yield _between(element.text, tokens=tokens)
    for child in element:
        yield from _said(child, tokens=tokens)
        yield _between(child.tail, tokens=tokens)
    if begins_new:
        yield None


def _chosen(choice: Any) -> list[Any]:
    """Return the preferred one of several readings of the same words, else the first; None without any."""
    readings = sorted((child for child in choice if local(child)), key=lambda child: local(child) not in _AS_MEANT)
    return readings[:1]


def _between(text: str | None, *, tokens: bool) -> str:
    return "" if not text or (tokens and text.isspace()) else text
