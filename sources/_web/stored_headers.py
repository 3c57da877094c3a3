"""Select the headers of an answer to store with its body.

Headers about the figures (last change, language, licence) belong to the evidence, and so does the caching time; cookies
do not. Headers are untrusted text: unprintable ones are not stored.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

KEPT = ("cache-control", "content-language", "content-type", "date", "etag", "last-modified")
_LONGEST = 300
_LICENCE = re.compile(
    r'<(https?://[^<>\s]{1,250})>[^,<]{0,200}?\brel\s*=\s*"?(?:[^",<]{0,60}\s)?license\b', re.IGNORECASE
)


def kept_headers(headers: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the headers to store, by lower-case names, in order.

    >>> kept_headers({"etag": '"a1"', "set-cookie": "x=1", "link": '<https://x/by/4.0/>; rel="license"'})
    (('etag', '"a1"'), ('license', 'https://x/by/4.0/'))
    """
    found = {name: headers.get(name, "").strip() for name in KEPT}
    licence = _LICENCE.search(headers.get("link", "")[:4_000])
    if licence:
        found["license"] = licence[1]
    return tuple((name, value) for name, value in sorted(found.items()) if value and _decent(value))


def _decent(value: str) -> bool:
    return len(value) <= _LONGEST and value.isascii() and value.isprintable()
