"""Concepts: the things that a text names, each with its synonyms in titles.

A text in another language is translated into English first; its own words remain as synonyms, since a title may be in that language.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from workbench.match.words.english_stems import stem
from workbench.match.words.frame_words import FRAME_WEIGHT
from workbench.match.words.glossary import languages
from workbench.match.words.normalisation import is_frame
from workbench.match.words.stop_words import STOP
from workbench.match.words.thesaurus import Phrase, ThesaurusEntry, thesaurus
from workbench.match.words.translation import Term, terms_of

UNKNOWN = 0.5
"""Weight of a foreign word that the glossary lacks. It is low, since the glossary has the terms of statistics."""

_FIRST_SYNONYM, _NEXT_SYNONYM = 0.85, 0.7


@dataclass(frozen=True, slots=True)
class Way:
    """A synonym of a concept: its stems, and its certainty (1 for the claim's own words)."""

    stems: Phrase
    sure: float = 1.0


@lru_cache(maxsize=8_192)
def words_in(stems: Phrase) -> float:
    """Weigh a phrase by its number of words, frame words counting less."""
    return sum(FRAME_WEIGHT if is_frame(key) else 1.0 for key in stems)


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that is looked for.

    Attributes:
        said: The words of the claim.
        ways: Its synonyms in titles, first the claim's own words or their English.
        share: Its weight relative to others: 1 in the measure, less for words outside it.
        hint: Whether it only helps to sort series: a word of the sentence that may not belong to this claim.
        entry: The thesaurus entry it belongs to; two phrases of one entry say the same thing.
        english: The words of the claim in English, where they are of another language.
        known: Whether it is English, or a word of the glossary.
    """

    said: str
    ways: tuple[Way, ...]
    share: float = 1.0
    hint: bool = False
    entry: ThesaurusEntry | None = None
    english: str = ""
    known: bool = True

    @property
    def weight(self) -> float:
        """Weight in the claim: its words, frame words counting less, times its share."""
        return self.share * max(words_in(self.ways[0].stems), FRAME_WEIGHT)

    @property
    def frame(self) -> bool:
        """Whether it is a frame word ("rate", "total"), which names nothing by itself."""
        return all(is_frame(key) for key in self.ways[0].stems)

    @property
    def names(self) -> bool:
        """Whether it names something, as far as is known."""
        return self.known and not self.frame


@lru_cache(maxsize=256)
def concepts_of(
    text: str, left_out: frozenset[str] = frozenset(), language: str = "en", context: str = ""
) -> tuple[Concept, ...]:
    """Read the concepts of a text in order, each once; `left_out` are words that name a figure, a period or a place.

    A figure stays where it is part of a known phrase: "the richest 10%". Every claim of a sentence needs the concepts of the whole
    sentence several times, so the last results are cached. A text in another language is translated into English, with the meaning that
    its words have in its sentence (`context`).
    """
    terms = [term for term in terms_of(text, language, left_out, context) if not is_year(term.word)]
    return tuple(_concepts_in(terms, frozenset() if language in languages() else left_out))


def _concepts_in(terms: list[Term], left_out: frozenset[str]) -> Iterator[Concept]:
    stems = [stem(term.word) for term in terms]
    seen: set[Phrase] = set()
    at = 0
    while at < len(terms):
        word = terms[at].word
        known = thesaurus().longest_at(stems, at)
        if known and known[0] == 1 and word in left_out:
            known = None
        length = known[0] if known else 1
        phrase = tuple(stems[at : at + length])
        if phrase not in seen and (known or word not in STOP) and (length > 1 or word not in left_out):
            seen.add(phrase)
            yield _concept(terms[at : at + length], known[1] if known else None)
        at += length


def _concept(terms: list[Term], entry: ThesaurusEntry | None) -> Concept:
    english = [term.word for term in terms]
    own = _content(english)
    others = [phrase for phrase in entry.means if phrase != own] if entry else []
    ways = [Way(own), *(Way(phrase, _NEXT_SYNONYM if n else _FIRST_SYNONYM) for n, phrase in enumerate(others))]
    ways += [Way(term.own) for term in terms if term.own and term.own != own]
    said = " ".join(dict.fromkeys(term.said for term in terms))
    known, put = all(term.known for term in terms), " ".join(english)
    share = 1.0 if known else UNKNOWN
    return Concept(said, tuple(ways), share, entry=entry, english=put if known and put != said else "", known=known)


def _content(said: list[str]) -> Phrase:
    return tuple(stem(word) for word in said if word not in STOP) or tuple(map(stem, said))


def is_year(word: str) -> bool:
    """Check whether a word looks like a year of the last or this century."""
    return len(word) == 4 and word.isdigit() and word[:2] in {"19", "20"}
