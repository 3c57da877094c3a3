"""Brackets of a sentence: what they hold is said in passing, and ends no clause."""

from __future__ import annotations

import re

from workbench.core.text import Span

_BRACKETED = re.compile(r"\([^()]*\)")


def other_brackets(text: str, within: Span, span: Span) -> tuple[Span, ...]:
    """Return the brackets of a stretch that a part of it stands outside of; none where it stands inside one.

    What a bracket holds is said in passing and ends no clause: "enterprises importing goods (without construction) rose".

    >>> [span.cut("It rose (by 5).") for span in other_brackets("It rose (by 5).", Span(0, 15), Span(3, 7))]
    ['(by 5)']
    """
    if text.find("(", within.start, within.end) < 0:
        return ()
    found = [Span(*one.span()) for one in _BRACKETED.finditer(text, within.start, within.end)]
    return () if any(one.covers(span) for one in found) else tuple(found)
