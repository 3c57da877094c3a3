"""The dateline of a dispatch: a known city in capitals, or with a day or an agency's name, and a dash before the first word.

It says where the words were said. In "BERLIN – …" no city is counted apart, and in "ATHENS (Reuters) – …" nobody speaks
of the country of the reader.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from workbench.core.document import Span
from workbench.core.place import country_of_city
from workbench.extract.words.word_files import raw_tables

_CITY = r"[^\W\d_][\w.'’-]{2,24}(?:\s[^\W\d_][\w.'’-]{1,24}){0,2}"
_AGENCY = r"\s\([^()\n\d]{2,30}\)"
_DAY = r",\s(?:\d{1,2}\.?\s[^\W\d_]+\.?|[^\W\d_]+\.?\s\d{1,2},?)(?:\s\d{4}(?:\sг(?:\.|одина))?)?"
_LINE = re.compile(
    rf"\s*(?P<city>{_CITY})(?:/[^\W\d_]+)?(?P<day>{_DAY})?(?P<agency>{_AGENCY})?\s?[–—-]{{1,2}}\s+(?=[\"„“«]?[^\W\d_])"
)


class Dateline(NamedTuple):
    """Where a dateline stands, with its dash, and the country of its city."""

    span: Span
    country: str


def dateline_of(text: str, language: str) -> Dateline | None:
    """Find the dateline that a text begins with; None where it begins with none, or no table has its city.

    >>> dateline_of("WIESBADEN – Im Jahr 2012 sank die Quote.", "de")
    Dateline(span=Span(start=0, end=12), country='DEU')
    >>> dateline_of("Oslo, 3 July 2012 – Exports fell.", "en")
    Dateline(span=Span(start=0, end=20), country='NOR')
    >>> dateline_of("Wiesbaden – das war 2012.", "de"), dateline_of("GDP – it rose.", "en")
    (None, None)

    Args:
        text: The words.
        language: One with a word file, or ``und``.
    """
    found = _LINE.match(text)
    if found is None or not (found["agency"] or found["day"] or found["city"].isupper()):
        return None
    country = country_of_city(found["city"]) or _capitals(language).get(found["city"].casefold())
    return None if country is None else Dateline(Span(found.start("city"), found.end()), country)


@cache
def _capitals(language: str) -> dict[str, str]:
    """Index the countries by their capitals in small letters, as one language calls them."""
    written = (row.partition(" ") for row in raw_tables(language)["places"]["capitals"])
    return {city.casefold(): code for code, _, city in written}
