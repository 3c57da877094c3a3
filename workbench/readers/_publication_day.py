"""Check whether a page states its day of publication, or a sentence only mentions that day.

For a page without metadata, a search for dates in markup may return any day of its text: a page with "On 11/09/2001
there were 2,977 victims" would be dated 2001. So a day only counts outside sentences: in an attribute, a script, at the
end of a heading, in a line of its own or with few other words ("Posted on 3 May 2021 by Ann").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Any

_BLOCKS = frozenset(
    [
        "html",
        "body",
        "article",
        "main",
        "section",
        "header",
        "footer",
        "aside",
        "nav",
        "div",
        "p",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "td",
        "th",
        "tr",
        "table",
        "blockquote",
        "pre",
        "figure",
        "figcaption",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "form",
        "address",
        "br",
        "hr",
    ]
)
_HEADINGS = frozenset(["title", "h1", "h2", "h3", "h4", "h5", "h6"])
_UNSEEN = frozenset(["script", "style", "template", "noscript"])
_NAMES_A_DAY = re.compile(r"dat(?:e|um)|time|publi|posted|byline|meta", re.IGNORECASE)
"""In a class, an id or a property: the element holds what the page says of itself."""
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*\s*\Z")
_QUOTED = re.compile(r'"([^"]*)"')
_WORD = re.compile(r"[^\W\d_]{2,}")
_LONGEST_NAMED = 100
"""Most characters of an element that is named for a date and holds one, not an article ("class=timeline")."""
_MOST_WORDS = 8
"""Most words that stand beside the day of a page on its line ("Last updated on 3 May 2021 by the press office")."""


def states_day(tree: Any, day: date) -> bool:
    """Check whether a day occurs in a page outside its sentences.

    Args:
        tree: The page, as lxml parsed it.
        day: The day that was found in it.
    """
    written = _writings(day)
    if any(written.search(said) for said in _named(tree)):
        return True
    lines = chain(((said, False) for said in _unseen(tree)), _lines(tree))
    return any(_stands_alone(line, found, heading) for line, heading in lines for found in written.finditer(line))


def _writings(day: date) -> re.Pattern[str]:
    """Return the spellings of a day: in digits in any order, or with its month as a word."""
    y, m, d = day.year, f"0?{day.month}", f"0?{day.day}"
    sign, letters = r"[-/._\s]{0,2}", r"[^\W\d_]{3,}"
    writings = [
        rf"{y}{sign}{m}{sign}{d}(?!\d)",
        rf"(?<!\d){d}{sign}{m}{sign}{y}(?!\d)",
        rf"(?<!\d){m}{sign}{d}{sign}{y}(?!\d)",
        rf"(?<!\d){d}(?:st|nd|rd|th|\.)?\s*(?:\w\w\s)?{letters}\.?,?\s*(?:\w\w\s)?{y}(?!\d)",
        rf"{letters}\.?\s*{d}(?:st|nd|rd|th)?,?\s*{y}(?!\d)",
        rf"(?<!\d){y},?\s*{letters}\.?\s*{d}(?!\d)",
    ]
    return re.compile("|".join(writings), re.IGNORECASE)


def _named(tree: Any) -> Iterator[str]:
    """Yield the texts of short elements for dates, by their tag or their name."""
    for element in tree.iter("*"):
        named = " ".join(element.get(name) or "" for name in ("class", "id", "itemprop"))
        if element.tag in {"time", "abbr"} or _NAMES_A_DAY.search(named):
            text = "".join(element.itertext())
            if len(text) <= _LONGEST_NAMED:
                yield text


def _unseen(tree: Any) -> Iterator[str]:
    """Yield invisible texts of a page: attributes, and quoted texts in scripts."""
    for element in tree.iter("*"):
        yield from map(str, element.attrib.values())
        if element.tag == "script":
            yield from _QUOTED.findall(element.text or "")


def _lines(tree: Any) -> Iterator[tuple[str, bool]]:
    """Yield the page's visible lines, and whether each is a heading; inline markup does not end a line."""
    parts: list[str] = []
    heading = False
    for element, text, tag in _pieces(tree):
        if tag in _BLOCKS or tag in _HEADINGS:
            yield " ".join("".join(parts).split()), heading
            parts, heading = [], element in _HEADINGS
        parts.append(text)
    yield " ".join("".join(parts).split()), heading


def _pieces(tree: Any) -> Iterator[tuple[str, str, str]]:
    """Yield each text with its element and the preceding opening or closing tag."""
    from lxml.etree import iterwalk  # noqa: PLC0415  (with the parser, which only web pages need)

    unseen = 0
    inside = [""]
    for event, element in iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        unseen += (tag in _UNSEEN) * (1 if event == "start" else -1)
        if event == "start":
            inside.append(tag)
            text = element.text if tag else ""
        else:
            inside.pop()
            text = element.tail
        yield inside[-1], "" if unseen else text or "", tag


def _stands_alone(line: str, found: re.Match[str], heading: bool) -> bool:
    """Check whether a day is outside a sentence: at an end of a line that is none, or with few other words."""
    after = line[found.end() :].strip(" ,;|)–—-·•")
    if not after:
        return not _SENTENCE.search(line) or not _WORD.search(line[: found.start()])
    if heading or _SENTENCE.search(line):
        return False
    return len(_WORD.findall(line)) <= _MOST_WORDS
