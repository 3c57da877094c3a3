"""Remove page furniture: the page's own date, a repeated title, initials of typists."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from workbench.core.dates.written_days import WRITTEN_DAY, read_day

_BULLET = r"[•·●▪■◦►*–—|-]"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DATE_LINE = re.compile(rf"(?:(?P<bullet>{_BULLET})\ *)?(?:{_WEEKDAY},?\ )?(?P<day>{WRITTEN_DAY})", re.IGNORECASE)
_PRINTED = re.compile(
    rf"(?:printed|print\ date|accessed|retrieved|today\ is)(?:\ on)?:?\ .*?(?P<day>{WRITTEN_DAY}).{{0,12}}",
    re.IGNORECASE,
)
_SOURCE_LINE = re.compile(
    rf"(?:source:\ *)?(?P<site>(?:https?://)?(?:www\.)?[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)+),\ (?P<day>{WRITTEN_DAY})\.?",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?:(?<=[.!?”\"’')\]…])[ \n]+|\A)(?:[^\W\d_]{1,3}/){1,4}(?:[^\W\d_]{1,3})?\Z")
_HEADING = re.compile(r"#{1,6}\s+(?P<words>.+?)\s*#*")
_ENDS = (".", "!", ":", ";", ",", "…", "”", '"')
_HEAD = 8
_LONGEST_TITLE = 250


@dataclass(frozen=True, slots=True)
class Stripped:
    """A text without page furniture, and the metadata in it.

    Attributes:
        text: Paragraphs, with one empty line where there were some.
        title: The title line; empty where there is none.
        own_day: A date on a line of its own, that of the words.
        printed: The day the page was printed.
        site: The site of a line such as ``netpress.com.mk, 13 November 2021``.
        site_day: The date of that line.
    """

    text: str
    title: str = ""
    own_day: date | None = None
    printed: date | None = None
    site: str = ""
    site_day: date | None = None


def strip_furniture(text: str, *, title: str = "") -> Stripped:
    """Remove the furniture of a page from its text.

    Args:
        text: Clean text.
        title: The title if known already; then it is only removed from the text.
    """
    lines = [line.strip(" \t\xa0") for line in text.split("\n")]
    lines, days = _without_date_lines(lines)
    lines, found = _without_title(lines, title)
    words = _INITIALS.sub("", _joined(lines).rstrip()).rstrip()
    site, site_day = days.get("site", ("", None))
    return Stripped(words, found, days.get("own", ("", None))[1], days.get("printed", ("", None))[1], site, site_day)


def _without_date_lines(lines: list[str]) -> tuple[list[str], dict[str, tuple[str, date | None]]]:
    """Remove date lines at the beginning and end, and return their dates."""
    facts: dict[str, tuple[str, date | None]] = {}
    standing = [i for i, line in enumerate(lines) if line]
    dropped = set()
    for i in (*standing[:_HEAD], *standing[_HEAD:][-3:]):
        if fact := _date_line(lines[i]):
            facts.setdefault(fact[0], fact[1:])
            dropped.add(i)
    return [line for i, line in enumerate(lines) if i not in dropped], facts


def _date_line(line: str) -> tuple[str, str, date | None] | None:
    """Return the kind of a line with only a date: the print date, the text's own date, or a source line."""
    if len(line) > _LONGEST_TITLE:
        return None
    if found := _SOURCE_LINE.fullmatch(line):
        return "site", found["site"], _day(found["day"])
    if found := _PRINTED.fullmatch(line):
        return "printed", "", _day(found["day"])
    if found := _DATE_LINE.fullmatch(line):
        return "printed" if found["bullet"] else "own", "", _day(found["day"])
    return None


def _day(written: str) -> date | None:
    try:
        return read_day(written)
    except ValueError:
        return None


def _without_title(lines: list[str], title: str) -> tuple[list[str], str]:
    """Remove the title, even if repeated, from the beginning of the lines."""
    standing = [i for i, line in enumerate(lines) if line]
    if not title and len(standing) > 1:
        title = _title(lines, standing)
    same = {i for i in standing[:_HEAD] if title and _same(lines[i], title)}
    if len(same) == len(standing):
        return lines, title
    return [line for i, line in enumerate(lines) if i not in same], title


def _title(lines: list[str], standing: list[int]) -> str:
    """Return the first line as title, if it is repeated, a heading, or short, separate, and no sentence."""
    first = lines[standing[0]]
    if heading := _HEADING.fullmatch(first):
        return heading["words"]
    if len(first) > _LONGEST_TITLE:
        return ""
    if any(_same(lines[i], first) for i in standing[1:3]):
        return first
    has_gap = standing[1] > standing[0] + 1
    return first if has_gap and not first.endswith(_ENDS) else ""


def _same(line: str, title: str) -> bool:
    if len(line) > _LONGEST_TITLE + 10:
        return False
    return _key(line) == _key(title)


def _key(line: str) -> str:
    return " ".join(line.lstrip("#").strip(" *_").casefold().split())


def _joined(lines: list[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
