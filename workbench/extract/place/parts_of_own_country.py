"""Parts of the speaker's own country, also its subdivisions and big cities, whatever part they play in a sentence.

A name that many countries could have ("Central", "Hidalgo") is a place where it is one of the speaker's own country.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from workbench.core.document import Span
from workbench.core.place import find_place, parts, places
from workbench.core.subdivisions import subdivisions
from workbench.extract.place.parts_of_countries import AHEAD, BACK, NAME, is_attribute, is_subject
from workbench.extract.words.word_patterns import word_pattern

_LETTER = re.compile(r"(?<![\w'’-])[^\W\d_a-zà-ÿа-я]")
"""A capital letter that a word begins with."""
_ALONE = re.compile(r"\W*(?:[^\W\d_]{1,3}\s)?(?P<name>[^\W\d_][\w’'-]+(?:\s[^\W\d_][\w’'-]+){0,3})\W*")
"""A name with at most a short word before it, and nothing else."""
_LABEL = re.compile(r"['’]s?\s|,?\s\(?\d|\s?[:–—]|\s-\s|,\s(?!\w+,)(?=[^.!?]*\d)")
"""What follows a name that labels a figure: "Chiapas 2016: …", "Chiapas: 77 percent"."""
_CALLED = re.compile(
    r"(?:\b(?:Mrs?|Ms|Dr|Prof|Sen(?:ator)?|Deputy|Minister|President|Herrn?|Frau|Госпо[дѓ]\w+)|\s[^\W\d_a-zà-ÿа-я][^\W\d_]*)\.?\s\Z"
)
"""A title, or a capitalised word in the sentence, before a name: "Mr Hidalgo", "the Real Murcia"."""


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
    led = [start for start in letters if where.search(text[max(0, start - BACK) : start])]
    names = (_subdivision_at(text, start, country) for start in led)
    return next((name for name in names if name is not None and find_place(name) is None), None)


def _subdivision_at(text: str, start: int, country: str) -> str | None:
    """Find the longest name of a country's subdivision at an offset of a text."""
    there = (name for name in _subdivisions_by_letter(country).get(text[start], ()) if text.startswith(name, start))
    whole = [name for name in there if not text[start + len(name) : start + len(name) + 1].isalnum()]
    return max(whole, key=len, default=None)


@cache
def _subdivisions_by_letter(country: str) -> dict[str, tuple[str, ...]]:
    """Index the names of a country's subdivisions and big cities by their first letter."""
    index: dict[str, list[str]] = {}
    for name in subdivisions(country) | _own_parts(country) | frozenset(_cities(country)[1:]):
        index.setdefault(name[:1], []).append(name)
    return {letter: tuple(names) for letter, names in index.items()}


def own_part_beside(text: str, room: Span, country: str) -> str | None:
    """Find a part of the speaker's country that stands beside a figure in any role: as label, as subject, in an aside.

    Where no country is named, such a name is the only place there is. A capital stands for its country.

    >>> said = "Jalisco 2016: 32 percent were poor. In 2016 Chiapas had 77. Mr Hidalgo said 43."
    >>> [own_part_beside(said, Span(*at), "MEX") for at in ((0, 35), (36, 59), (60, len(said)))]
    ['Jalisco', 'Chiapas', None]
    """
    for name, at, heads in _own_names(text, room, country):
        if _LABEL.match(text, at.end) if heads else _is_alone(text, room, at):
            return name
    return None


def own_part_named(text: str, room: Span, country: str, language: str) -> str | None:
    """Find the first part of a country that a sentence names in any role, unless it only describes a noun.

    None for its capital, which stands for its rulers.

    >>> said = "I was in Jalisco and met Mr Hidalgo. Then I went to Chiapas. The Chiapas road is long."
    >>> [own_part_named(said, Span(*at), "MEX", "en") for at in ((0, 36), (20, 36), (37, 60), (61, len(said)))]
    ['Jalisco', None, 'Chiapas', None]
    """
    for name, at, heads in _own_names(text, room, country):
        if heads:  # "Reading the report" is not Reading
            meant = bool(_LABEL.match(text, at.end)) or is_subject(text, room, (at.start, at.end), language)
        else:
            described = is_attribute(text[max(0, at.start - BACK) : at.start], text[at.end : at.end + AHEAD])
            meant = _is_alone(text, room, at) and not described
        if meant:
            return name
    return None


def _own_names(text: str, room: Span, country: str) -> Iterator[tuple[str, Span, bool]]:
    """Yield the parts of a country that a stretch names, but no capital: each with where, and whether the stretch begins with it."""
    for found in _LETTER.finditer(text, room.start, room.end):
        start = found.start()
        name = _subdivision_at(text, start, country)
        if name is not None and not _is_capital(name, country) and find_place(name) is None:
            heads = not text[room.start : start].strip(" \n“„\"'#•·-–—")
            yield name, Span(start, start + len(name)), heads


def is_part_of(name: str, country: str) -> bool:
    """Check whether a name is that of a part of a country: a region, a subdivision, or a big city that is not its capital.

    >>> is_part_of("Bavaria", "DEU"), is_part_of("Leipzig", "DEU"), is_part_of("Leipzig", "FRA")
    (True, True, False)
    """
    return parts().get(name) == country or any(name in names for names in (subdivisions(country), _cities(country)))


def _is_capital(name: str, country: str) -> bool:
    return any(name in city for city in _cities(country)[:1])


def _cities(country: str) -> tuple[str, ...]:
    """Return the big cities of a country, the capital first; none of what is no country ("Scotland")."""
    return places()[country].cities if country in places() else ()


def _is_alone(text: str, room: Span, at: Span) -> bool:
    """Check whether a name is no piece of a longer one: "Senator | Hidalgo", "the | Central | Bank"."""
    return (
        NAME.match(text, at.end) is None and _CALLED.search(text[max(room.start, at.start - BACK) : at.start]) is None
    )


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
