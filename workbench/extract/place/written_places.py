"""Read a place that somebody wrote by itself, in a note, a column or a field."""

from __future__ import annotations

import re

from workbench.core.place import find_place
from workbench.extract.place.places_other_languages import place_named

_ARTICLE = re.compile(r"\Athe\s+", re.IGNORECASE)


def place_written(written: str) -> str | None:
    """Return the code of a country or a group of countries, by its code or its name in any language with a word file; else None.

    >>> place_written("MKD"), place_written("Deutschland"), place_written("the euro area"), place_written("Atlantis")
    ('MKD', 'DEU', 'EA20', None)
    """
    bare = _ARTICLE.sub("", written.strip())
    return find_place(bare) or place_named(bare)
