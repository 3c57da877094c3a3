"""Addresses that identify the publisher and the people whose claims are checked, for the field `sameAs` of ClaimReview.

Source: Google Search Central, "Fact check (ClaimReview) structured data": a home page, Wikipedia or Wikidata.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from workbench.core.errors import UsageError, printable
from workbench.core.web_address import is_web_address

Known = tuple[tuple[str, tuple[str, ...]], ...]
"""Names, each with its addresses."""


def same_as(given: Mapping[str, Any]) -> tuple[str, ...]:
    """Read the publisher's own pages elsewhere: the line ``same_as`` of the table ``[publisher]``, one address or a list.

    Raises:
        UsageError: One is no web address.

    >>> same_as({"same_as": "https://www.wikidata.org/wiki/Q1"}), same_as({})
    (('https://www.wikidata.org/wiki/Q1',), ())
    """
    return _addresses("same_as", given.get("same_as", []))


def speakers(given: Mapping[str, Any]) -> Known:
    """Read the table ``[publisher.speakers]``: on each line a name with one address or a list.

    Raises:
        UsageError: It is no table, a name is empty, or an address is no web address.
    """
    table = given.get("speakers", {})
    if not isinstance(table, dict):
        raise UsageError(
            "The setting speakers of [publisher] is not a table.",
            'Write [publisher.speakers] and lines such as "NAME" = "https://…" below.',
        )
    return tuple((_name(name), _addresses(name, table[name])) for name in sorted(table))


def checked_address(key: str, value: str) -> str:
    """Return a line of ``[publisher]`` unchanged. Raises UsageError where it is written as an address and is none.

    >>> checked_address("url", "https://checks.example.org")
    'https://checks.example.org'
    """
    try:
        urlsplit(value)
    except ValueError as error:
        raise UsageError(f"The setting {key} is no address: {value}.", f'Write {key} = "https://…".') from error
    return value


def addresses_of(name: str, known: Known) -> tuple[str, ...]:
    """Look up somebody's addresses; empty where the settings lack the name.

    >>> addresses_of("ANA  Kovač", (("Ana Kovač", ("https://example.org/ana",)),))
    ('https://example.org/ana',)
    """
    wanted = _plain(name)
    return next((found for each, found in known if _plain(each) == wanted), ())


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _name(name: str) -> str:
    if not _plain(name) or not name.isprintable():
        raise UsageError("A speaker of [publisher.speakers] has no name in plain words.", 'Write "NAME" = "https://…".')
    return name


def _addresses(name: str, value: object) -> tuple[str, ...]:
    listed = value if isinstance(value, list) else [value]
    for each in listed:
        if not isinstance(each, str) or not is_web_address(each):
            raise UsageError(
                f"The setting {printable(name, 80)} under [publisher] is no address of the web: {printable(each, 80)}.",
                "Write one that begins with https://, or several as a list.",
            )
    return tuple(listed)
