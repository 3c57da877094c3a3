"""What German and Macedonian words say in the English of the thesaurus, so that one ranker serves all languages.

A name that the glossary has becomes its English name, and "A of B" becomes "B A", as titles have it. A word that it does not have
stays as it is: a title may have it too. It tells little, since the glossary has what statistics are about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from typing import NamedTuple

from workbench.match.words.compounds import head_of_compound, parts_of
from workbench.match.words.glossary import Glossary, glossary, languages, words_of_grammar
from workbench.match.words.keys import LONGEST_TEXT, STOP, fold, keys, words

NEAR = 9
"""How many words apart the words of a scattered name may stand."""

_WORD = re.compile(r"[^\W_]+")
_STOPS = re.compile(r"[^\W_]+|[.;:!?]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_FEW = 6


class Term(NamedTuple):
    """A word that is looked for.

    Attributes:
        word: The word, folded; English where the glossary has it.
        said: The words of the text that it stands for.
        own: Their stems as titles are indexed, at the first word of a name.
        known: Whether it is English, or a word of the glossary.
    """

    word: str
    said: str
    own: tuple[str, ...] = ()
    known: bool = True


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of text: its English, or the word itself; `part` where it ends a run of names, `link` where it joins two."""

    english: str = ""
    said: str = ""
    unknown: bool = False
    link: bool = False


_PART, _LINK = _Piece(), _Piece(link=True)


@lru_cache(maxsize=1_024)
def terms_of(
    text: str, language: str = "en", left_out: frozenset[str] = frozenset(), context: str = ""
) -> tuple[Term, ...]:
    """Return the words of a text in the English of the thesaurus, in order. Words of an English text stay as they are.

    Args:
        text: The text.
        language: Two letters.
        left_out: Words that name a figure, a period or a place; of a text in another language they are left out here.
        context: The sentence, where the text is some of its words: "Kopf" is read as in "pro Kopf", "Job" as in "ohne Job".
    """
    if language not in languages():
        return tuple(_english(words(text), words(context) if context else [], language))
    every = frozenset(words(text))
    asked = (every - glossary(language).small) or every  # "auf dem Land" has none but small words
    if context and context != text and asked.issubset(words(context)):
        return tuple(term for term in terms_of(context, language, left_out) if not asked.isdisjoint(term.said.split()))
    pieces = _reordered(_pieces(text, glossary(language), left_out))
    return tuple(term for piece in pieces for term in _terms(piece))


def _english(said: list[str], context: list[str], language: str) -> Iterator[Term]:
    """English words as they are, but for what people say in everyday words and tables have a name for."""
    found = _named_in(tuple(context or said)) if language == "en" else ()
    asked = set(said) - STOP
    named = {word: (name, taken) for name, taken in found if asked.intersection(taken) for word in taken}
    declared: set[str] = set()
    for word in said:
        name, taken = named.get(word, ("", ()))
        if not name:
            yield Term(word, word)
        elif name not in declared:
            declared.add(name)
            yield from (Term(part, " ".join(taken)) for part in words(name))


@lru_cache(maxsize=256)
def _named_in(said: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the names in tables of what is said in everyday words, each with the words that say it."""
    names, taken = glossary("en"), set[int]()
    stems = [names.stem(word) for word in said]
    found: list[tuple[str, tuple[str, ...]]] = []
    for at, key in enumerate(stems):
        if at in taken or not (key in names.scattered or key in names.longest):
            continue
        known = names.longest_at(stems, at)
        length, whole = known or (0, "")
        scattered = _scattered(names, stems, at, taken, length)
        name, places = _with_others(names, stems, scattered, taken) if scattered else (whole, [*range(at, at + length)])
        taken.update(places)
        found += [(name, tuple(said[n] for n in places))] if name else []
    return tuple(found)


def english_of(text: str, language: str, context: str = "") -> str:
    """Return a text in English as far as the glossary has its words, else the text; `context` is the sentence that it is of.

    >>> english_of("Zahl der Arbeitslosen", "de"), english_of("стапка на невработеност", "mk"), english_of("jobs", "en")
    ('unemployed persons', 'unemployment rate', 'jobs')
    """
    terms = terms_of(text, language, context=context)
    if language not in languages() and all(term.word == term.said for term in terms):
        return text
    return " ".join(term.word for term in terms if term.known) or text


def said_in(text: str, language: str, context: str = "") -> frozenset[str]:
    """Return all words of a text, folded, and what they are in English; `context` is the sentence that it is of.

    Everyday words that a name stands for are left out: mothers who died are no women who are counted apart.

    >>> sorted(said_in("Löhne der Frauen", "de"))
    ['frauen', 'lohne', 'wages', 'women']
    """
    terms = terms_of(text, language, context=context)
    if language != "en":  # "zählte man" is told of no man
        return (frozenset(words(text)) - words_of_grammar(language)).union(term.word for term in terms)
    put = {word for term in terms if term.word != term.said for word in term.said.split()}
    return (frozenset(words(text)) - put).union(term.word for term in terms)


def read_as(text: str, language: str, context: str = "") -> tuple[tuple[str, str], ...]:
    """Return which words of a text in another language were read as which English ones; none of an English text.

    >>> read_as("Löhne der Frauen", "de")
    (('frauen', 'women'), ('lohne', 'wages'))
    """
    terms = [term for term in terms_of(text, language, context=context) if term.known and term.word != term.said]
    return tuple((said, " ".join(term.word for term in run)) for said, run in groupby(terms, lambda term: term.said))


@lru_cache(maxsize=1_024)
def language_of(text: str, declared: str = "en") -> str:
    """Return the language of a text: the declared one, unless that is English and the words are those of another.

    >>> language_of("Arbeitslosenquote"), language_of("невработеност"), language_of("The war on want"), language_of("taux", "fr")
    ('de', 'mk', 'en', 'fr')
    """
    if declared != "en":
        return declared
    if _CYRILLIC.search(text):
        return "mk"
    said = [fold(word) for word in _WORD.findall(text[:LONGEST_TEXT])]
    grammar = words_of_grammar("de")
    small = sum(word in grammar and word not in STOP for word in said)
    if small < sum(word in STOP and word not in grammar for word in said):
        return "en"
    return "de" if small > 1 or (len(said) <= _FEW and any(map(_only_german, said))) else "en"


def _only_german(word: str) -> bool:
    """Return whether a word is a long German one: short ones ("Rate", "Export") are English too."""
    if len(word) <= _FEW or _is_english(word):
        return False
    names = glossary("de")
    return names.phrases.get((names.stem(word),)) is not None or bool(parts_of(word))


def _is_english(word: str) -> bool:
    from workbench.match.words.thesaurus import thesaurus  # noqa: PLC0415  (the thesaurus is read by those who need it)

    return tuple(keys(word)) in thesaurus().entries


def _terms(piece: _Piece) -> Iterator[Term]:
    own = tuple(keys(piece.said))
    if piece.unknown:
        yield Term(piece.said, piece.said, own, known=False)
        return
    for number, word in enumerate(words(piece.english)):
        yield Term(word, piece.said, () if number else own)


def _pieces(text: str, names: Glossary, left_out: frozenset[str]) -> Iterator[_Piece]:
    raw = _STOPS.findall(text[:LONGEST_TEXT])
    said = [fold(word) for word in raw]
    stems = [names.stem(word) for word in said]
    taken: set[int] = set()
    at = 0
    while at < len(said):
        if at in taken:
            at += 1
            continue
        known = names.longest_at(stems, at)
        if (found := _scattered(names, stems, at, taken, known[0] if known else 0)) is not None:
            yield _Piece(found[0], " ".join(said[n] for n in found[1]))
            at += 1
            continue
        if known and (known[0] > 1 or not (said[at] in left_out or names.is_verb(raw[at]))):
            yield _Piece(known[1], " ".join(said[at : at + known[0]]))
            at += known[0]
            continue
        if said[at] not in left_out:
            yield from _alone(raw[at], said[at], names)
        at += 1


def _scattered(names: Glossary, stems: list[str], at: int, taken: set[int], known: int) -> tuple[str, list[int]] | None:
    """Return the English of a name whose words stand near a place, in any order, and where they stand; they are taken then.

    A name that stands there in one piece and has as many words (`known`) goes before.
    """
    for others, english in names.scattered.get(stems[at], ()):
        if len(others) < known:
            return None
        near = range(max(0, at - NEAR), min(len(stems), at + NEAR + 1))
        found = [n for other in others for n in [n for n in near if stems[n] == other and n not in taken][:1]]
        if len(found) == len(others):
            taken.update(found)
            return english, sorted((at, *found))
    return None


@cache
def _people() -> frozenset[str]:
    """Return the stems of words for groups of people, who may be counted apart."""
    from workbench.match.words.groups import words_of_groups  # noqa: PLC0415  (groups are read in the words of this file)

    return frozenset(map(glossary("en").stem, words_of_groups()))


def _with_others(
    names: Glossary, stems: list[str], found: tuple[str, list[int]], taken: set[int]
) -> tuple[str, list[int]]:
    """Return a name whose words stand apart, with the other words near them that say it: "beer" and "alcohol" | "drunk"."""
    english, at = found
    near = range(max(0, at[0] - NEAR), min(len(stems), at[-1] + NEAR + 1))
    others = names.ways[english] - _people()
    return english, [n for n in near if n in at or (n not in taken and stems[n] in others)]


def _alone(raw: str, word: str, names: Glossary) -> Iterator[_Piece]:
    """Yield a word that is no name of the glossary: a word of grammar, a compound of such names, or one that is not known."""
    if word in names.small:
        if word in names.links:
            yield _LINK
        elif word not in names.articles:
            yield _PART
        return
    if not word.isalpha():
        yield _PART
        return
    yield from _compound(raw, word) if names.language == "de" else [_Piece(said=word, unknown=True)]


def _compound(raw: str, word: str) -> Iterator[_Piece]:
    """Yield a German word by its parts; one that is not known is a noun where it has a capital letter, else it tells nothing."""
    if parts := parts_of(word):
        yield _Piece(" ".join(parts), word)
    elif raw[:1].isupper():
        head = head_of_compound(word)
        yield _Piece(said=head[0] if head else word, unknown=True)
        if head:
            yield _Piece(head[1], word)
    else:
        yield _PART


def _reordered(pieces: Iterable[_Piece]) -> list[_Piece]:
    """Return names in the order of English titles: "Zahl der neuen Asylanträge" is "new asylum applications number"."""
    chains: list[list[list[_Piece]]] = [[[]]]
    for piece in pieces:
        if piece.link:
            if chains[-1][-1]:
                chains[-1].append([])
        elif piece.english:
            chains[-1][-1].append(piece)
        else:
            chains += [[[piece]], [[]]] if piece.said else [[[]]]
    return [piece for chain in chains for run in reversed(chain) for piece in run]
