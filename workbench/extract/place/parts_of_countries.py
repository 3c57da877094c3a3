"""Parts of a country: a city, a region, a province that a claim speaks of, whose figure is not the country's.

"in the Skopje region" names a place that no table of countries has. Where the text's own country were assumed
instead, its figure would be held against words that are not about it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from workbench.core.place import country_of_city, find_place, part_code, parts
from workbench.core.subdivisions import subdivisions
from workbench.core.text import Span
from workbench.extract.place.places_elsewhere import place_named
from workbench.extract.words.tenses import tense_of
from workbench.extract.words.word_patterns import phrases_in, word_pattern

PARTS = ("within", "side", "city")
"""Classes of phrases that lead to the name of a part."""

_BACK = 24
_SHOUTED = re.compile(r"(?<![\w-])[^\W\d_a-zà-ÿа-я]{4,}(?![\w-])")
_CAPITAL = re.compile(r"(?<![\w-])[^\W\d_a-zà-ÿа-я][^\W\d_]+")
_LETTER = re.compile(r"(?<![\w'’-])[^\W\d_a-zà-ÿа-я]")
"""A capital letter that a word begins with."""
_NAME = re.compile(r"\s[A-ZÄÖÜА-Ш][a-zäöüа-ш]")
"""A further name behind: "Virginia Woolf"."""
_AHEAD = 16
_ARTICLE = re.compile(r"\b(?:the|an?|every|each|typical|average|median|mean)\s(?:[a-z-]+\s)?\Z", re.IGNORECASE)
_ALONE = re.compile(r"\W*(?:[^\W\d_]{1,3}\s)?(?P<name>[^\W\d_][\w’'-]+(?:\s[^\W\d_][\w’'-]+){0,3})\W*")
"""A name with at most a short word before it, and nothing else."""
_NOUN = re.compile(r"\s(?!and\b|or\b|has\b|have\b|had\b|is\b|was\b|government|mayor|parliament|office)[a-z]{3,}")
_BEFORE_CITY = r"[Tt]he|[Aa]n?|[Ee]very|typical|average|median|mean"
_CITY_NAME = r"(?P<city>[A-Z]\w+(?:\s[A-Z]\w+)?)"
_NOUN_OF_CITY = r"(?!and\b|or\b|has\b|government|mayor)[a-z]{3,}"
_CITY = re.compile(rf"\b(?:{_BEFORE_CITY})\s{_CITY_NAME}\s{_NOUN_OF_CITY}")
_WORD_BEHIND = re.compile(r"\s([^\W\d_]+)\b")
_NAMES_PERSONS = re.compile(r"(?:Amazon|Victoria|Virginia|Georgia|Carolina|Florida|Washington)\b")
"""Parts that are called as people are, or as a company or a government is."""
_OWNS = re.compile(r"['’]s?\s")


def place_within(text: str, sentence: Span, room: Span, language: str, *, led: bool = True) -> str | None:
    """Return the name of the part of a country that some words are about, as they have it; None where they name none.

    >>> said = "In the Bihar province 5 percent were out of work, in Parliament 3."
    >>> whole = Span(0, len(said))
    >>> place_within(said, whole, Span(0, 21), "en"), place_within(said, whole, Span(50, len(said)), "en")
    ('Bihar province', None)

    Args:
        text: The whole text.
        sentence: The sentence in it.
        room: The words of the claim's clause in it.
        language: The language whose word file the text is read by.
        led: Whether the sentence may hold phrases that lead to such a name: most hold none.
    """
    if led and (name := _led_to(text, sentence, room, language)):
        return name
    in_cities = (found["city"] for found in (_inside(text, sentence, room, "city", language) if led else ()))
    of_cities = (found["city"] for found in _CITY.finditer(text, room.start, room.end))
    named = (_city(words) for words in chain(in_cities, of_cities))
    return next((name for name in named if name is not None), None) or next(_parts(text, room, language), None)


def _led_to(text: str, sentence: Span, room: Span, language: str) -> str | None:
    """Return the name that a phrase leads to: "in the | Bihar province", "in | East Germany"."""
    for found in _inside(text, sentence, room, "within", language):
        return next(name for name in found.groups() if name).strip()
    sides = (
        found for found in _inside(text, sentence, room, "side", language) if _is_side(found["side"], found["whole"])
    )
    side = next(sides, None)
    return None if side is None else side["side"]


def _is_side(side: str, whole: str) -> bool:
    """Return whether a name is that of a side of a country: "East Germany", and not "South Korea", which is one."""
    return not _is_known(side) and _is_known(whole)


def _is_known(name: str) -> bool:
    return find_place(name) is not None or place_named(name) is not None


def parts_in(text: str, language: str) -> Iterator[str]:
    """Yield the parts of countries that some words speak of, by code: "in Scotland", "in Nordirland", "of Sachsen", "Ontario's".

    >>> list(parts_in("In Scotland it rained; Virginia Woolf stayed in Sussex, and Ontario's roads froze.", "en"))
    ['Scotland', 'Ontario']
    >>> list(parts_in("Die Quote in Nordirland fiel.", "de"))
    ['Northern Ireland']
    """
    if text:
        yield from map(part_code, _parts(text, Span(0, len(text)), language))


def subdivision_in(text: str, room: Span, country: str, language: str) -> str | None:
    """Return the province, state or municipality of a country that some words are about; None where they name none.

    >>> said = "In 2016 77 of a hundred were poor in Chiapas; Jalisco pays."
    >>> subdivision_in(said, Span(0, len(said)), "MEX", "en"), subdivision_in(said, Span(46, len(said)), "MEX", "en")
    ('Chiapas', None)
    """
    where = word_pattern("qualifiers", "part_behind", language)
    if where is None:
        return None
    letters = (found.start() for found in _LETTER.finditer(text, room.start, room.end))
    led = [start for start in letters if where.search(text[max(0, start - _BACK) : start])]
    names = (_subdivision_at(text, start, country) for start in led)
    return next((name for name in names if name is not None and find_place(name) is None), None)


def _subdivision_at(text: str, start: int, country: str) -> str | None:
    """Return the longest name of a country's subdivision that stands at a place of a text."""
    there = (name for name in _subdivisions_by_letter(country).get(text[start], ()) if text.startswith(name, start))
    whole = [name for name in there if not text[start + len(name) : start + len(name) + 1].isalnum()]
    return max(whole, key=len, default=None)


@cache
def _subdivisions_by_letter(country: str) -> dict[str, tuple[str, ...]]:
    """Return the names of a country's subdivisions by the letter that they begin with."""
    index: dict[str, list[str]] = {}
    for name in subdivisions(country):
        index.setdefault(name[:1], []).append(name)
    return {letter: tuple(names) for letter, names in index.items()}


def subdivision_alone(words: str, country: str) -> str | None:
    """Return the subdivision of a country that a sentence consists of: "Chiapas!", "Und Niedersachsen?"; None where it says more.

    >>> subdivision_alone("And Chiapas?", "MEX"), subdivision_alone("Chiapas has no roads.", "MEX")
    ('Chiapas', None)
    """
    found = _ALONE.fullmatch(words)
    return found["name"] if found is not None and found["name"] in subdivisions(country) | _own_parts(country) else None


@cache
def _own_parts(country: str) -> frozenset[str]:
    return frozenset(name for name, code in parts().items() if code == country)


def only_part_named(text: str, end: int, country: str | None) -> str | None:
    """Return the one part of a country that a text names before a place in it, else in all, in whatever role; None where it names several.

    >>> only_part_named("CANTABRIA GOES TO WORK. In our region 45,100 seek a job.", 30, "ESP")
    'Cantabria'
    >>> only_part_named("From Ontario to Quebec. In our province 5 left.", 40, None)

    Args:
        text: The text.
        end: Where "our region" stands.
        country: The text's own country, whose parts alone are meant; None where unknown.
    """
    for said in (text[:end], text):
        fitting = {name for name in _named(said) if country in {None, parts()[name]}}
        if fitting:
            return next(iter(fitting)) if len(fitting) == 1 else None
    return None


def _named(said: str) -> Iterator[str]:
    """Yield the parts of countries that some words name, those in capitals too."""
    named = (name for words in _CAPITAL.findall(said) for name in _by_first_word().get(words, ()) if name in said)
    yield from map(part_code, named)
    shouted = {name.upper(): part_code(name) for name in parts()}
    yield from (name for word in _SHOUTED.findall(said) if (name := shouted.get(word)) is not None)


def _parts(text: str, room: Span, language: str) -> Iterator[str]:
    index, where = _by_first_word(), word_pattern("qualifiers", "part_behind", language)
    for found in _CAPITAL.finditer(text, room.start, room.end):
        for name in index.get(found[0], ()):
            start, end = found.start(), found.start() + len(name)
            if not text.startswith(name, start) or text[end : end + 1].isalnum() or _NAME.match(text, end):
                continue
            before = text[max(0, start - _BACK) : start]
            if (
                _OWNS.match(text, end)
                or _is_subject(text, room, (start, end), language)
                or _is_attribute(before, text[end : end + _AHEAD])
                or (where is not None and where.search(before))
            ):
                yield name


def _is_subject(text: str, room: Span, at: tuple[int, int], language: str) -> bool:
    """Return whether a name is the subject of its clause: "Bavaria | has taken in 82,003"."""
    start, end = at
    opens = not text[room.start : start].strip(" ,“„\"'")
    verb = _WORD_BEHIND.match(text, end)
    return (
        opens and verb is not None and tense_of(verb[1], language) is not None and not _NAMES_PERSONS.match(text, start)
    )


def _is_attribute(before: str, behind: str) -> bool:
    """Return whether a name stands between an article and a noun: "the average | Auckland | house"."""
    return _ARTICLE.search(before) is not None and _NOUN.match(behind) is not None


@cache
def _by_first_word() -> dict[str, tuple[str, ...]]:
    """Return the names of parts by their first word, the longest first."""
    index: dict[str, list[str]] = {}
    for name in sorted(parts(), key=len, reverse=True):
        index.setdefault(re.split(r"[\s-]", name)[0], []).append(name)
    return {word: tuple(names) for word, names in index.items()}


def _inside(text: str, sentence: Span, room: Span, key: str, language: str) -> Iterator[re.Match[str]]:
    for found in phrases_in(text, (sentence.start, sentence.end), "qualifiers", key, language):
        if room.start <= found.start() < room.end:
            yield found


def _city(words: str) -> str | None:
    """Return the city at the head of some words with capitals; a city that is called as its country is that country."""
    said = words.split()
    for count in range(len(said), 0, -1):
        name = " ".join(said[:count])
        if country_of_city(name) is not None and find_place(name) is None:
            return name
    return None
