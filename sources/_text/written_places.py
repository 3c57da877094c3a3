"""Read places in tables: names in any supported language, ISO and UN codes, NUTS regions.

One office writes Germany as DE, the next as DEU, 276 or Deutschland, and "AL" is Albania in one table and Alabama in
another. So the meaning of a code depends on the whole column; an unknown code is kept as a place of its own, as
written, and is never guessed to be a country.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from sources._text.m49 import place_by_number
from sources._text.printable_text import clean
from workbench.core.errors import Problem
from workbench.core.place import find_place, places

_NUMBER = re.compile(r"'?[0-9]{1,3}\Z")
_MEMBERS = "AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK"
_OTHERS_IN_NUTS = "UK|AL|CH|IS|LI|ME|MK|NO|RS|TR"
_NUTS = re.compile(rf"(?:{_MEMBERS}|{_OTHERS_IN_NUTS})[0-9A-Z]{{1,3}}\Z")
_NUMBERED, _COUNTRIES = 0.6, 0.4
"""The shares of a column's codes that must be numbers of places, and of countries, before its codes are taken for the UN's."""
_HOMONYMS, _FEW, _MANY = frozenset({"georgia"}), 0.1, 10
"""Countries that share their name with a region elsewhere.

They are not meant in a long list of which few are countries.
"""

_LONGEST, _MOST_NAMED = 80, 5


@lru_cache(maxsize=50_000)
def written_place(text: str) -> str | None:
    """Return the code of a country or group by its name in any supported language, or by its ISO code; None for other text.

    >>> written_place("Deutschland"), written_place("Германија"), written_place("DE"), written_place("DEU"), written_place("276")
    ('DEU', 'DEU', 'DEU', 'DEU', None)
    """
    if len(text) < 2 or (known := find_place(text)) is not None:
        return None if len(text) < 2 else known
    from workbench.extract.place.places_other_languages import place_named  # noqa: PLC0415  (few tables need the words of other languages)

    return place_named(text)


def is_region_code(text: str) -> bool:
    """Return whether a code is one of a NUTS region inside a country.

    >>> is_region_code("DE11"), is_region_code("ITC"), is_region_code("DE"), is_region_code("DEU1234")
    (True, True, False, False)
    """
    return bool(_NUTS.match(text)) and find_place(text) is None


def in_numbers(codes: Iterable[str]) -> bool:
    """Check whether the codes of a column are the UN's numbers (M49): only short numbers, most of them of countries.

    >>> in_numbers(["004", "276", "150"]), in_numbers(["01", "02", "03", "5"]), in_numbers(["DE", "276"])
    (True, False, False)
    """
    distinct = set(codes)
    if not distinct or not all(_NUMBER.match(code) for code in distinct):
        return False
    known = [places()[code] for one in distinct if (code := _of_number(one)) in places()]
    countries = sum(bool(place.iso2) for place in known)
    return len(known) >= _NUMBERED * len(distinct) and countries >= _COUNTRIES * len(distinct)


def _of_number(code: str) -> str:
    return place_by_number(code.removeprefix("'"))


def place_reader(members: Sequence[tuple[str, str]]) -> Callable[[str, str], str]:
    """Return a function that converts places of a table: to the workbench's code where known, else to the text as written.

    The name decides. A code only counts where there is no name, or where the table's other codes agree with their
    names: "AL" with the name "Alabama" is not Albania.

    Args:
        members: The code and the label of each; both are the same where a table has only one of them.

    >>> read = place_reader([("AL", "Alabama"), ("GA", "Georgia"), ("NE", "Nebraska")])
    >>> read("AL", "Alabama"), read("GA", "Georgia")
    ('Alabama', 'Georgia')
    >>> read = place_reader([("276", "276"), ("1", "1"), ("999", "999")])
    >>> read("276", "276"), read("1", "1"), read("999", "999")
    ('DEU', 'WLD', '999')
    >>> read = place_reader([("MK", "FYR of M."), ("CZ", "Czechia")])
    >>> read("MK", "FYR of M.")
    'MKD'
    """
    numbers = in_numbers(code for code, _ in members)

    def by_code(code: str) -> str:
        return (_of_number(code) if numbers else "") or written_place(code) or ""

    both = [(by_code(code), written_place(label)) for code, label in members if code != label]
    agree = sum(coded == named for coded, named in both if coded and named)
    differ = sum(coded != named for coded, named in both if coded and named)
    of_countries = agree > 0 or not differ
    known = sum(written_place(label) is not None for _, label in members)
    elsewhere = _HOMONYMS if len(members) >= _MANY and known < _FEW * len(members) else frozenset[str]()

    def read(code: str, label: str) -> str:
        named = written_place(label) if code != label and label.lower() not in elsewhere else None
        coded = by_code(code) if code.lower() not in elsewhere else ""
        if named and (of_countries or not coded):
            return named
        sure = code == label or agree > differ or (len(code) > 2 and of_countries)
        return (coded if coded and sure else "") or clean(label, _LONGEST)

    return read


def unknown_place_problems(where: str, found: Iterable[str]) -> tuple[Problem, ...]:
    """Return a Problem that names unknown places; empty where all are known.

    Args:
        where: The table's name for readers.
        found: The places as read.
    """
    strangers = [one for one in dict.fromkeys(found) if one and one not in places()]
    if not strangers:
        return ()
    some = ", ".join(f"“{clean(one, 40)}”" for one in strangers[:_MOST_NAMED])
    more = f" and {len(strangers) - _MOST_NAMED:,} more" if len(strangers) > _MOST_NAMED else ""
    is_ = "is no place that is known; it is" if len(strangers) == 1 else "are no places that are known; they are"
    return (Problem(where, f"{some}{more} {is_} kept as written.", "", "unknown-place"),)
