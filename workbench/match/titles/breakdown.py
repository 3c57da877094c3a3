"""The breakdown of a table ("by sex and age"), which is no part of its measure.

"Unemployment rate, by sex and age" names no age. A table with such a title also has the total among its rows, and the total is what
a query means.
"""

from __future__ import annotations

import re
from functools import lru_cache

_PERSON_AXES = (
    r"sex|gender|age(?: groups?| class(?:es)?)?|(?:geographic )?location|urban/rural|(?:area of |place of )?residence"
)
_SOCIAL_AXES = (
    r"(?:wealth |income )?quintiles?|education(?:al)?(?: level| attainment(?: level)?)?|level of education"
    r"|(?:type of )?occupation|disability(?: status)?|ethnicity|race|marital status|employment status|migratory status"
)
_ORIGIN_AXES = r"(?:country of )?citizenship|country of birth|(?:NUTS \d )?regions?"
_BUSINESS_AXES = (
    r"NACE Rev\. ?2(?: activity)?|economic activity|size class|degree of urbani[sz]ation|speed|mode of transport"
    r"|type of product|type of raw material|donor countries|recipient countries"
)
_AXIS = rf"(?:{_PERSON_AXES}|{_SOCIAL_AXES}|{_ORIGIN_AXES}|{_BUSINESS_AXES})"
_BY = re.compile(
    rf",? (?:broken down |disaggregated )?by {_AXIS}(?:(?:,| and| or|, and) {_AXIS})*(?=\s*(?:$|[(),;:–-]|\.(?:\s|$)))",
    re.IGNORECASE,
)


@lru_cache(maxsize=20_000)
def without_breakdown(text: str) -> str:
    """Put a title or phrase on one line, without the words about its table's breakdown.

    >>> without_breakdown("Unemployment rate, by sex and age (%)"), without_breakdown("Refugees by country of origin")
    ('Unemployment rate (%)', 'Refugees by country of origin')
    """
    line = " ".join(text.split())
    return _BY.sub("", line) if " by " in line.lower() else line
