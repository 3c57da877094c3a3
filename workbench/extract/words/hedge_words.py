"""The hedges of a word file: before a figure, behind it, and around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from workbench.core.quantity import Relation
from workbench.extract.words.word_files import tables
from workbench.extract.words.word_tables import Phrase, phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedges:
    """Phrases that hedge a figure, in front of it, behind it, and around it ("keine | 900 Dollar | mehr").

    Attributes:
        before: Hedges before a figure by their tokens, both as the lexer cuts them alone and as it cuts them beside a
            figure.
        behind: The same for hedges behind a figure.
        leading: Hedges before a figure whose last word also links it to the verb ("kam nicht einmal | auf 40").
        around: Hedges in two parts, by the word before the figure and the word behind it.
        not_behind: For a hedge, the verbs behind which it is none: "spoke | about 30", "handed | over 30 percent".
        last_words: The last words of the hedges before a figure.
        first_words: The first words of the hedges behind a figure.
        longest_before: Most words of a hedge before a figure.
        longest_behind: Most words of a hedge behind a figure.
    """

    before: dict[Phrase, Relation]
    behind: dict[Phrase, Relation]
    leading: frozenset[Phrase]
    around: dict[tuple[str, str], Relation]
    not_behind: Mapping[str, frozenset[str]]
    last_words: frozenset[str]
    first_words: frozenset[str]
    longest_before: int
    longest_behind: int


def _read_by(before: str, words: str, behind: str, language: str) -> set[Phrase]:
    """List the tokens of a phrase, alone and beside a figure: "auf 40" is read as "to", and "auf" alone as "on".

    >>> sorted(_read_by("", "nicht einmal auf", "40", "de"))
    [('not', 'einmal', 'on'), ('not', 'einmal', 'to')]
    """
    beside = phrase(f"{before} {words} {behind}", language)
    return {phrase(words, language), beside[bool(before) : len(beside) - bool(behind)]}


@cache
def hedges(language: str = "en") -> Hedges:
    """Read the hedges of a language from its word file.

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
        not_behind={hedge: frozenset(verbs) for hedge, verbs in tables(language)["hedges"]["not_behind"].items()},
        last_words=frozenset(p[-1] for p in before),
        first_words=frozenset(p[0] for p in behind),
        longest_before=max(map(len, before), default=0),
        longest_behind=max(map(len, behind), default=0),
    )
