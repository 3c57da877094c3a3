"""Find the ids of archived bodies in a noun's text.

A body that a finding needs must survive every clean-up, whichever field of whichever noun names it, in this version or
a later one. So nouns are not decoded: any body's id anywhere in their text counts as a reference. A text that merely
looks like an id keeps a body too long, which does no harm.
"""

from __future__ import annotations

import re

_BODY = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")


def bodies_in(text: str) -> list[str]:
    """Find the ids of bodies in a noun's text.

    >>> bodies_in('{"snapshot":"' + "ab" * 32 + '"}') == ["ab" * 32]
    True
    """
    return _BODY.findall(text)
