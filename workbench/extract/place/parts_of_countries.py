"""Parts of a country that a claim is about (a city, a region, a province), whose figure is not the country's.

"in the Skopje region" names a place that no table of countries has. If the text's own country were assumed instead,
the claim would be compared with a figure of another place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from workbench.core.document import Span
from workbench.core.place import country_of_city, find_place, part_code, parts, places
from workbench.core.subdivisions import subdivisions
from workbench.extract.place.places_other_languages import place_named
from workbench.extract.words.tenses import tense_of
from workbench.extract.words.word_patterns import phrases_in, word_pattern

PARTS = ("within", "side", "city")
"""Classes of phrases that stand before the name of a part."""

_BACK = 24
_SHOUTED = re.compile(r"(?<![\w-])[^\W\d_a-zà-ÿа-я]{4,}(?![\w-])")
_CAPITAL = re.compile(r"(?<![\w-])[^\W\d_a-zà-ÿа-я][^\W\d_]+")
_LETTER = re.compile(r"(?<![\w'’-])[^\W\d_a-zà-ÿа-я]")
"""A capital letter that a word begins with."""
_NAME = re.compile(r"\s[A-ZÄÖÜА-Ш][a-zäöüа-ш]")
"""A further name right behind: "Virginia Woolf"."""
_AHEAD = 16
_ARTICLE = re.compile(r"\b(?:the|an?|every|each|typical|average|median|mean)\s(?:[a-z-]+\s)?\Z", re.IGNORECASE)
_ALONE = re.compile(r"\W*(?:[^\W\d_]{1,3}\s)?(?P<name>[^\W\d_][\w’'-]+(?:\s[^\W\d_][\w’'-]+){0,3})\W*")
"""A name with at most a short word before it, and nothing else."""
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
_LABEL = re.compile(r"['’]s?\s|,?\s\(?\d|\s?[:–—]|\s-\s|,\s(?!\w+,)(?=[^.!?]*\d)")
"""What follows a name that labels a figure: "Chiapas 2016: …", "Chiapas: 77 percent"."""
_CALLED = re.compile(
    r"(?:\b(?:Mrs?|Ms|Dr|Prof|Sen(?:ator)?|Deputy|Minister|President|Herrn?|Frau|Госпо[дѓ]\w+)|\s[^\W\d_a-zà-ÿа-я][^\W\d_]*)\.?\s\Z"
)
"""A title, or a capitalised word in the sentence, before a name: "Mr Hidalgo", "the Real Murcia"."""


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
    in_cities = (found["city"] for found in (_inside(text, sentence, room, "city", language) if led else ()))
    of_cities = (found["city"] for found in _CITY.finditer(text, room.start, room.end))
    named = (_city(words) for words in chain(in_cities, of_cities))
    return next((name for name in named if name is not None), None) or next(_parts(text, room, language), None)


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


def subdivision_in(text: str, room: Span, country: str, language: str) -> str | None:
    """Find the province, state or municipality of a country that a clause is about; None where it names none.

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
    """Find the longest name of a country's subdivision at an offset of a text."""
    there = (name for name in _subdivisions_by_letter(country).get(text[start], ()) if text.startswith(name, start))
    whole = [name for name in there if not text[start + len(name) : start + len(name) + 1].isalnum()]
    return max(whole, key=len, default=None)


@cache
def _subdivisions_by_letter(country: str) -> dict[str, tuple[str, ...]]:
    """Index the names of a country's subdivisions by their first letter."""
    index: dict[str, list[str]] = {}
    for name in subdivisions(country) | _own_parts(country):
        index.setdefault(name[:1], []).append(name)
    return {letter: tuple(names) for letter, names in index.items()}


def own_part_beside(text: str, room: Span, country: str) -> str | None:
    """Find a part of the speaker's country that stands beside a figure in any role: as label, as subject, in an aside.

    Where no country is named, such a name is the only place there is. A capital stands for its country.

    >>> said = "Jalisco 2016: 32 percent were poor. In 2016 Chiapas had 77. Mr Hidalgo said 43."
    >>> [own_part_beside(said, Span(*at), "MEX") for at in ((0, 35), (36, 59), (60, len(said)))]
    ['Jalisco', 'Chiapas', None]
    """
    for found in _LETTER.finditer(text, room.start, room.end):
        start = found.start()
        name = _subdivision_at(text, start, country)
        if name is None or _is_capital(name, country) or find_place(name) is not None:
            continue
        heads = not text[room.start : start].strip(" \n“„\"'#•·-–—")
        if _LABEL.match(text, start + len(name)) if heads else _is_alone(text, room, start, start + len(name)):
            return name
    return None


def _is_capital(name: str, country: str) -> bool:
    return any(name in city for city in places()[country].cities[:1])


def _is_alone(text: str, room: Span, start: int, end: int) -> bool:
    """Check whether a name is no piece of a longer one: "Senator | Hidalgo", "the | Central | Bank"."""
    return _NAME.match(text, end) is None and _CALLED.search(text[max(room.start, start - _BACK) : start]) is None


def subdivision_alone(words: str, country: str) -> str | None:
    """Find the subdivision that is all a sentence says: "Chiapas!", "Und Niedersachsen?"; None where it says more.

    >>> subdivision_alone("And Chiapas?", "MEX"), subdivision_alone("Chiapas has no roads.", "MEX")
    ('Chiapas', None)
    """
    found = _ALONE.fullmatch(words)
    return found["name"] if found is not None and found["name"] in subdivisions(country) | _own_parts(country) else None


@cache
def _own_parts(country: str) -> frozenset[str]:
    return frozenset(name for name, code in parts().items() if code == country)


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
    """Check whether a name is the subject of its clause: "Bavaria | has taken in 82,003"."""
    start, end = at
    opens = not text[room.start : start].strip(" ,“„\"'")
    verb = _WORD_BEHIND.match(text, end)
    return (
        opens and verb is not None and tense_of(verb[1], language) is not None and not _NAMES_PERSONS.match(text, start)
    )


def _is_attribute(before: str, behind: str) -> bool:
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
