"""Build addresses for requests, the archive and replay.

The archive stores an answer under the service's own address with its query, and a replayed request must differ from the
live one only in the host.
"""

from __future__ import annotations

import hashlib
from urllib.parse import quote, unquote, urlencode, urlsplit

from sources._web.keys_in_addresses import without_keys
from workbench.core.errors import RefusedAddressError, printable
from workbench.ports import Request

SAMPLE_HEADER = "X-Sample-Answer"
"""The header in which the replay server says, percent-encoded, what sample answer it gives."""

UNNAMED_SAMPLE = "stored sample answer of unstated origin"


def full_url(request: Request) -> str:
    """Return the address with its query, in a canonical spelling.

    >>> full_url(Request("https://api.worldbank.org/v2/country/MKD;SRB", (("format", "json"), ("date", "2019:2021"))))
    'https://api.worldbank.org/v2/country/MKD;SRB?format=json&date=2019:2021'
    """
    address = request.url.partition("#")[0]
    if not request.params:
        return address
    joint = "&" if "?" in address else "?"
    return address + joint + urlencode(request.params, safe=";:,[]*", quote_via=quote)


def archived_as(request: Request) -> str:
    """Return the address under which the archive stores the answer; a fragment has what the address does not show.

    A fragment is never sent, so the address still opens whatever it can without a body: for a PxWeb table, its
    description. ``post`` is the beginning of the posted body's sha256; the archive has the body too.

    >>> archived_as(Request("https://x.example/t.px", method="POST", body=b"{}"))
    'https://x.example/t.px#post=44136fa355b3678a1146ad16f7e8649e'
    """
    _, mark, fragment = request.url.partition("#")
    sent_headers = [(name.lower(), value) for name, value in request.headers]
    if request.method == "POST":
        sent_headers.append(("post", hashlib.sha256(request.body).hexdigest()[:32]))
    said = [fragment] if mark else []
    said += [urlencode(sorted(sent_headers), quote_via=quote)] if sent_headers else []
    return without_keys(full_url(request)) + (f"#{'&'.join(said)}" if said else "")


def replay_url(base: str, url: str) -> str:
    """Return the address of a request at a replay server.

    >>> replay_url("http://127.0.0.1:8123", "https://api.worldbank.org/v2/country?format=json")
    'http://127.0.0.1:8123/api.worldbank.org/v2/country?format=json'
    """
    _, mark, rest = url.partition("://")
    if not mark:
        raise RefusedAddressError(printable(url, 120), "it is no address")
    return f"{base.rstrip('/')}/{rest}"


def host_of(url: str) -> str:
    """Return the host and port of an address, for messages; the address itself where it has none."""
    try:
        return urlsplit(url).netloc or printable(url, 80)
    except ValueError:
        return printable(url, 80)


def read_sample(header: str) -> str:
    """Return the replay server's description of its answer, cleaned for a report."""
    return printable(unquote(header), 300) or UNNAMED_SAMPLE
