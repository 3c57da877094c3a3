"""The singular of English noun phrases, as units name what is counted."""

from __future__ import annotations

import re

_IRREGULAR = {
    "people": "person",
    "persons": "person",
    "children": "child",
    "women": "woman",
    "men": "man",
    "deaths": "death",
}


def singular(noun: str) -> str:
    """Return the singular of an English noun phrase, by its last word.

    >>> singular("asylum applications"), singular("countries"), singular("live births"), singular("people")
    ('asylum application', 'country', 'live birth', 'person')
    """
    head, gap, last = noun.rpartition(" ")
    if " and " in noun:
        return noun
    if last in _IRREGULAR:
        last = _IRREGULAR[last]
    elif last.endswith("ies") and len(last) > 4:
        last = last[:-3] + "y"
    elif re.search(r"(?:sh|ch|x|ss|zz)es$", last):
        last = last[:-2]
    elif last.endswith("s") and not last.endswith(("ss", "us", "is")):
        last = last[:-1]
    return f"{head}{gap}{last}"
