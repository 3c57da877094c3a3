"""Extract the article from markup, by trafilatura in its precise mode.

Hostile markup gives less text, never a crash.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from datetime import date
from html import unescape
from typing import Any

from workbench.core.text_cleaning import clean_text
from workbench.readers._publication_day import states_day

LARGEST = 8_000_000
"""Most characters of markup read. The longest news pages have two million."""

SHORT = 600
"""Length in characters below which an article is doubtful."""

TIMES_LONGER = 5
"""Factor by which the ordinary mode's text must be longer to be used."""

_SCRIPT = re.compile(r"<(script|style|template|noscript)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_BREAK = re.compile(r"</?(?:p|div|br|h[1-6]|li|tr|td|section|article|blockquote)\b[^<>]*>", re.IGNORECASE)
_GLUED = re.compile(r"(?<=[^\W\d_A-Z][^\W\d_A-Z][^\W\d_A-Z][.!?])(?=[^\W\d_a-z][^\W\d_A-Z]+\s)")
_TAG = re.compile(r"<!--.*?-->|<[/!?a-zA-Z][^<>]*>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Article:
    """The text of a page, and its metadata."""

    text: str
    title: str = ""
    day: date | None = None
    url: str = ""
    author: str = ""
    site: str = ""


def read_article(markup: str) -> Article:
    """Extract the article of a page; for a page that cannot be parsed, return its text without tags."""
    markup = markup[:LARGEST]
    found = _extracted(markup)
    if found is None or not (found.text or "").strip():
        return Article(clean_text(without_tags(markup)).text)
    return Article(
        text=_paragraphs(clean_text(found.text).text),
        title=_words(_line(found.title)),
        day=_day_of(markup, found.date),
        url=_address(found.url),
        author=_line(found.author),
        site=_line(found.sitename or found.hostname),
    )


def without_tags(markup: str) -> str:
    """Remove the tags of a page that no parser can read."""
    words = _TAG.sub("", _BREAK.sub("\n\n", _SCRIPT.sub(" ", markup)))
    lines = [" ".join(line.split()) for line in unescape(words).split("\n")]
    return "\n".join(lines).strip()


def _extracted(markup: str) -> Any:
    """Return the text that trafilatura extracts; None where it finds none or gives up.

    Its precise mode sometimes takes a notice for the article. So a short text is compared with that of the ordinary
    mode, which is used where it is very much longer.
    """
    precise = _tried(markup, favor_precision=True)
    if precise is not None and len(precise.text or "") >= SHORT:
        return precise
    ordinary = _tried(markup, favor_precision=False)
    if precise is None or ordinary is None:
        return precise or ordinary
    return ordinary if len(ordinary.text or "") > TIMES_LONGER * len(precise.text or "") else precise


def _tried(markup: str, *, favor_precision: bool) -> Any:
    import trafilatura  # noqa: PLC0415  (0.9 s that only web pages need)

    for name in ("trafilatura", "htmldate", "courlan", "justext", "readability"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        return trafilatura.bare_extraction(
            markup,
            favor_precision=favor_precision,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception:  # noqa: BLE001  (hostile markup breaks parsers in ways that nobody can list)
        return None


def _paragraphs(text: str) -> str:
    """Separate the blocks of a page, which trafilatura returns one per line, like paragraphs of a text file.

    Sentences that lost the space between them get it back ("chief physician.Police arrested").
    """
    return "\n\n".join(_GLUED.sub(" ", line) for line in text.split("\n") if line.strip())


def _line(found: str | None) -> str:
    return " ".join(clean_text(unescape(found or "")).text.split())[:500]


def _words(line: str) -> str:
    """Return a line that has a letter or a digit, else nothing: a broken page description has only signs."""
    return line if any(map(str.isalnum, line)) else ""


def _day_of(markup: str, found: str | None) -> date | None:
    """Return the day that was found, if the page states it and not only a sentence mentions it."""
    from lxml import html  # noqa: PLC0415  (with trafilatura, which only web pages need)

    try:
        day = date.fromisoformat(found or "")
        return day if states_day(html.fromstring(markup), day) else None
    except (ValueError, html.etree.LxmlError):
        return None


def _address(found: str | None) -> str:
    address = _line(found)
    return address if re.match(r"https?://[^\s<>\"']+\Z", address) else ""
