"""Equivalence of phrases: where two mean the same measure, a choice for one holds for the other.

Words are compared without endings and order, and by their thesaurus entries. A phrase that is a fuller form of another
("crossings", "illegal border crossings") is similar to it, and so is one with nearly the same spelling or meaning. Where both phrases
have words that the other lacks, they mean different things, however near in meaning: "male unemployment", "female unemployment".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from workbench.match.fit.fit_statistic import reversed_in
from workbench.match.words.concepts import Concept, concepts_of, is_year
from workbench.match.words.english_stems import stem
from workbench.match.words.normalisation import is_frame, keys, words
from workbench.match.words.stop_words import STOP
from workbench.match.words.word_vectors import cosines, meanings

Stems = tuple[str, ...]

SAME, FRAMED, ONE_WAY, NEAR = 1.0, 0.75, 0.5, 0.49
"""How far a choice for one phrase holds for another: the same words; the same except for "number of" or "rate"; the same only by the
thesaurus entry of one of them, or consisting only of frame words; the maximum for a similar phrase."""

_FULLER, MEANT = 0.5, 0.9
"""Minimum cosines: of a longer phrase that is near a shorter one, and of any two near phrases."""

_SPELT, _BEGINNING = 88, 3
"""Minimum similarity of spelling (of 100), and number of equal first letters, for two spellings of one word: "employed" is not
"unemployed"."""


_GRAMMAR = frozenset(
    """
    a an and are as at be been being by for from had has have he her his how in into is it its many much of on or our s she that the their
    them there these they this those to was we were which who whom whose with you your
    """.split()  # noqa: SIM905  (a page of words reads better than a page of quoted words)
)
"""Function words, which do not change the measure."""

_IDLE = frozenset(
    stem(word)
    for word in """
    amount count figure level number official overall people person persons quantity rate reported size total
    """.split()  # noqa: SIM905  (likewise)
)
"""Stems of words about the form of a figure, which do not change the measure. Others, such as "growth" and "monthly", do."""


@dataclass(frozen=True, slots=True)
class RememberedPhrase:
    """A phrase split into kinds of words.

    Attributes:
        named: The things that it names: each as it was said, and with all its synonyms in tables.
        words: Its words that name something, as written, by their stems.
        content_stems: Its other words that change what is measured: "monthly", "increase", "only", an age.
        idle: Its words that do not: "number", "rate".
    """

    named: tuple[tuple[Stems, frozenset[Stems]], ...]
    words: Mapping[str, str]
    content_stems: frozenset[str]
    idle: frozenset[str]


@lru_cache(maxsize=20_000)
def phrase_of(text: str) -> RememberedPhrase:
    """Split a phrase into its kinds of words."""
    concepts = tuple(concept for concept in concepts_of(text) if not concept.frame)
    naming = {key: word for word in words(text) for key in keys(word) if not is_frame(key)}
    others = {stem(word) for word in words(text) if word not in _GRAMMAR and not is_year(word)} - naming.keys()
    named = tuple((_whole(concept.said), _ways(concept)) for concept in concepts)
    return RememberedPhrase(named, naming, frozenset(others - _IDLE), frozenset(others & _IDLE))


def _whole(text: str) -> Stems:
    """Keep all words of a phrase: "without a job" is not "a job"."""
    return tuple(map(stem, words(text)))


def _ways(concept: Concept) -> frozenset[Stems]:
    written = concept.entry.written if concept.entry else ()
    return frozenset(map(_whole, (concept.said, *written)))


def likeness(said: str, other: str, near: float | None = None) -> float:
    """Compute how far a choice for one phrase holds for another, 0 to 1; `near` is the cosine of the two, where known.

    >>> likeness("illegal crossings", "crossing illegally"), likeness("the jobless", "unemployment rate")
    (1.0, 0.75)
    >>> likeness("male unemployment", "female unemployment"), likeness("above the line", "below the line")
    (0.0, 0.0)
    """
    if reversed_in(said, other):
        return 0.0
    one, two = phrase_of(said), phrase_of(other)
    if not (one.named and two.named):
        return ONE_WAY if one == two and one.content_stems | one.idle else 0.0
    same = min(_covered(one, two), _covered(two, one))
    if same and one.content_stems == two.content_stems:
        return min(same, SAME if one.idle == two.idle else FRAMED)
    near = float(cosines(said, meanings().packed([other]))[0]) if near is None else near
    least = _FULLER if _covered(one, two) or _covered(two, one) else MEANT
    return round(NEAR * min(1.0, near), 4) if near >= least else 0.0


def _covered(one: RememberedPhrase, two: RememberedPhrase) -> float:
    """Compute whether a phrase says all that the other one names: in its own words (1), by the thesaurus (less), or not (0)."""
    if all(key in two.words or _spelt_as(word, two) for key, word in one.words.items()):
        return SAME
    return min((_naming(said, ways, two) for said, ways in one.named), default=0.0)


def _naming(said: Stems, ways: frozenset[Stems], phrase: RememberedPhrase) -> float:
    """Compute how certainly a phrase names a thing: each is a synonym of the other, or only one is of the other."""
    certainties = [(said in others) + (each in ways) for each, others in phrase.named]
    return (0.0, ONE_WAY, SAME)[max(certainties, default=0)]


def _spelt_as(word: str, phrase: RememberedPhrase) -> bool:
    """Check whether a phrase has the word in another spelling, or misspelt."""
    return len(word) > _BEGINNING and any(
        other[:_BEGINNING] == word[:_BEGINNING] and fuzz.ratio(word, other) >= _SPELT
        for other in phrase.words.values()
        if not other[0].isdigit()
    )


def roots(text: str) -> frozenset[str]:
    """Collect the beginnings of the words of a phrase and of its synonyms: phrases without a common one share no word."""
    phrase = phrase_of(text)
    stems = {key for _, ways in phrase.named for way in ways for key in way if key not in STOP} | set(phrase.words)
    return frozenset(key[:_BEGINNING] for key in stems or phrase.content_stems | phrase.idle)
