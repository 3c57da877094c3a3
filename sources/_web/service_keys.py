"""Add a service's key to a request, and remove it from everything else.

A key in an address would end up in logs, archives, reports and error messages. So it is inserted when a request is
sent, and removed from everything that comes back: some services quote the key that they refuse.
"""

from __future__ import annotations

import html
import json
from dataclasses import dataclass, field
from urllib.parse import quote, quote_plus

from workbench.core.errors import SourceError

SHORTEST = 8
"""Minimum length of a key. Removing a shorter text from an answer would change figures."""

HIDDEN = "KEY-HIDDEN"


@dataclass(frozen=True, slots=True)
class Secret:
    """A key and where it goes: a query parameter, a header, or a name in a posted JSON object."""

    value: str = field(repr=False)
    parameter: str = ""
    header: str = ""
    prefix: str = ""
    member: str = ""

    def headers(self) -> dict[str, str]:
        """Return the headers with the key, if it belongs there."""
        return {self.header: self.prefix + self.value} if self.header else {}

    def into(self, path: str) -> str:
        """Add the key to a path with its query, if it belongs there.

        >>> Secret("abcdefgh", parameter="key").into("/v1/claims:search?query=crime")
        '/v1/claims:search?query=crime&key=abcdefgh'
        """
        if not self.parameter:
            return path
        return f"{path}{'&' if '?' in path else '?'}{quote(self.parameter, safe='')}={quote(self.value, safe='')}"

    def into_body(self, body: bytes) -> bytes:
        """Add the key to a posted body, if it belongs there.

        >>> Secret("abcdefgh", member="registrationkey").into_body(b'{"seriesid":["LNS14000000"]}')
        b'{"seriesid":["LNS14000000"],"registrationkey":"abcdefgh"}'
        """
        if not self.member:
            return body
        return json.dumps(json.loads(body) | {self.member: self.value}, separators=(",", ":")).encode()

    def hide(self, text: str) -> str:
        """Remove the key from a text, in every spelling.

        >>> Secret("ab+defgh", parameter="key").hide("API key ab%2Bdefgh is not valid")
        'API key KEY-HIDDEN is not valid'
        """
        for spelling in self._spellings():
            text = text.replace(spelling, HIDDEN)
        return text

    def hide_in_body(self, body: bytes) -> bytes:
        """Remove the key from a body, since archived bodies may be published."""
        for spelling in self._spellings():
            body = body.replace(spelling.encode(), HIDDEN.encode())
        return body

    def hide_in_error(self, error: SourceError) -> SourceError:
        """Remove the key from the messages of an error."""
        error.message, error.hint = self.hide(error.message), self.hide(error.hint)
        error.args = (error.message,)
        return error

    def _spellings(self) -> list[str]:
        """Return the spellings of the key in addresses, JSON and pages, longest first, so that no rest remains."""
        value = self.value
        ways = {
            value,
            quote(value, safe=""),
            quote(value),
            quote_plus(value),
            html.escape(value),
            json.dumps(value)[1:-1],
        }
        return sorted(ways, key=len, reverse=True)
