"""Names of the languages in which PxWeb installations have their tables, and the notice that a table has another one."""

from __future__ import annotations

from workbench.core.errors import Problem

_LANGUAGES = {
    "en": "English",
    "mk": "Macedonian",
    "sq": "Albanian",
    "sl": "Slovenian",
    "hr": "Croatian",
    "sv": "Swedish",
    "no": "Norwegian",
    "fi": "Finnish",
}


def other_language_problem(title: str, language: str) -> Problem:
    """Return the notice that an installation has a table in another language than its first alone.

    >>> other_language_problem("MakStat", "mk").message
    'it has this table in Macedonian alone, with its labels.'
    """
    name = _LANGUAGES.get(language, language)
    return Problem(title, f"it has this table in {name} alone, with its labels.", "", "other-language")
