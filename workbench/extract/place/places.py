"""Places named in a text: countries by name, former name or demonym, and groups of countries.

The place is a slot of every official figure. A capital city does not mean its country, a person called Jordan is no
country, and "our country" names none: what is not plainly a place is left out. The document's own place is assumed
later, with a note that says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from workbench.core.claim import Mention
from workbench.core.document import Span
from workbench.core.place import places
from workbench.extract.place.namesakes import is_no_place
from workbench.extract.place.world_and_region import UNNAMED_PARTS, is_place_of_all, is_pool

_CAPITALISED = r"(?<=[A-ZÀ-ÞĀ-Ž])[^\W\d_]*"
_EURO_AREA = r"(?<=e)uro(?:zone|(?=\s(?:area|zone)))"
_WORLD = (
    r"(?<=w)orld(?:wide)?\b|(?<=g)lob(?:e|al(?:ly)?)\b|(?<=r)egion(?:ally)?\b"
    r"|(?<=p)lanet\b|(?<=p)rovince\b|(?<=s)tate\b|(?<=d)istrict\b"
)
_SUB_SAHARAN = r"(?<=s)ub(?=-Saharan)"
_DEVELOPING = r"(?<=d)evelop(?:ing|ed)(?=\s(?:countries|economies|world))"
_INDUSTRIALISED = r"(?<=a)dvanced(?=\seconomies)|(?<=i)ndustriali[sz]ed(?=\scountries)"
_RICH_OR_POOR = r"(?<=l)east(?=\sdeveloped\scountries)|(?<=r)ich(?=\scountries)"
_START = re.compile(
    # The first letter comes first, so that the scan is quick; the lookbehind and the rest of the word follow.
    rf"[A-ZÀ-ÞĀ-Žewgrpsdail](?<![\w.@/#][A-ZÀ-ÞĀ-Žewgrpsdail])(?:{_CAPITALISED}|{_EURO_AREA}"
    rf"|{_WORLD}|{_SUB_SAHARAN}|{_DEVELOPING}|{_INDUSTRIALISED}|{_RICH_OR_POOR})"
)
_WORDS_OF_ALL = frozenset(
    {
        "world",
        "World",
        "global",
        "Global",
        "globally",
        "Globally",
        "globe",
        "planet",
        "region",
        "Region",
        "regionally",
        "Regionally",
    }
)
"""Words that name the world or the region only beside certain other words."""
_FLAT = str.maketrans({"\n": " ", "\r": " ", "\t": " ", "\u00a0": " ", "\u2011": "-", "’": "'"})
_ONLY_IN_TABLES = frozenset(
    {
        "EA",
        "XC",
        "EMU",
        "EUU",
        "OED",
        "the Union",
        "the world",
        "World",
        "EU27_2020",
        "the region",
        "PRC",
        "KSA",
        "RSA",
        "FRG",
        "EL",
    }
)
_SPOKEN = (
    ("worldwide", "WLD"),
    ("Worldwide", "WLD"),
    ("world", "WLD"),
    ("World", "WLD"),
    ("global", "WLD"),
    ("Global", "WLD"),
    ("globally", "WLD"),
    ("Globally", "WLD"),
    ("globe", "WLD"),
    ("planet", "WLD"),
    ("region", "REGION"),
    *((word, "REGION") for word in UNNAMED_PARTS),
    ("regionally", "REGION"),
    ("Regionally", "REGION"),
    ("world's population", "WLD"),
    ("world population", "WLD"),
    ("World population", "WLD"),
    ("euro area", "EA20"),
    ("EU27", "EU27"),
    ("EA20", "EA20"),
    ("E.U", "EU27"),
    ("U.S", "USA"),
    ("U.K", "GBR"),
)
_SHORTEST_SHOUT = 4
_PARTS = frozenset(UNNAMED_PARTS)

Names = dict[str, tuple[tuple[str, str, str], ...]]


def find_places(text: str) -> list[Mention[str]]:
    """Find the places that a text names, in order, each by its code, with the longest name at each offset.

    The rule of a mention is ``name``, ``demonym`` or ``group``.

    >>> [(mention.value, mention.rule) for mention in find_places("German exports to Italy, not to New Mexico")]
    [('DEU', 'demonym'), ('ITA', 'name')]
    """
    flat, index = text.translate(_FLAT), _index()
    found: list[Mention[str]] = []
    at = 0
    for start in _START.finditer(flat):
        names = index.get(start[0])
        if names is None or start.start() < at:
            continue
        mention = _read(flat, start.start(), names)
        if mention is not None:
            at = mention.span.end
            if _is_meant(flat, mention, start[0]):
                found.append(mention)
    return found


def _is_meant(flat: str, mention: Mention[str], word: str) -> bool:
    """Check whether a name means the place."""
    if word in _WORDS_OF_ALL | _PARTS and not is_place_of_all(flat, mention):
        return False
    part = mention.rule == "group" and not places()[mention.value].members
    return not is_pool(flat, mention) if part else not is_no_place(flat, mention)


def _read(flat: str, start: int, names: tuple[tuple[str, str, str], ...]) -> Mention[str] | None:
    """Find the longest name that stands at an offset as whole words."""
    for name, code, rule in names:
        end = start + len(name)
        if flat.startswith(name, start) and not (flat[end : end + 1].isalnum() or flat[end : end + 1] == "_"):
            return Mention(Span(start, end), code, rule)
    return None


@cache
def _index() -> Names:
    """Index every name by its first letters, the longest first."""
    index: dict[str, set[tuple[str, str, str]]] = {}
    for name, code, rule in _names():
        first = re.match(r"[^\W\d_]+", name)
        if first is not None:
            index.setdefault(first[0], set()).add((name, code, rule))
    return {key: tuple(sorted(rows, key=lambda row: (-len(row[0]), row[2]))) for key, rows in index.items()}


def _names() -> Iterator[tuple[str, str, str]]:
    for code, place in places().items():
        kind = "name" if place.iso2 and code != "WLD" else "group"
        for name in (place.name, *place.names):
            yield from _ways_to_write(name, code, kind)
        for word in place.demonyms:
            yield from _ways_to_write(word, code, "demonym")
            yield from _ways_to_write(_plural(word), code, "demonym")
    yield from ((name, code, "name" if places()[code].iso2 and code != "WLD" else "group") for name, code in _SPOKEN)


def _ways_to_write(name: str, code: str, rule: str) -> Iterator[tuple[str, str, str]]:
    if name in _ONLY_IN_TABLES:
        return
    plain = name.removeprefix("the ").removeprefix("The ").replace("’", "'")
    for way in {plain, plain.replace(" & ", " and "), plain.replace("St. ", "St ")}:
        yield way, code, rule
        if len(way) >= _SHORTEST_SHOUT and way[0].isupper():
            yield way.upper(), code, rule


def _plural(word: str) -> str:
    """Form the plural of a noun for a people ("Germans"); words with a final hiss or already plural stay."""
    return word if word.endswith(("s", "sh", "ch", "se", "men", "z")) else word + "s"
