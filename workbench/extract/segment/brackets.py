"""Brackets of a sentence: a remark that ends no clause."""

from __future__ import annotations

import re

from workbench.core.document import Span

_BRACKETED = re.compile(r"\([^()]*\)")


def other_brackets(text: str, within: Span, span: Span) -> tuple[Span, ...]:
    """Find the brackets of a span that a part of it lies outside of; none where the part lies inside one.

    A bracket is a remark and ends no clause: "enterprises importing goods (without construction) rose".

    >>> [span.cut("It rose (by 5).") for span in other_brackets("It rose (by 5).", Span(0, 15), Span(3, 7))]
    ['(by 5)']
    """
    if text.find("(", within.start, within.end) < 0:
        return ()
    found = [Span(*one.span()) for one in _BRACKETED.finditer(text, within.start, within.end)]
    return () if any(one.covers(span) for one in found) else tuple(found)
