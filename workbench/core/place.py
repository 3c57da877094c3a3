"""Places: countries by ISO 3166 alpha-3, and groups of countries with their members in a given year.

The table behind it (`places.toml`) holds, for each code, the name that reports print, other names and former names, the
demonyms, the alpha-2 code, and the cities that appear in datelines. The names come from ISO 3166 and from pages of the UN and the EU.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

_LONGEST_NAME = 200
_SHORTEST_NAME = 4
_BRACKETED = re.compile(r"([^()]+) \((?:the )?([^()]+ of(?: the)?|the)\)")
_INVERTED = re.compile(r"([^,()]+), ([^,()]+ of(?: the)?|the)")
_AGGREGATE = r"(?: ?[-–—:,]? ?(?:total|average|all countries|aggregate))\Z"
_MEMBER_COUNT = r" ?(?:[-–—] )?\(?\d\d countries(?: ?\([^()]*\)|[^()]*\))?\Z"
_IN_BRACKETS = (
    r" \((?:until|from|since|under|including|excluding|incl\.|excl\.|ea ?\d\d|republic of|vatican"
    r"|malvinas|us\)|china\)|fixed|changing)[^()]*\)?\Z"
)
_WITH_OR_WITHOUT = r" (?:including|except|excluding) .{2,60}\Z|, mainland\Z"
_COVERAGE = re.compile(rf"{_AGGREGATE}|{_MEMBER_COUNT}|{_IN_BRACKETS}|{_WITH_OR_WITHOUT}")
"""What a table adds to a name: the members of a group, the word "aggregate", a territory included or excluded."""


@dataclass(frozen=True, slots=True)
class Place:
    """A country or a group of countries.

    Attributes:
        code: ISO 3166 alpha-3 ("MKD"), or a group's own code ("EU27", "WB6").
        name: The name that reports print.
        names: Other names and former names, as written.
        demonyms: Adjectives and nouns for its people ("Macedonian").
        iso2: ISO 3166 alpha-2; empty for groups.
        members: For groups, (code, first year, last year or None) of each member.
        cities: Cities that appear in datelines, the capital first.
        parts: The names of its parts that have figures of their own: the code ("Scotland"), then the name in other languages.
    """

    code: str
    name: str
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    iso2: str = ""
    members: tuple[tuple[str, int, int | None], ...] = ()
    cities: tuple[str, ...] = ()
    parts: tuple[tuple[str, ...], ...] = ()

    def members_in(self, year: int) -> tuple[str, ...]:
        """List the codes of a group's members in a year; a country is its own only member."""
        if not self.members:
            return (self.code,)
        return tuple(code for code, first, last in self.members if first <= year and (last is None or year <= last))


UNNAMED_PLACE = "unnamed place"
"""Code of the place for figures of a table that names no place."""


@cache
def places() -> dict[str, Place]:
    """Return every known place by its code."""
    table = tomllib.loads(files("workbench.core").joinpath("places.toml").read_text(encoding="utf-8"))
    return {code: _place(code, row) for code, row in table.items()}


def _place(code: str, row: dict[str, object]) -> Place:
    def words(key: str) -> tuple[str, ...]:
        found = row.get(key, [])
        return tuple(str(word) for word in found) if isinstance(found, list) else ()

    raw = row.get("members", [])
    rows = raw if isinstance(raw, list) else []
    members = tuple((str(m[0]), int(m[1]), int(m[2]) if len(m) > 2 else None) for m in rows)
    iso2 = str(row.get("iso2", ""))
    parts = tuple(tuple(each.split("|")) for each in words("parts"))
    return Place(code, str(row["name"]), words("names"), words("demonyms"), iso2, members, words("cities"), parts)


@cache
def _by_name() -> dict[str, str]:
    index: dict[str, str] = {}
    for code, place in places().items():
        for name in (place.name, code, place.iso2, *place.names):
            if name:
                index.setdefault(name.casefold().replace("’", "'"), code)
    return index


def find_place(name: str) -> str | None:
    """Find the code of a place by name, former name, alpha-2 or alpha-3 code, ignoring case; None where unknown.

    Names are also read as statistical offices print them: inverted ("Moldova, Republic of"), with the number of a group's
    members ("Euro area (19 countries)"), and with a footnote mark.

    >>> find_place("north macedonia"), find_place("MK"), find_place("Atlantis")
    ('MKD', 'MKD', None)
    >>> find_place("China (People's Republic of)"), find_place("Korea, Democratic People's Republic of")
    ('CHN', 'PRK')
    >>> find_place("European Union - 27 countries (from 2020)"), find_place("Georgia (USA)")
    ('EU27', None)
    """
    if len(name) > _LONGEST_NAME:
        return None
    known = _by_name()
    return next((known[way] for way in _ways_to_read(name) if way in known), None)


def _ways_to_read(name: str) -> Iterator[str]:
    """Yield a name in small letters as written, inverted, and without the addition that says which countries or territories it covers."""
    plain = " ".join(name.split()).casefold().replace("’", "'").rstrip("* ¹²³⁴⁵⁶⁷⁸⁹")
    yield plain
    for shape in (_BRACKETED, _INVERTED):
        if turned := shape.fullmatch(plain):
            yield f"{turned[2]} {turned[1]}"
    short = _COVERAGE.sub("", plain)
    if short != plain:
        yield short


@cache
def _by_city() -> dict[str, str]:
    index: dict[str, str] = {}
    for code, place in places().items():
        for city in place.cities:
            index.setdefault(city.casefold(), code)
    return index


def country_of_city(name: str) -> str | None:
    """Find the country of a capital or big city, as named in datelines; None where the table lacks it.

    >>> country_of_city("SKOPJE"), country_of_city("Springfield")
    ('MKD', None)
    """
    return _by_city().get(" ".join(name.split()).casefold())


@cache
def _country_names() -> re.Pattern[str]:
    names = (
        n
        for p in places().values()
        if p.iso2
        for n in (p.name, *p.names)
        if len(n) >= _SHORTEST_NAME and n[0].isupper()
    )
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})\b")


@lru_cache(maxsize=20_000)
def country_named(text: str) -> str | None:
    """Find the country that a text names, with a capital letter; None where it names none or several.

    >>> country_named("Unemployment rate in North Macedonia"), country_named("Trade of Kenya with Uganda"), country_named("Rents")
    ('MKD', None, None)
    """
    found = {find_place(name) for name in _country_names().findall(text)}
    return found.pop() if len(found) == 1 else None


@cache
def parts() -> dict[str, str]:
    """Map the parts of countries in the table, by name, to their countries.

    >>> parts()["Scotland"]
    'GBR'
    """
    return {name: code for code, place in places().items() for names in place.parts for name in names}


def part_code(name: str) -> str:
    """Find the code of a part of a country by any of its names; the given name itself where the table lacks it.

    >>> part_code("Nordirland"), part_code("Sachsen"), part_code("Skopje region")
    ('Northern Ireland', 'Sachsen', 'Skopje region')
    """
    return part_names(name)[0]


def part_names(name: str) -> tuple[str, ...]:
    """Find all names of a part of a country by any of them, its code first; only the given name where the table lacks it.

    >>> part_names("Scotland"), part_names("Skopje region")
    (('Scotland', 'Schottland', 'Шкотска'), ('Skopje region',))
    """
    return _parts_by_name().get(name, (name,))


@cache
def _parts_by_name() -> dict[str, tuple[str, ...]]:
    return {name: names for place in places().values() for names in place.parts for name in names}


def country_of_part(name: str) -> str | None:
    """Find the country that a part or a city belongs to; None where the table lacks it.

    >>> country_of_part("Scotland"), country_of_part("Skopje region"), country_of_part("Atlantis")
    ('GBR', 'MKD', None)
    """
    words = name.split()
    for count in range(len(words), 0, -1):
        for begin in range(len(words) - count + 1):
            some = " ".join(words[begin : begin + count])
            if (code := parts().get(some) or country_of_city(some)) is not None:
                return code
    return None


_JOIN = "+"


def joined_code(codes: Sequence[str]) -> str:
    """Join the codes of several places that have one figure together: ``NOR+SWE``."""
    return _JOIN.join(codes)


def is_joined(code: str | None) -> bool:
    """Check whether a code is for several places that have one figure together."""
    return _JOIN in (code or "")


def known_place(code: str | None) -> Place | None:
    """Look up the place or group of a code, also of a joined code (``NOR+SWE``); None where the table lacks one.

    >>> known_place("NOR+SWE").name, known_place("NOR+SWE").members_in(2020), known_place("nowhere")
    ('Norway and Sweden', ('NOR', 'SWE'), None)
    """
    parts = (code or "").split(_JOIN)
    if len(parts) < 2:
        return places().get(code or "")
    members = [places()[part] for part in parts if part in places()]
    if len(members) < len(parts):
        return None
    *first, last = (member.name for member in members)
    name = f"{', '.join(first)} and {last}"
    return Place(code=code or "", name=name, members=tuple((member.code, 0, None) for member in members))


def place_name(code: str | None) -> str:
    """Name a place for readers; the code itself where the table lacks it, empty for None."""
    if code is None:
        return ""
    place = known_place(code)
    return place.name if place else code
