"""Finds what stands in a text and tells nothing: a dateline, an occasion, a mark of a caption, a hesitation.

A passage means the same without them. The readers of figures, of measures and of the words beside a figure need not know them
then, in any language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import itemgetter

from workbench.extract.phrases.forms_of_address import find_addressed
from workbench.extract.phrases.headline_indicators import is_headline
from workbench.extract.place.datelines import dateline_of
from workbench.extract.retelling.occasions import occasions
from workbench.extract.retelling.retold_text import Passage, Piece
from workbench.extract.words.word_patterns import prefiltered

_MARK = re.compile(r"(?:\A|(?<=[.!?…\n]\s)|(?<=\n))\[(?P<inside>[^\W\d_]+(?:\s[^\W\d_]+)?)\]\s+(?=[^\W_a-zà-ÿа-я]|\d)")
"""A mark of a caption before a sentence: "[Applause] We …". In "[inflation] fell", brackets hold a word of the sentence."""

_SOUND = r"(?:(?P<drawn>[aeouäöüаеоуэ])(?P=drawn)+[hmrхмр]*|[aeouäöüаеуэ][hх]+[mм]*|[hх]+[mм]+|[mм]{2,}|[äöüэ][mм]+|[ae]hm+|u[hm]*m+)"
"""What somebody says who says nothing yet: a vowel that is drawn out, or one with h and m."""

_HESITATES = re.compile(
    rf"(?:(?<![^\W\d_])(?P<before>[^\W\d_]{{1,40}}))?(?P<pause>\s?[,–—…]|\.\.\.)\s(?P<sound>{_SOUND})(?:\s?[,–—…]|\.\.\.)(?=\s)",
    re.IGNORECASE,
)
_MAY_HESITATE = re.compile(rf"(?:\A|[.,!?–—…\n]\s){_SOUND}(?:\s?[,–—…]|\.\.\.)\s", re.IGNORECASE)
"""A sound between pauses: told faster than with the word before it, and most texts have none."""
_WORD_BEFORE = re.compile(r"(?<![^\W\d_])(?P<before>[^\W\d_]{1,40})(?P<pause>\s?[,–—…]|\.\.\.)\s\Z")
_PAUSE_BEHIND = re.compile(r"\s?[,–—…](?=\s)|\.\.\.(?=\s)")
"""Around words of somebody who looks for others: "the rate was | , let me think, | 5 percent"."""
_FAR = 48
_TO_THAT = 48
"""Most characters from somebody who is spoken to up to the "that" of a statement."""
_SENTENCE_END = re.compile(r"[.!?…;:\n]")

_BEGINS = re.compile(rf"(?:\A|(?<=[.!?…\n]\s)){_SOUND}(?:\s?[,–—…]|\.\.\.)\s", re.IGNORECASE)
_LEADS_ON = 4
"""Most letters of a word that leads on to the next, so that no comma is left behind it: "bei, äh, 5" is "bei 5"."""

_TURN = re.compile(r"(?<=[.!?…])(?P<dash>\s[–—-]\s)(?=[^\W\d_a-zà-ÿа-я][\w.'’-]*(?:\s[^\W\d_][\w.'’-]*){0,3}:\s)")
"""The dash before the next speaker, in a talk that is written on one line: "How many? – Minister: 48.\""""


def unspoken(text: str, language: str, place: str | None) -> Iterator[Passage]:
    """Find what tells nothing, in order and apart, each with what a passage without it has in its place.

    >>> said = "BERLIN – The rate was, uh, 5 percent."
    >>> [said[start:end] for start, end, _ in unspoken(said, "en", "DEU")]
    ['BERLIN – ', ', uh,']

    Args:
        text: The words.
        language: One with a word file, or ``und``.
        place: What "our country" means; a dateline of another one is left to the readers of places.
    """
    at = 0
    for start, end, told in sorted(_found(text, language, place), key=itemgetter(0, 1)):
        if start >= at:
            at = end
            yield start, end, told


def _found(text: str, language: str, place: str | None) -> Iterator[Passage]:
    line = dateline_of(text, language)
    if line is not None and line.country == place:
        yield line.span.start, line.span.end, ()
    for mark in _MARK.finditer(text) if "[" in text else ():
        if not is_headline(mark["inside"], language):
            yield mark.start(), mark.end(), ()
    hesitates = _MAY_HESITATE.search(text) is not None
    for sound in _HESITATES.finditer(text) if hesitates else ():
        yield sound.start("pause"), sound.end(), _kept(sound["before"] or "", sound.start("pause"))
    yield from _searches(text, language)
    yield from ((start, end, ()) for start, end in occasions(text, language))
    if text.count(",") > 1:
        yield from _addresses(text, language)
    yield from ((*each.span(), ()) for each in _BEGINS.finditer(text) if hesitates)
    yield from ((*turn.span("dash"), (Piece("\n", turn.start("dash")),)) for turn in _TURN.finditer(text))


def _kept(before: str, pause: int) -> tuple[Piece, ...]:
    """Tell what stays of a pause behind a word: nothing where the word leads on to the next."""
    return () if before.islower() and len(before) <= _LEADS_ON else (Piece(",", pause),)


def _searches(text: str, language: str) -> Iterator[Passage]:
    """Find the words with which somebody looks for others, between two pauses; the word before them may be said again behind them."""
    pattern = prefiltered("retelling", "looking_for_words", language)
    for found in pattern.finditer(text) if pattern is not None else ():
        before = _WORD_BEFORE.search(text, max(0, found.start() - _FAR), found.start())
        behind = _PAUSE_BEHIND.match(text, found.end())
        if before is None or behind is None:
            continue
        again = f" {before['before']} "
        repeats = text.startswith(again, behind.end())
        kept = () if repeats else _kept(before["before"], before.start("pause"))
        yield before.start("pause"), behind.end() + (len(again) - 1 if repeats else 0), kept


def _addresses(text: str, language: str) -> Iterator[Passage]:
    """Find who is spoken to between a verb and its "that": "It is not true | , Minister, | that", "Es stimmt, Herr Minister, gar nicht, dass"."""
    that = prefiltered("assertions", "that", language)
    ends = [found.start() for found in that.finditer(text)] if that is not None else []
    for spoken_to in find_addressed(text, language) if ends else ():
        start, behind = text.rfind(",", 0, spoken_to.start), text.find(",", spoken_to.end)
        led = start >= 0 and not text[start + 1 : spoken_to.start].strip() and behind == spoken_to.end
        that_at = next((at for at in ends if at > behind), None) if led else None
        if that_at is not None and that_at - behind <= _TO_THAT and not _SENTENCE_END.search(text, behind, that_at):
            yield start, behind, ()
