"""Translate titles of the user's files to English, in which claims of all languages are compared with titles.

A column "Arbeitslosenquote" measures an unemployment rate, for a claim in any language. Every word must be known: a
partly translated title would seem to measure something else.
"""

from __future__ import annotations

import re

from sources._text.unit_parser import read_unit
from workbench.core.quantity import Dimension

_ENDINGS = (
    "quote zahl zahlen ziffer ung ungen keit heit schaft lose losen lohn lohne gehalt preis preise preisindex kosten ausgaben "
    "einnahmen schulden einkommen einwohner geborene geburten tote delikte produkt erwartung verbrauch anteil"
)
_ANOTHER_LANGUAGE = re.compile(
    rf"[\u0400-\u04ff\u00e4\u00f6\u00fc\u00df]|\b\w*(?:{'|'.join(_ENDINGS.split())})\b", re.IGNORECASE
)
"""Letters and endings of titles that may be in another language; no glossary is loaded for other titles, for speed."""

_BRACKETS = re.compile(r"\(([^()]*)\)")


def in_english(title: str, name: str = "") -> str:
    """Translate a title to English, without its unit; empty for an English title, or where a word is unknown.

    >>> in_english("Arbeitslosenquote: Frauen (%)"), in_english("mk: Стапка на невработеност", "mk")
    ('unemployment rate women', 'mk unemployment rate')
    >>> in_english("Unemployment rate"), in_english("Arbeitslosenquote im Krelltal")
    ('', '')

    Args:
        title: The title.
        name: Words of the file's name, in any language; unknown ones are kept.
    """
    if not _ANOTHER_LANGUAGE.search(title):
        return ""
    from workbench.match.words.glossary import words_of_grammar  # noqa: PLC0415  (who meets such a title reads the glossaries)
    from workbench.match.words.normalisation import words  # noqa: PLC0415  (as above)
    from workbench.match.words.translation import language_of, terms_of  # noqa: PLC0415  (as above)

    bare = _BRACKETS.sub(_but_units, title)
    language = language_of(bare)
    if language == "en":
        return ""
    terms = [term for term in terms_of(bare, language) if term.known]
    known = {word for term in terms for word in term.said.split()} | words_of_grammar(language)
    left = [word for word in words(bare) if word.isalpha() and word not in known]
    return " ".join((*left, *(term.word for term in terms))) if set(left) <= set(words(name)) else ""


def _but_units(bracket: re.Match[str]) -> str:
    is_unit = read_unit(bracket[1]).unit.dimension is not Dimension.UNKNOWN
    return "" if is_unit else f" {bracket[1]} "
