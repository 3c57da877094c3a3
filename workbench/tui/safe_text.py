"""Make foreign text safe to show on a screen.

Titles, quotes, series names and notes come from strangers. A control character in them could move the cursor or repaint
the terminal; a bidirectional override could make a figure read backwards. Everything that a screen shows passes through
`plain`, once, in `workbench.tui.lines.line`. Markup is never interpreted: "[bold]" is six characters.
"""

from __future__ import annotations

import unicodedata

_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that change the direction of writing: shown as a sign, since they can make a figure read wrong."""

_SIGN = "\N{REPLACEMENT CHARACTER}"

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
"""No-break space, as in ``36.5 %``."""


class _Safe(dict[int, str]):
    """A table for `str.translate` that computes each character once."""

    def __missing__(self, code: int) -> str:
        self[code] = _shown(chr(code))
        return self[code]


def _shown(char: str) -> str:
    if char.isprintable() or char == NO_BREAK_SPACE:
        return char
    if char.isspace():
        return " "
    invisible = unicodedata.category(char) == "Cf" and char not in _TURNING
    return "" if invisible else _SIGN


_SAFE = _Safe()


def plain(text: object) -> str:
    r"""Make foreign text one line without control characters; every kind of space becomes a space, except no-break spaces.

    >>> plain("a\x1b[31mb\tc\u200bd")
    'a�[31mb cd'
    """
    return str(text).translate(_SAFE)


def one_line(text: object) -> str:
    r"""Make foreign text one line, with runs of white space joined, for a row.

    >>> one_line("  In\n  Skopje ")
    'In Skopje'
    """
    return " ".join(plain(text).split())
