"""Isolate text of the other writing direction: Hebrew in an English sentence keeps its order, and so does the sentence.

Without it a full stop or a number after such words is drawn before them (Unicode Standard Annex 9, isolates; HTML, `bdi`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

from workbench.core.report import Entry
from workbench.report.one_line import one_line

_STRONG = {"L": "ltr", "R": "rtl", "AL": "rtl"}


def has_leftward(text: str) -> bool:
    r"""Check whether a text has letters that are written from right to left.

    >>> has_leftward("the year (2020)"), has_leftward("\u05d4\u05e9\u05e0\u05d4 (2020)")
    (False, True)
    """
    return not text.isascii() and any(_STRONG.get(unicodedata.bidirectional(c)) == "rtl" for c in text)


def written(text: str) -> Markup:
    r"""Return the attribute of an element whose words begin from the right; nothing for others, which run as the page does.

    >>> str(written("(2020) \u05d4\u05e9\u05e0\u05d4")), str(written("the year"))
    (' dir="rtl"', '')
    """
    first = next((way for c in text if (way := _STRONG.get(unicodedata.bidirectional(c)))), "ltr")
    return Markup(' dir="rtl"') if first == "rtl" else Markup()


def isolated(line: str, inside: Iterable[str]) -> Markup:
    r"""Return a line, escaped, in which each of some texts that stand in it, and that have letters from right to left, is by itself.

    >>> str(isolated("It was <b>. \u05d4 (2020).", ["\u05d4 (2020).", "It"])).encode("ascii", "replace")
    b'It was &lt;b&gt;. <bdi>? (2020).</bdi>'
    """
    alone = sorted({one_line(each) for each in inside if has_leftward(each)}, key=len, reverse=True)
    if not alone:
        return escape(line)
    cut = re.split(f"({'|'.join(map(re.escape, alone))})", line)
    return Markup().join(Markup("<bdi>{}</bdi>").format(part) if n % 2 else escape(part) for n, part in enumerate(cut))


def own_words(entry: Entry) -> Iterator[str]:
    """Yield the texts by people about a claim and its verdict, as they occur in generated lines."""
    yield from (review.note for review in entry.verdict.history)
    yield from (change.why for change in entry.changes)
    yield from (words for each in entry.corrections for words in (each.before, each.after))
