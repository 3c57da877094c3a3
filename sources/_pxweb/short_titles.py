"""Shorten titles of PxWeb tables: the list of variables at their end is no part of what they measure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sources._cube.cube import Axis

_ENDS = r"\s*[,:]?\s*(?:\b(?:by|од|по|sipas|po|etter|efter|według|nach)\b)?\s*"
_AND = r"(?:,| and| и| dhe| och| og| in| i| ja)"


def short_title(title: str, axes: Sequence[Axis]) -> str:
    """Return a table's title without the list of its variables, which PxWeb adds to it.

    >>> axes = (Axis("s", "Sector", ()), Axis("m", "Month", ()))
    >>> short_title("Average net wage by Sector and Month", axes), short_title("Births by sex", axes)
    ('Average net wage', 'Births by sex')
    """
    names = "|".join(re.escape(axis.label) for axis in axes if axis.label)
    if not names:
        return title
    found = re.search(rf"{_ENDS}(?:{names})(?:{_AND} (?:{names}))*\Z", title, re.IGNORECASE)
    short = title[: found.start()].rstrip(" ,:") if found else title
    return short if len(short) > 2 else title
