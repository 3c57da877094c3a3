"""Thin out markup for which parsers need quadratic time, without losing a word of the page.

Trafilatura looks at all siblings of an inline element for each of them, and libxml2 compares each attribute of an
element with all others: 40,000 in one paragraph took over 30 s, 10,000 links 12 s. Ordinary pages have far fewer.
"""

from __future__ import annotations

import re

MOST_INLINE = 2_000
"""Inline tags of a page above which all of them go, their words stay.

Long sittings and word processors write some hundreds.
"""

MOST_LINKS = 3_000
"""Links of a page above which they go too: what is a menu is known by them, so they stay as long as they cost little."""

LONGEST_TAG = 20_000
"""Characters of one tag above which its attributes go: pictures inside the page, and traps."""

_INLINE = re.compile(
    r"</?(?:span|font|b|i|u|s|em|strong|small|big|tt|code|kbd|samp|var|mark|abbr|cite|bdi|bdo|ins|del)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_LINK = re.compile(r"</?a(?:\s[^<>]*)?>", re.IGNORECASE)
_LONG_TAG = re.compile(rf"<([a-zA-Z][a-zA-Z0-9]{{0,20}})\s[^<>]{{{LONGEST_TAG},}}>")


def thinned(markup: str) -> str:
    """Remove excessive markup; an ordinary page is unchanged.

    >>> thinned("<p>It rose by <b>3</b> percent.</p>")
    '<p>It rose by <b>3</b> percent.</p>'
    >>> thinned("<p>" + "<b>3</b> " * 2_000 + "</p>").count("<b>")
    0
    """
    markup = _LONG_TAG.sub(r"<\1>", markup)
    for tag, most in ((_INLINE, MOST_INLINE), (_LINK, 2 * MOST_LINKS)):
        if sum(1 for _ in tag.finditer(markup)) > most:
            markup = tag.sub("", markup)
    return markup
