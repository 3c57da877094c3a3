"""Foreign words made fit to show: one line, no control characters, of bounded length.

Why this file exists: titles and notes come from strangers and end on a terminal and in reports.
"""

from __future__ import annotations

import unicodedata

_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})


def clean(text: object, limit: int = 300) -> str:
    r"""One printable line of a foreign text.

    >>> clean("Population,\n total\x1b[31m ")
    'Population, total[31m'
    """
    if text is None:
        return ""
    raw = str(text)[: limit * 4]
    if not raw.isascii() or not raw.isprintable():
        raw = "".join(" " if c.isspace() else c for c in raw if c.isspace() or unicodedata.category(c) not in _HIDDEN)
    line = " ".join(raw.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
