"""Parts of a country that a claim is about (a city, a region, a province), whose figure is not the country's.

"in the Skopje region" names a place that no table of countries has. If the text's own country were assumed instead,
the claim would be compared with a figure of another place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain

from workbench.core.document import Span
from workbench.core.place import country_of_city, find_place, part_code, parts
from workbench.extract.place.places import find_places
from workbench.extract.place.places_other_languages import find_places_elsewhere, place_named
from workbench.extract.words.tenses import tense_of
from workbench.extract.words.word_patterns import phrases_in, word_pattern

_PEOPLE_OF_CITY = {
    "en": re.compile(r"(?P<stem>[A-Z]\w{2,}?)(?:i?ans?|eans?|n?ians?|ers?|ites?)"),
    "de": re.compile(r"(?P<stem>[A-ZÄÖÜ]\w{2,}?)n?er(?:n|s|in|innen)?"),
}
"""How the people of a city are called in a language: its name and an ending."""

PARTS = ("within", "side", "city")
"""Classes of phrases that stand before the name of a part."""

BACK = 24
_SHOUTED = re.compile(r"(?<![\w-])[^\W\d_a-zà-ÿа-я]{4,}(?![\w-])")
_CAPITAL = re.compile(r"(?<![\w-])[^\W\d_a-zà-ÿа-я][^\W\d_]+")
NAME = re.compile(r"\s[A-ZÄÖÜА-Ш][a-zäöüа-ш]")
"""A further name right behind: "Virginia Woolf"."""
AHEAD = 16
_ARTICLE = re.compile(r"\b(?:the|an?|every|each|typical|average|median|mean)\s(?:[a-z-]+\s)?\Z", re.IGNORECASE)
_NOUN = re.compile(r"\s(?!and\b|or\b|has\b|have\b|had\b|is\b|was\b|government|mayor|parliament|office)[a-z]{3,}")
_BEFORE_CITY = ("[Tt]he", "[Aa]", "[Aa]n", "[Ee]very", "typical", "average", "median", "mean")
_CITY_NAME = r"(?P<city>[A-Z]\w+(?:\s[A-Z]\w+)?)"
_NOUN_OF_CITY = r"(?!and\b|or\b|has\b|government|mayor)[a-z]{3,}"
_BEHIND_THE = "|".join(rf"(?<=\b{word}\s)" for word in _BEFORE_CITY)
_CITY = re.compile(rf"(?=[A-Z])(?:{_BEHIND_THE}){_CITY_NAME}\s{_NOUN_OF_CITY}")
"""It begins at a capital letter and looks back from there: most clauses have few."""
_WORD_BEHIND = re.compile(r"\s([^\W\d_]+)\b")
_NAMES_PERSONS = re.compile(r"(?:Amazon|Victoria|Virginia|Georgia|Carolina|Florida|Washington)\b")
"""Parts with the same name as persons, a company or a government."""
_OWNS = re.compile(r"['’]s?\s")


def place_within(text: str, sentence: Span, room: Span, language: str, *, led: bool = True) -> str | None:
    """Find the name of the part of a country that a clause is about, as the text writes it; None where it names none.

    >>> said = "In the Bihar province 5 percent were out of work, in Parliament 3."
    >>> whole = Span(0, len(said))
    >>> place_within(said, whole, Span(0, 21), "en"), place_within(said, whole, Span(50, len(said)), "en")
    ('Bihar province', None)

    Args:
        text: The whole text.
        sentence: The sentence in it.
        room: The clause of the claim in it.
        language: The language whose word file the text is read by.
        led: Whether the sentence may hold phrases before such a name; False saves time, since most hold none.
    """
    if led and (name := _led_to(text, sentence, room, language)):
        return name
    if not led and not _may_name_part(text, sentence, language):
        return None
    in_cities = (found["city"] for found in (_inside(text, sentence, room, "city", language) if led else ()))
    of_cities = (found["city"] for found in _CITY.finditer(text, room.start, room.end))
    cities = (_city(words) for words in chain(in_cities, of_cities))
    named = chain((name for name in cities if name is not None), _parts(text, room, language))
    return next(named, None) or next(_cities_of_peoples(text, room, language), None)


@lru_cache(maxsize=256)  # asked again for every clause of a sentence
def _may_name_part(text: str, sentence: Span, language: str) -> bool:
    """Check whether a word of a sentence may begin a name that `place_within` finds without a phrase before it."""
    if _CITY.search(text, sentence.start, sentence.end):
        return True
    index = _by_first_word()
    words = _CAPITAL.findall(text, sentence.start, sentence.end)
    return any(word in index or _city_of_people(word, language) is not None for word in words)


def _cities_of_peoples(text: str, room: Span, language: str) -> Iterator[str]:
    """Yield the cities whose people a clause names: "| Lagosians |", "die | Münchner |"; in "Wiener Nationalrat" no people is named."""
    for found in _CAPITAL.finditer(text, room.start, room.end):
        if NAME.match(text, found.end()) is None and (city := _city_of_people(found[0], language)) is not None:
            yield city


@lru_cache(maxsize=4096)
def _city_of_people(word: str, language: str) -> str | None:
    """Find the city whose people a word names by its ending; None for the people of a country.

    >>> [_city_of_people(word, "en") for word in ("Lagosians", "Nairobians", "Londoners", "Nigerians", "Members")]
    ['Lagos', 'Nairobi', 'London', None, None]
    """
    found = _PEOPLE_OF_CITY[language].fullmatch(word) if language in _PEOPLE_OF_CITY else None
    if found is None or find_places(word) or find_places_elsewhere(word, language):
        return None
    stems = (found["stem"] + ending for ending in ("", "e", "a", "o", "i", "en"))
    return next((stem for stem in stems if country_of_city(stem) is not None and not _is_known(stem)), None)


def _led_to(text: str, sentence: Span, room: Span, language: str) -> str | None:
    """Find the name behind a phrase: "in the | Bihar province", "in | East Germany"."""
    for found in _inside(text, sentence, room, "within", language):
        return next(name for name in found.groups() if name).strip()
    sides = (
        found for found in _inside(text, sentence, room, "side", language) if _is_side(found["side"], found["whole"])
    )
    side = next(sides, None)
    return None if side is None else side["side"]


def _is_side(side: str, whole: str) -> bool:
    """Check whether a name means a side of a country: "East Germany", but not the country "South Korea"."""
    return not _is_known(side) and _is_known(whole)


def _is_known(name: str) -> bool:
    return find_place(name) is not None or place_named(name) is not None


def parts_in(text: str, language: str) -> Iterator[str]:
    """Yield the parts of countries that some words name, by code.

    Examples: "in Scotland", "in Nordirland", "of Sachsen", "Ontario's".

    >>> list(parts_in("In Scotland it rained; Virginia Woolf stayed in Sussex, and Ontario's roads froze.", "en"))
    ['Scotland', 'Ontario']
    >>> list(parts_in("Die Quote in Nordirland fiel.", "de"))
    ['Northern Ireland']
    """
    if text:
        yield from map(part_code, _parts(text, Span(0, len(text)), language))


def only_part_named(text: str, end: int, country: str | None) -> str | None:
    """Find the one part of a country that a text names before an offset, else in the whole text; None for several.

    The name counts in any role: as subject, as attribute or in a heading.

    >>> only_part_named("CANTABRIA GOES TO WORK. In our region 45,100 seek a job.", 30, "ESP")
    'Cantabria'
    >>> only_part_named("From Ontario to Quebec. In our province 5 left.", 40, None)

    Args:
        text: The text.
        end: Where "our region" stands.
        country: The text's own country; only its parts count. None where it is unknown.
    """
    for said in (text[:end], text):
        fitting = {name for name in _named(said) if country in {None, parts()[name]}}
        if fitting:
            return next(iter(fitting)) if len(fitting) == 1 else None
    return None


def _named(said: str) -> Iterator[str]:
    """Yield the parts of countries that some words name, also those written in capitals."""
    named = (name for words in _CAPITAL.findall(said) for name in _by_first_word().get(words, ()) if name in said)
    yield from map(part_code, named)
    shouted = {name.upper(): part_code(name) for name in parts()}
    yield from (name for word in _SHOUTED.findall(said) if (name := shouted.get(word)) is not None)


def _parts(text: str, room: Span, language: str) -> Iterator[str]:
    index, where = _by_first_word(), word_pattern("qualifiers", "part_behind", language)
    for found in _CAPITAL.finditer(text, room.start, room.end):
        for name in index.get(found[0], ()):
            start, end = found.start(), found.start() + len(name)
            if not text.startswith(name, start) or text[end : end + 1].isalnum() or NAME.match(text, end):
                continue
            before = text[max(0, start - BACK) : start]
            if (
                _OWNS.match(text, end)
                or is_subject(text, room, (start, end), language)
                or is_attribute(before, text[end : end + AHEAD])
                or (where is not None and where.search(before))
            ):
                yield name


def is_subject(text: str, room: Span, at: tuple[int, int], language: str) -> bool:
    """Check whether a name is the subject of its clause: "Bavaria | has taken in 82,003"."""
    start, end = at
    opens = not text[room.start : start].strip(" ,“„\"'")
    verb = _WORD_BEHIND.match(text, end)
    return (
        opens and verb is not None and tense_of(verb[1], language) is not None and not _NAMES_PERSONS.match(text, start)
    )


def is_attribute(before: str, behind: str) -> bool:
    """Check whether a name stands between an article and a noun: "the average | Auckland | house"."""
    return _ARTICLE.search(before) is not None and _NOUN.match(behind) is not None


@cache
def _by_first_word() -> dict[str, tuple[str, ...]]:
    """Index the names of parts by their first word, the longest first."""
    index: dict[str, list[str]] = {}
    for name in sorted(parts(), key=len, reverse=True):
        index.setdefault(re.split(r"[\s-]", name)[0], []).append(name)
    return {word: tuple(names) for word, names in index.items()}


def _inside(text: str, sentence: Span, room: Span, key: str, language: str) -> Iterator[re.Match[str]]:
    for found in phrases_in(text, (sentence.start, sentence.end), "qualifiers", key, language):
        if room.start <= found.start() < room.end:
            yield found


def _city(words: str) -> str | None:
    """Find the city at the start of some capitalised words; a city with the name of its country means the country."""
    said = words.split()
    for count in range(len(said), 0, -1):
        name = " ".join(said[:count])
        if country_of_city(name) is not None and find_place(name) is None:
            return name
    return None
