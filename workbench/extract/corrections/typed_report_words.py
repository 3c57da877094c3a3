"""Reads the report's own words as typed: a line, tags, the web address of a page."""

from __future__ import annotations

from urllib.parse import urlsplit

from workbench.core.corrections.correction import Slot
from workbench.extract.corrections.typed_values import UnreadValueError

MOST = {
    Slot.HEADLINE: 200,
    Slot.SUMMARY: 2_000,
    Slot.CONTEXT: 4_000,
    Slot.ROLE: 200,
    Slot.TAGS: 40,
    Slot.ADDRESS: 2_000,
}
"""Most characters of each slot; for tags, of one tag."""

MOST_TAGS = 20

SHORTENERS = frozenset(
    {"bit.ly", "buff.ly", "cutt.ly", "goo.gl", "is.gd", "lnkd.in", "ow.ly", "rb.gy", "t.co", "t.ly", "tiny.cc", "tinyurl.com"}
)  # fmt: skip
"""Hosts of short links, which redirect: collectors of ClaimReview do not follow them."""


def line_typed(slot: Slot, typed: str) -> str:
    """Put typed words on one line.

    >>> line_typed(Slot.HEADLINE, "  Asylum   fell ")
    'Asylum fell'

    Raises:
        UnreadValueError: Nothing was typed, or the text is too long.
    """
    words = " ".join(typed.split())
    if not any(c.isalnum() for c in words) or len(words) > MOST[slot]:
        raise UnreadValueError(slot, typed)
    return words


def tags_typed(typed: str) -> tuple[str, ...]:
    """Split typed tags, each once, in the order in which they were typed.

    >>> tags_typed("asylum, migration; asylum")
    ('asylum', 'migration')

    Raises:
        UnreadValueError: There is no tag, there are too many, or one is too long.
    """
    tags = tuple(
        dict.fromkeys(line_typed(Slot.TAGS, each) for each in typed.replace(";", ",").split(",") if each.strip())
    )
    if not 0 < len(tags) <= MOST_TAGS:
        raise UnreadValueError(Slot.TAGS, typed)
    return tags


def address_typed(typed: str) -> str:
    """Check the web address of a page, which may have an anchor.

    >>> address_typed("https://checks.example.org/2021/asylum#c1")
    'https://checks.example.org/2021/asylum#c1'

    Raises:
        UnreadValueError: It is no web address, or that of a host which redirects.
    """
    try:
        parts = urlsplit(typed)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        raise UnreadValueError(Slot.ADDRESS, typed) from None
    plain = len(typed) <= MOST[Slot.ADDRESS] and typed.isprintable() and not any(c in ' <>"' for c in typed)
    if parts.scheme not in {"http", "https"} or "." not in host or host in SHORTENERS or parts.username or not plain:
        raise UnreadValueError(Slot.ADDRESS, typed)
    return typed
