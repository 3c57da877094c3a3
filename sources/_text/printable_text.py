"""Make foreign text fit to print: one line, no control characters, limited length.

Titles and notes come from strangers, and are shown on terminals and in reports.
"""

from __future__ import annotations


def clean(text: object, limit: int = 300) -> str:
    r"""Return one printable line of a foreign text.

    >>> clean("Population,\n total\x1b[31m ")
    'Population, total[31m'
    """
    if text is None:
        return ""
    line = " ".join(str(text)[: limit * 4].split())
    if not line.isprintable():
        line = "".join(c for c in line if c.isprintable())
    return line if len(line) <= limit else line[: limit - 1] + "…"
