"""Places named in other languages than English: countries by name in its cases, and by the adjective for their people.

"deutsche Exporte", "македонските извозници" and "die Griechinnen" name a place as "German exports" does. The names, the
stems of the adjectives and the nouns for a people are in the word files, with the endings that a language adds to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain

from workbench.core.claim import Mention
from workbench.core.document import Span
from workbench.core.place import places
from workbench.extract.words.word_files import languages, raw_tables

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_MOST_WORDS = 4

_PEOPLE = "people"
"""Rule of the name of a people, which has a capital letter as a country has."""

_NAMESAKE = ""
"""Code of words that only look like a place: "5 Schweizer Franken"."""

Names = dict[str, tuple[tuple[str, str, str], ...]]


def find_places_elsewhere(text: str, language: str) -> list[Mention[str]]:
    """Find the places that a text names, in order, each by its code, with the longest name at each offset.

    >>> [m.value for m in find_places_elsewhere("Die deutsche Ausfuhr nach Nordmazedonien und in die EU", "de")]
    ['DEU', 'MKD', 'EU27']
    >>> [m.value for m in find_places_elsewhere("Извозот од Северна Македонија на германскиот пазар", "mk")]
    ['MKD', 'DEU']
    """
    index, found, at = _index(language), [], 0
    if not index:
        return []
    for match in _WORD.finditer(text):
        if match.start() < at:
            continue
        mention = _read(text, match, index)
        if mention is not None:
            at = mention.span.end
            if mention.value != _NAMESAKE:
                found.append(mention)
    return found


def _read(text: str, match: re.Match[str], index: Names) -> Mention[str] | None:
    """Find the longest name at a word; names must have the table's capital letter, adjectives may have either case."""
    start, word = match.start(), match[0].casefold()
    # a group may begin a compound: "EU-Staaten"
    rows = index.get(word) or [row for row in index.get(word.partition("-")[0], ()) if row[2] == "group"]
    for name, code, rule in rows:
        end = start + len(name)
        said = text[start:end]
        fits = said.casefold() == name.casefold() if rule == "demonym" else said in {name, name.upper()}
        if fits and not text[end : end + 1].isalpha():
            return Mention(Span(start, end), code, "demonym" if rule == _PEOPLE else rule)
    return None


@cache
def _index(language: str) -> Names:
    """Index every form by its first word, the longest first."""
    index: Names = {}
    namesakes = ((name, _NAMESAKE, "") for name in raw_tables(language)["places"]["namesakes"])
    for row in chain(namesakes, _names(language), _forms_of_peoples(language)):
        first = _first_word(row[0]).casefold()
        if first and len(row[0].split()) <= _MOST_WORDS:
            before = index.get(first)
            index[first] = (row,) if before is None else tuple(sorted({*before, row}, key=_longest_first))
    return index


def _first_word(name: str) -> str:
    # most forms are one word; telling these thousands apart here shortens the time before the first text is read
    if name.isalpha():
        return name
    first = _WORD.match(name)
    return first[0] if first is not None else ""


def _longest_first(row: tuple[str, str, str]) -> tuple[int, str]:
    name, _, rule = row
    return -len(name), rule


def _names(language: str) -> Iterator[tuple[str, str, str]]:
    table = raw_tables(language)["places"]
    for code, names in table["names"].items():
        rule = "name" if places()[code].iso2 and code != "WLD" else "group"
        for name in names:
            yield name, code, rule
            yield from ((name + ending, code, rule) for ending in table["name_endings"] if not name.isupper())


def _forms_of_peoples(language: str) -> Iterator[tuple[str, str, str]]:
    table = raw_tables(language)["places"]
    for code, names in table["peoples"].items():
        yield from ((form, code, _PEOPLE) for name in names for form in _inflected(name, table["people_endings"]))
    for code, stems in table["demonyms"].items():
        yield from ((stem + ending, code, "demonym") for stem in stems for ending in table["demonym_endings"])


def _inflected(noun: str, endings: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield a noun with each ending in place of its longest known ending; unchanged where it has none of them.

    >>> list(_inflected("Syrer", {"er": ["er", "ern", "erin"]})), list(_inflected("Saudis", {"er": []}))
    (['Syrer', 'Syrern', 'Syrerin'], ['Saudis'])
    """
    at = next((at for at in range(len(noun)) if noun[at:] in endings), len(noun))
    yield from (noun[:at] + ending for ending in endings.get(noun[at:], ("",)))


_ALSO_ENGLISH = frozenset({"island"})
"""Names that are common words in English tables."""


def place_named(name: str) -> str | None:
    """Find the place with this whole name in any language with a word file, in any case; None for another text.

    >>> place_named("Deutschland"), place_named("СЕВЕРНА МАКЕДОНИЈА"), place_named("deutsche Ausfuhr")
    ('DEU', 'MKD', None)
    """
    return _whole_names().get(" ".join(name.split()).casefold())


@cache
def _whole_names() -> dict[str, str]:
    named: dict[str, str] = {}
    for language in languages():
        for name, code, _ in _names(language):
            if name.casefold() not in _ALSO_ENGLISH:
                named.setdefault(name.casefold(), code)
    return named
