"""Hedges of a word file, by their words: before a figure, behind it, and around it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from workbench.core.quantity import Relation
from workbench.extract.words.lexicon import Phrase, phrase
from workbench.extract.words.word_files import tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedges:
    """Phrases that hedge a figure, in front of it, behind it, and around it ("keine | 900 Dollar | mehr").

    Attributes:
        before: By their words, as they stand alone and as they are read before a figure.
        behind: Likewise behind one.
        leading: Those before whose last word leads to the figure besides ("kam nicht einmal | auf 40"): it belongs to the verb too.
        around: By the word before and the word behind.
        not_behind: Words behind which "about" hedges nothing.
        last_words: The last words of those before.
        first_words: The first words of those behind.
        longest_before: The most words of one before.
        longest_behind: The most words of one behind.
    """

    before: dict[Phrase, Relation]
    behind: dict[Phrase, Relation]
    leading: frozenset[Phrase]
    around: dict[tuple[str, str], Relation]
    not_behind: frozenset[str]
    last_words: frozenset[str]
    first_words: frozenset[str]
    longest_before: int
    longest_behind: int


def _read_by(before: str, words: str, behind: str, language: str) -> set[Phrase]:
    """Return the tokens of a phrase as it stands alone, and beside a figure: "auf 40" is "to", and "auf" alone is "on".

    >>> sorted(_read_by("", "nicht einmal auf", "40", "de"))
    [('not', 'einmal', 'on'), ('not', 'einmal', 'to')]
    """
    beside = phrase(f"{before} {words} {behind}", language)
    return {phrase(words, language), beside[bool(before) : len(beside) - bool(behind)]}


@cache
def hedges(language: str = "en") -> Hedges:
    """Return the hedges of a language.

    >>> hedges().before["more", "than"].value, ("more", "like") in hedges().before
    ('more_than', False)
    >>> sorted(hedges("de").leading)[0], ("up", "to") in hedges().leading
    (('not', 'einmal', 'more', 'to'), False)
    """
    before, behind = (
        {
            key: Relation(name)
            for name, entries in tables(language)["hedges"][where].items()
            for words in entries
            for key in _read_by(figures[0], words, figures[1], language)
        }
        for where, figures in (("before", ("", "40")), ("behind", ("40", "")))
    )
    alone = {phrase(words, language) for each in tables(language)["hedges"]["before"].values() for words in each}
    around = {
        (phrase(words, language)[0], phrase(words, language)[-1]): Relation(name)
        for name, entries in tables(language)["hedges"]["around"].items()
        for words in entries
    }
    return Hedges(
        before=before,
        behind=behind,
        leading=frozenset(key for key in before if key[-1] == "to" and key not in alone),
        around=around,
        not_behind=frozenset(tables(language)["hedges"]["not_behind"]["verbs"]),
        last_words=frozenset(p[-1] for p in before),
        first_words=frozenset(p[0] for p in behind),
        longest_before=max(map(len, before), default=0),
        longest_behind=max(map(len, behind), default=0),
    )
