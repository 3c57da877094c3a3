"""Finds what stands in a text and tells nothing: a dateline, a mark of a caption, a hesitation.

A passage means the same without them. The readers of figures, of measures and of the words beside a figure need not know them
then, in any language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import itemgetter

from workbench.extract.phrases.headline_indicators import is_headline
from workbench.extract.place.datelines import dateline_of
from workbench.extract.retelling.retold_text import Passage, Piece

_MARK = re.compile(r"(?:\A|(?<=[.!?…\n]\s)|(?<=\n))\[(?P<inside>[^\W\d_]+(?:\s[^\W\d_]+)?)\]\s+(?=[^\W_a-zà-ÿа-я]|\d)")
"""A mark of a caption before a sentence: "[Applause] We …". In "[inflation] fell", brackets hold a word of the sentence."""

_SOUND = r"(?:(?P<drawn>[aeouäöüаеоуэ])(?P=drawn)+[hmrхмр]*|[aeouäöüаеуэ][hх]+[mм]*|[hх]+[mм]+|[mм]{2,}|[äöüэ][mм]+|[ae]hm+|u[hm]*m+)"
"""What somebody says who says nothing yet: a vowel that is drawn out, or one with h and m."""

_HESITATES = re.compile(
    rf"(?:(?<![^\W\d_])(?P<before>[^\W\d_]{{1,40}}))?(?P<pause>\s?[,–—…]|\.\.\.)\s(?P<sound>{_SOUND})(?:\s?[,–—…]|\.\.\.)(?=\s)",
    re.IGNORECASE,
)
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
    for sound in _HESITATES.finditer(text):
        pause, leads = sound.span("pause"), sound["before"] or ""
        kept = () if leads.islower() and len(leads) <= _LEADS_ON else (Piece(",", pause[0]),)
        yield pause[0], sound.end(), kept
    yield from ((*each.span(), ()) for each in _BEGINS.finditer(text))
    yield from ((*turn.span("dash"), (Piece("\n", turn.start("dash")),)) for turn in _TURN.finditer(text))
