"""Finds a quote in a text that is set differently: other line breaks, other quotation marks, words hyphenated at a line's end.

The result is a place in the text itself; from then on the words there are cited, not those that were typed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

PAGE_END = "\f"
"""The character between two pages of a printed text."""

MOST_AROUND = 32
"""Maximum number of characters kept before and after a quote."""

_SAME = str.maketrans(dict.fromkeys("‘’‚‛′`´", "'") | dict.fromkeys("“”„‟″«»", '"') | dict.fromkeys("‐‑‒–—―−", "-"))


class QuotePlace(NamedTuple):
    """Where a quote is, half-open in code points of the text, and how often it occurs."""

    start: int
    end: int
    times: int


def find_quote(text: str, quote: str, start: int = 0, end: int | None = None) -> QuotePlace | None:
    r"""Find the first place of a quote within a range of a text, and how often it occurs there; None where it does not.

    Letters and digits must be the same; white space, kinds of quotation marks and dashes, ligatures, and hyphens inside words
    need not.

    >>> find_quote("the number of appli-\ncations  fell by 70 %", "applications fell by 70%")
    QuotePlace(start=14, end=42, times=1)
    >>> find_quote("applications fell", "applications rose") is None
    True
    """
    words, places = _folded(text, start, len(text) if end is None else end)
    wanted, _ = _folded(quote, 0, len(quote))
    at = words.find(wanted) if wanted else -1
    if at < 0:
        return None
    return QuotePlace(places[at], places[at + len(wanted) - 1] + 1, words.count(wanted))


def words_around(text: str, start: int, end: int) -> tuple[str, str]:
    """Take a few whole words before and after a place, each on one line.

    >>> words_around("The number of applications fell by 70 percent in 2021.", 14, 26)
    ('The number of', 'fell by 70 percent in 2021.')
    """
    before = text[max(0, start - MOST_AROUND) : start]
    after = text[end : end + MOST_AROUND]
    whole = before if start <= MOST_AROUND else before.partition(" ")[2]
    return " ".join(whole.split()), " ".join(
        (after if end + MOST_AROUND >= len(text) else after.rpartition(" ")[0]).split()
    )


def page_at(text: str, offset: int) -> int:
    """Find the printed page of a place, from 1; 0 for a text that has no pages."""
    return text.count(PAGE_END, 0, offset) + 1 if PAGE_END in text else 0


def page_range(text: str, page: int) -> tuple[int, int] | None:
    r"""Find the range of a printed page; None where there is no such page.

    >>> page_range("one\fthree", 2), page_range("one\fthree", 3)
    ((4, 9), None)
    """
    start = 0
    for _ in range(page - 1):
        found = text.find(PAGE_END, start)
        if found < 0:
            return None
        start = found + 1
    end = text.find(PAGE_END, start)
    return start, end if end >= 0 else len(text)


def _folded(text: str, start: int, end: int) -> tuple[str, list[int]]:
    """Normalise the letters, digits and signs of a range for comparison, with the index of each in the text."""
    found = list(_letters(text, start, end))
    return "".join(letter for letter, _ in found), [place for _, place in found]


def _letters(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    before = ""
    for place in range(start, end):
        for letter in unicodedata.normalize("NFKC", text[place]).translate(_SAME):
            if letter.isspace() or letter == "\u00ad" or (letter == "-" and before.isalpha()):
                continue
            before = letter
            yield letter, place
