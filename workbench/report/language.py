"""The reader's language: a report's own words, from one file per language. Quotes and the machine's sentences keep their language."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, reduce
from importlib.resources import files
from types import MappingProxyType

from workbench.core.errors import UnknownNameError
from workbench.core.months import SHORT as SHORT_MONTHS
from workbench.core.report import Report

LANGUAGES = ("de", "en", "es", "fr", "mk")
"""Languages that reports are written in, each with a file of its words."""

USUAL = "en"

FROM_THE_RIGHT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Languages that are written from right to left."""

_MONTH = re.compile("|".join(SHORT_MONTHS))


@dataclass(frozen=True, slots=True)
class ReaderLanguage:
    """The words of one language.

    Attributes:
        code: Two letters.
        texts: The words by their keys, ``verdict.none``.
        months: The names of the months, in the form used within a date.
        short_months: Their abbreviations.
    """

    code: str
    texts: Mapping[str, str]
    months: tuple[str, ...]
    short_months: tuple[str, ...]

    def __call__(self, key: str, **values: object) -> str:
        """Look up the words of a key, with the values filled in.

        >>> language("de")("attached.page", number=3)
        'Seite 3'
        """
        return self.texts[key].format(**values)

    def count(self, key: str, number: int) -> str:
        """Write a number of things: ``1 claim``, ``1,200 claims``."""
        return self(f"{key}_{'one' if number == 1 else 'other'}", count=self.number(number))

    def number(self, number: int) -> str:
        """Write a whole number with thousands separators."""
        return f"{number:,}".replace(",", self("language.thousands"))

    def day(self, day: date) -> str:
        """Write a day in words.

        >>> language("es").day(date(2026, 5, 3))
        '3 de mayo de 2026'
        """
        return self("language.day", day=day.day, month=self.months[day.month - 1], year=day.year)

    def listed(self, words: Sequence[str]) -> str:
        """Write a list of words: ``2021 and 2022``."""
        return reduce(lambda first, second: self("source.and", first=first, second=second), words) if words else ""

    def period(self, label: str) -> str:
        """Write the short name of a period, with the months of this language.

        >>> language("de").period("Jan–Sep 2021")
        'Jan.–Sep. 2021'
        """
        return _MONTH.sub(lambda month: self.short_months[SHORT_MONTHS.index(month[0])], label)

    @property
    def direction(self) -> str:
        """Its direction of writing, ``ltr`` or ``rtl``."""
        return self("language.direction")


def language_named(code: str) -> ReaderLanguage:
    """Load the words of the configured language; the default where none is set. Raises UnknownNameError."""
    return language(code or USUAL)


def language(code: str) -> ReaderLanguage:
    """Load the words of a language. Raises UnknownNameError for a language without a file."""
    if code not in LANGUAGES:
        raise UnknownNameError("language", code, LANGUAGES)
    return _language(code)


@cache
def _language(code: str) -> ReaderLanguage:
    words = files("workbench.report").joinpath("languages", f"{code}.toml").read_text(encoding="utf-8")
    return read_language(code, words)


def read_language(code: str, words: str) -> ReaderLanguage:
    """Read a language from the text of its file."""
    tables = tomllib.loads(words)
    flat = {f"{table}.{key}": text for table, texts in tables.items() for key, text in texts.items()}
    months, short = (tuple(flat.pop(f"language.{name}")) for name in ("months", "short_months"))
    return ReaderLanguage(code, MappingProxyType(flat), months, short)


def language_of(report: Report) -> ReaderLanguage:
    """Load the language of a report's readers. Raises UnknownNameError."""
    return language_named(report.publisher.language)


def direction_of(code: str) -> str:
    """Find the direction of writing of a language; ``auto`` where the words themselves decide."""
    return "rtl" if code in FROM_THE_RIGHT else "auto"


def runs_right_to_left(words: str) -> bool:
    """Check whether a text is read from right to left, by its first letter.

    >>> runs_right_to_left("12 طلب لجوء"), runs_right_to_left("asylum: لجوء")
    (True, False)
    """
    strong = (unicodedata.bidirectional(c) for c in words)
    return next((way in {"R", "AL"} for way in strong if way in {"L", "R", "AL"}), False)


ENGLISH = _language(USUAL)
"""The language of screens and commands."""
