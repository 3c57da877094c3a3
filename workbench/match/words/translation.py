"""Translates German and Macedonian words into the English of the thesaurus, so that one ranker serves all languages.

A name in the glossary becomes its English name, and "A of B" becomes "B A", as in titles. A word that the glossary lacks stays as it
is, since a title may have it; its weight is low, since the glossary has the terms of statistics.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from workbench.match.words.compounds import head_of_compound, parts_of
from workbench.match.words.glossary import Glossary, glossary, languages, words_of_grammar
from workbench.match.words.normalisation import LONGEST_TEXT, fold, keys, words
from workbench.match.words.scattered_names import named_in, naming_in, scattered_in
from workbench.match.words.shared_heads import words_to_read
from workbench.match.words.stop_words import STOP

_WORD = re.compile(r"[^\W_]+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_FEW = 6


class Term(NamedTuple):
    """A search word.

    Attributes:
        word: The word, folded; English where the glossary has it.
        said: The words of the text that it translates.
        own: Their stems as in the index of titles; only at the first word of a name.
        known: Whether it is English, or a word of the glossary.
    """

    word: str
    said: str
    own: tuple[str, ...] = ()
    known: bool = True


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of text: its English, or the word itself; `part` where it ends a run of names, `link` where it joins two."""

    english: str = ""
    said: str = ""
    unknown: bool = False
    link: bool = False


_PART, _LINK = _Piece(), _Piece(link=True)


@lru_cache(maxsize=1_024)
def terms_of(
    text: str, language: str = "en", left_out: frozenset[str] = frozenset(), context: str = ""
) -> tuple[Term, ...]:
    """Translate the words of a text into the English of the thesaurus, in order. Words of an English text stay as they are.

    Args:
        text: The text.
        language: Two letters.
        left_out: Words that name a figure, a period or a place; of a text in another language they are left out here.
        context: The sentence, where the text is some of its words: "Kopf" is read as in "pro Kopf", "Job" as in "ohne Job".
    """
    if language not in languages():
        return tuple(_english(words(text), words(context) if context else [], language))
    every = frozenset(words(text))
    asked = (every - glossary(language).small) or every  # "auf dem Land" consists almost only of function words
    if context and context != text and asked.issubset(words(context)):
        return tuple(term for term in terms_of(context, language, left_out) if not asked.isdisjoint(term.said.split()))
    pieces = _reordered(_pieces(text, glossary(language), left_out))
    return tuple(term for piece in pieces for term in _terms(piece))


def _english(said: list[str], context: list[str], language: str) -> Iterator[Term]:
    """Keep English words as they are, except everyday words for which tables have a name."""
    found = named_in(tuple(context or said)) if language == "en" else ()
    if language == "en" and context and not set(said).issubset(context):  # a name that stands for words of the context
        found = (*found, *named_in(tuple(said)))
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


def english_of(text: str, language: str, context: str = "") -> str:
    """Translate a text into English as far as the glossary has its words, else keep it; `context` is its whole sentence.

    >>> english_of("Zahl der Arbeitslosen", "de"), english_of("стапка на невработеност", "mk"), english_of("jobs", "en")
    ('unemployed persons', 'unemployment rate', 'jobs')
    """
    terms = terms_of(text, language, context=context)
    if language not in languages() and all(term.word == term.said for term in terms):
        return text
    return " ".join(term.word for term in terms if term.known) or text


def said_in(text: str, language: str, context: str = "") -> frozenset[str]:
    """Collect all words of a text, folded, and their English; `context` is its whole sentence.

    Everyday words that a name replaces are left out: "mothers who died" does not mean that women are counted separately.

    >>> sorted(said_in("Löhne der Frauen", "de"))
    ['frauen', 'lohne', 'wages', 'women']
    """
    terms = terms_of(text, language, context=context)
    if language != "en":  # "zählte man" is not about men
        return (frozenset(words(text)) - words_of_grammar(language)).union(term.word for term in terms)
    put = {word for term in terms if term.word != term.said for word in term.said.split()}
    return (frozenset(words(text)) - put).union(term.word for term in terms)


def read_as(text: str, language: str, context: str = "") -> tuple[tuple[str, str], ...]:
    """List the words of a foreign text with the English words that they were read as; none for an English text.

    >>> read_as("Löhne der Frauen", "de")
    (('frauen', 'women'), ('lohne', 'wages'))
    """
    terms = [term for term in terms_of(text, language, context=context) if term.known and term.word != term.said]
    return tuple((said, " ".join(term.word for term in run)) for said, run in groupby(terms, lambda term: term.said))


@lru_cache(maxsize=1_024)
def language_of(text: str, declared: str = "en") -> str:
    """Find the language of a text: the declared one, unless that is English and the words are of another language.

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
    """Check whether a word is a long German one: short ones ("Rate", "Export") may be English too."""
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
    raw, own = words_to_read(text[:LONGEST_TEXT], names)
    said = [fold(word) for word in raw]
    stems = [names.stem(word) for word in said]
    scattered = scattered_in(names, said, stems)
    at = 0
    while at < len(said):
        if (found := scattered.begun.get(at)) is not None:
            yield _Piece(found[0], " ".join(own[n] for n in found[1]))
            at += 1
            continue
        known = names.longest_at(stems, at)
        if scattered.has(naming_in(names, said, at, known[0] if known else 1)):
            at += 1
            continue
        if known and (known[0] > 1 or not (said[at] in left_out or names.is_verb(raw[at]))):
            yield _Piece(known[1], " ".join(own[at : at + known[0]]))
            at += known[0]
            continue
        if said[at] not in left_out:
            yield from _alone(raw[at], said[at], names)
        at += 1


def _alone(raw: str, word: str, names: Glossary) -> Iterator[_Piece]:
    """Yield a word that is not in the glossary: a function word, a compound of known names, or an unknown word."""
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
    """Yield a German word by its parts; an unknown one is a noun where it has a capital letter, else it has no weight."""
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
    """Put names in the order of English titles: "Zahl der neuen Asylanträge" is "new asylum applications number"."""
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
