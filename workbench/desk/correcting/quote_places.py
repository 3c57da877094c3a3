"""Finds a quote in a text, ignoring white space and the form of quotation marks."""

from __future__ import annotations

import re

from workbench.core.document import Document, Span
from workbench.core.failures.amendment_errors import QuoteNotFoundError, QuoteTwiceError

_ALIKE = {"'": "['’‘‚]", '"': '["“”„«»]', "-": "[-‐‑–—−]"}
_SAME = {other: mark for mark, others in _ALIKE.items() for other in others.strip("[]")}


def quoted(document: Document, quote: str) -> Span:
    r"""Find a quote in a document.

    >>> span = quoted(Document(id="d", title="", text="It fell\nby 3 %.", origin="-"), "fell by 3 %")
    >>> span.start, span.end
    (3, 14)

    Raises:
        QuoteNotFoundError: It does not occur.
        QuoteTwiceError: It occurs several times.
    """
    words = quote.split()
    if not words:
        raise QuoteNotFoundError(quote, document.id)
    pattern = r"\s+".join("".join(_letter(letter) for letter in word) for word in words)
    for flags in (0, re.IGNORECASE):
        found = [match.span(1) for match in re.finditer(f"(?=({pattern}))", document.text, flags)]
        if len(found) > 1:
            raise QuoteTwiceError(quote, len(found))
        if found:
            return Span(*found[0])
    raise QuoteNotFoundError(quote, document.id)


def _letter(letter: str) -> str:
    mark = _SAME.get(letter)
    return _ALIKE[mark] if mark else re.escape(letter)
