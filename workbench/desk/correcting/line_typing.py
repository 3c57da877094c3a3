"""A name and its value typed on one line, and what Tab offers next there; the same in every user interface."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NAMED = re.compile(r"\s*([^\s=:]*)\s*[=:]?\s*(.*?)\s*", re.DOTALL)


def named_value(typed: str) -> tuple[str, str]:
    """Split a line into name and value, whatever separates them.

    >>> [named_value(typed) for typed in ("period 2020", "period=2020", " period: 2020 ", "period = 2020")]
    [('period', '2020'), ('period', '2020'), ('period', '2020'), ('period', '2020')]
    >>> named_value("title Budget 2021: a summary"), named_value("base")
    (('title', 'Budget 2021: a summary'), ('base', ''))
    """
    found = _NAMED.fullmatch(typed)
    return (found[1], found[2]) if found else ("", typed)


def next_line(lines: Iterable[str], typed: str) -> str:
    """Find the line after the typed one, cyclically; a beginning is completed to the first line that begins so, else it stays.

    >>> next_line(["day 2021", "place MKD"], "place MKD"), next_line(["day 2021", "place MKD"], "pl"), next_line([], "x")
    ('day 2021', 'place MKD', 'x')
    """
    there, begun = list(lines), typed.strip()
    if begun in there:
        return there[(there.index(begun) + 1) % len(there)]
    return next((each for each in there if each.startswith(begun)), typed)
