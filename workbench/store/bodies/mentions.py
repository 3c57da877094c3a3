"""The ids of archived bodies that a noun's text mentions.

A body that a finding rests on must outlive every clearing up, whichever field of whichever noun names it,
today's or a later version's. So nouns are not taken apart: any id of a body that stands anywhere in their text is pointed to.
A text that merely looks like one keeps a body too long, which does no harm.
"""

from __future__ import annotations

import re

_BODY = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")


def bodies_in(text: str) -> list[str]:
    """Return the ids of bodies in a noun's text.

    >>> bodies_in('{"snapshot":"' + "ab" * 32 + '"}') == ["ab" * 32]
    True
    """
    return _BODY.findall(text)
