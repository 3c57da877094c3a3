"""Forms of German and Macedonian words, made by rule from one form each: "bewerten" has "bewertete" and "bewertet".

A list of the word file then names a verb or an adjective once, and holds it in whatever form a speaker uses. More forms than a
language has ("gesprungt") do no harm, since nobody says them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import MappingProxyType

from workbench.extract.words.word_files import raw_tables

_ENDINGS = ("", "e", "en", "er", "es", "em")
"""Endings of a German adjective or participle."""

_UNSPLIT = ("be", "emp", "ent", "er", "ge", "miss", "ver", "zer", "über", "unter", "hinter")
"""Beginnings of German verbs whose participle has no "ge"."""

_PRESENT = ("e", "st", "t", "en")
_PAST = ("te", "test", "ten", "tet")
_STRONG_PAST = ("", "st", "en", "t", "e")


@cache
def inflected(language: str, key: str) -> frozenset[str]:
    """Give all forms of the words that a list of the word file has by one form each.

    The word class is the end of the list's name: "_verbs" or "_adjectives". A German verb is named by its infinitive, with a bar
    behind a part that stands apart ("auf|wenden"), a strong one also by its present, its past and its participle ("geben gibt gab
    gegeben"); a Macedonian one by its third person of the present ("вложува", "вложи").

    >>> sorted(inflected("de", "plain_verbs") & {"bewertete", "aufzuwenden", "trug", "recycelt"})
    ['aufzuwenden', 'bewertete', 'trug']
    """
    named: list[str] = raw_tables(language)["phrases"].get(key, [])
    forms = _FORMS.get((language, key.rpartition("_")[2]), _as_written)
    return frozenset(form for word in named for form in forms(word))


def _as_written(word: str) -> Iterator[str]:
    yield word


def _german_verb(word: str) -> Iterator[str]:
    infinitive, *strong = word.split()
    apart, _, bare = infinitive.rpartition("|")
    stem = bare.removesuffix("n").removesuffix("e")
    link = "e" if stem.endswith(("t", "d", "chn", "ffn", "gn")) else ""
    finite = {bare, *(f"{stem}{end}" for end in ("e", "en"))}
    if strong:
        present, past, done = strong
        root = past.removesuffix("e")  # "wusste"
        finite |= {present, *(f"{root}{end}" for end in _STRONG_PAST)}
    else:
        finite |= {f"{stem}{link}{end}" for end in (*_PRESENT, *_PAST)}
        whole = bare.startswith(_UNSPLIT) or bare.endswith("ieren")
        done = f"{'' if whole else 'ge'}{stem}{link}t"
    yield from finite
    yield from (f"{apart}{form}" for form in finite if apart)
    yield from (f"{apart}{done}{end}" for end in _ENDINGS)
    yield f"{apart}zu{bare}"


def _german_adjective(word: str) -> Iterator[str]:
    root = f"{word[:-2]}l" if word.endswith("el") else word.removesuffix("e")
    yield from (f"{root}{end}" for end in _ENDINGS)
    yield word


def _macedonian_verb(word: str) -> Iterator[str]:
    """Yield the forms of a verb in "а", "и", "е" or "не"; those of the aorist are told from the present's vowel."""
    root, vowel = word[:-1], word[-1]
    first = root + ("а" if vowel != "а" else vowel)
    yield from (f"{word}{end}" for end in ("", "ш", "ме", "те"))
    yield from (f"{first}{end}" for end in ("м", "т"))
    yield f"{root}ат" if vowel != "а" else f"{word}ат"
    pasts = {word, *({f"{root}е"} if vowel == "и" else ()), *({first} if vowel == "е" else ())}
    for past in pasts:
        yield from (f"{past}{end}" for end in ("в", "вме", "вте", "ше", "а", "л", "ла", "ле", "ло", "јќи"))
        yield from (
            f"{past}{end}{gender}" for end in ("н", "т") for gender in ("", "а", "о", "и", "ата", "ото", "ите", "иот")
        )
    yield from (f"{root}{end}" for end in ("ија", "еа", "еја", "аа"))
    yield first


def _macedonian_adjective(word: str) -> Iterator[str]:
    """Yield the forms of an adjective named in the feminine without its last vowel: "страшн", "висок"."""
    yield from (f"{word}{end}" for end in ("", "а", "о", "и", "ата", "ото", "ите", "иот"))


_FORMS: Mapping[tuple[str, str], Callable[[str], Iterator[str]]] = MappingProxyType(
    {
        ("de", "verbs"): _german_verb,
        ("de", "adjectives"): _german_adjective,
        ("mk", "verbs"): _macedonian_verb,
        ("mk", "adjectives"): _macedonian_adjective,
    }
)
