"""When two phrases mean the same measure, so that what a reviewer said of one holds for the other.

The same words are the same whatever their endings and order; a thesaurus says which other words are. A phrase that says the other
one more fully ("crossings", "illegal border crossings") is near it, and so is one that is spelt or meant almost alike. Words
that differ on both sides name different things, however near they are in meaning: "male unemployment", "female unemployment".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from workbench.match.fit_statistic import reversed_in
from workbench.match.keys import STOP, is_frame, keys, words
from workbench.match.meaning import cosines, meanings
from workbench.match.query import Concept, concepts_of
from workbench.match.stems import stem

Stems = tuple[str, ...]

SAME, FRAMED, BARE, NEAR = 1.0, 0.75, 0.5, 0.49
"""How far a phrase holds for another: the same words; the same but for "rate" or "number of"; the same, and nothing but such words;
a phrase that is near, at most."""

_FULLER, MEANT = 0.5, 0.9
"""Cosines from which a fuller phrase is near a shorter one, and from which any phrase is near another."""

_SPELT, _BEGINNING = 88, 3
"""How alike two words are spelt that are one word, of 100, beginning with so many equal letters: "employed" is not "unemployed"."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase taken apart.

    Attributes:
        named: The things that it names: each as it was said, and with every way in which tables may say it.
        frames: The words in which statistics of anything are wrapped.
        words: Its words that name something, by their stems, as they are written.
    """

    named: tuple[tuple[Stems, frozenset[Stems]], ...]
    frames: frozenset[str]
    words: Mapping[str, str]


@lru_cache(maxsize=20_000)
def phrase_of(text: str) -> Phrase:
    """A phrase taken apart."""
    concepts = tuple(concepts_of(text))
    return Phrase(
        tuple((_whole(concept.said), _ways(concept)) for concept in concepts if not concept.frame),
        frozenset(key for key in keys(text) if is_frame(key)),
        {key: word for word in words(text) for key in keys(word) if not is_frame(key)},
    )


def _whole(text: str) -> Stems:
    """All words of a phrase: "without a job" is not "a job"."""
    return tuple(map(stem, words(text)))


def _ways(concept: Concept) -> frozenset[Stems]:
    written = concept.entry.written if concept.entry else ()
    return frozenset(map(_whole, (concept.said, *written)))


def likeness(said: str, other: str, near: float | None = None) -> float:
    """How far what was said of one phrase holds for another, 0 to 1; `near` is the cosine of both, where it is known.

    >>> likeness("illegal crossings", "crossing illegally"), likeness("the jobless", "unemployment rate")
    (1.0, 0.75)
    >>> likeness("male unemployment", "female unemployment"), likeness("above the line", "below the line")
    (0.0, 0.0)
    """
    if reversed_in(said, other):
        return 0.0
    one, two = phrase_of(said), phrase_of(other)
    if not (one.named and two.named):
        return _of_frames(one, two)
    mine, theirs = _more(one, two), _more(two, one)
    if not (mine or theirs):
        return SAME if one.frames == two.frames else FRAMED
    near = float(cosines(said, meanings().packed([other]))[0]) if near is None else near
    least = MEANT if mine and theirs else _FULLER
    return round(NEAR * min(1.0, near), 4) if near >= least else 0.0


def _of_frames(one: Phrase, two: Phrase) -> float:
    """Phrases that name nothing ("growth", "the number") hold for the very same words alone, and by half."""
    return BARE if not (one.named or two.named) and one.frames and one.frames == two.frames else 0.0


def _more(one: Phrase, two: Phrase) -> bool:
    """Whether a phrase names something that the other does not."""
    by_concepts = all(any(a in others or b in ways for b, others in two.named) for a, ways in one.named)
    return not by_concepts and not all(key in two.words or _spelt_as(word, two) for key, word in one.words.items())


def _spelt_as(word: str, phrase: Phrase) -> bool:
    """Whether a phrase has the word in another spelling, or with a slip of the pen."""
    return len(word) > _BEGINNING and any(
        other[:_BEGINNING] == word[:_BEGINNING] and fuzz.ratio(word, other) >= _SPELT
        for other in phrase.words.values()
        if not other[0].isdigit()
    )


def roots(text: str) -> frozenset[str]:
    """The beginnings of the words of a phrase, in every way to say it: phrases without one in common share no word."""
    phrase = phrase_of(text)
    stems = {key for _, ways in phrase.named for way in ways for key in way if key not in STOP} | set(phrase.words)
    return frozenset(key[:_BEGINNING] for key in stems or phrase.frames)
