"""Years that speeches name by what happened in them: "the lowest since the Second World War".

A row of years begins in a year. Only ends that every almanac dates alike stand here; "since the crisis" or "since
Reagan" name no year, and what is said since then is left to the reader.
"""

from __future__ import annotations

import re

_YEARS = {
    r"(?:world\swar\s(?:ii|two)|(?:the\s)?second\sworld\swar|wwii)": 1945,
    r"(?:world\swar\s(?:i|one)|(?:the\s)?first\sworld\swar|wwi)": 1918,
    r"the\sgreat\sdepression": 1939,
    r"(?:the\sfall\sof\s)?the\sberlin\swall": 1989,
    r"(?:german\s)?(?:reunification|unification)": 1990,
    r"the\send\sof\sthe\scold\swar": 1991,
}
_EACH = [(re.compile(rf"\s(?:the\send\sof\s)?{words}\b", re.IGNORECASE), year) for words, year in _YEARS.items()]


def year_named(text: str, at: int) -> int | None:
    """The year of the event that is named right there; None where none is.

    >>> year_named("the lowest since World War II", 16), year_named("the lowest since the crisis", 16)
    (1945, None)
    """
    return next((year for pattern, year in _EACH if pattern.match(text, at)), None)
