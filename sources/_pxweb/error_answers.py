"""Error answers of PxWeb installations: in JSON, as a problem of version 2, as one word, or as a web page.

Status 403 means "too many values" here, 400 may be a page of the web server, and neither gives advice. Each becomes an
error with a message and a hint.
"""

from __future__ import annotations

import json
import re

from sources._text.printable_text import clean
from sources._web.error_messages import sentence
from workbench.core.errors import ServiceError, UsageError
from workbench.ports import Answer

READ_ERRORS = (400, 403, 404, 413)
_LARGEST = 20_000
_TOO_MANY = re.compile(
    r"too many (?:values|cells)|exceeds? .{0,40}(?:limit|cells)|max(?:imum)? .{0,30}cells", re.IGNORECASE
)
_TOO_BIG = frozenset({403, 413})
_GONE = 404


class PxWebError(ServiceError):
    """The installation refused the request."""


class PxTooLargeError(PxWebError):
    """The request has more figures than the installation sends at once."""

    def __init__(self, title: str, said: str = "") -> None:
        super().__init__(
            title,
            said or "the question is of more figures than it gives at once",
            "Name one member of more variables in the series: table.px?VARIABLE=CODE; or ask for fewer years.",
        )


class NoPxTableError(PxWebError):
    """The table does not exist, or no longer exists."""

    def __init__(self, title: str, path: str) -> None:
        super().__init__(
            title,
            f"there is no table {clean(path, 160)}",
            "Look for its present name with `workbench catalogue search WORDS`.",
        )


class FolderError(UsageError):
    """The name is that of a folder, not of a table."""

    def __init__(self, path: str, holds: list[str]) -> None:
        inside = ", ".join(clean(one, 60) for one in holds[:8]) or "nothing"
        more = f" and {len(holds) - 8} more" if len(holds) > 8 else ""
        super().__init__(f"{clean(path, 120)} is a folder.", f"It holds {inside}{more}: add one of them to the name.")


def refused(title: str, path: str, answer: Answer) -> PxWebError | None:
    """Return the error in an answer of any status; None where it has none.

    Args:
        title: The installation, as readers know it.
        path: The requested table.
        answer: The answer.
    """
    if answer.status < 400 and not answer.body[:60].lstrip(b"\xef\xbb\xbf \r\n").startswith(
        (b'{"error"', b'{ "error"')
    ):
        return None
    said = words_of(answer.body)
    if answer.status in _TOO_BIG or _TOO_MANY.search(said):
        return PxTooLargeError(title, said)
    if answer.status == _GONE:
        return NoPxTableError(title, path)
    return PxWebError(
        title,
        said or f"it answers this question with a web page that says no why (HTTP {answer.status})",
        "Check the table's path and codes; some of its folders are broken.",
    )


def words_of(body: bytes) -> str:
    """Return the installation's own words in an error's body; empty for a page of the web server.

    >>> words_of(b'{"type": "Parameter error", "title": "Non-existent variable", "status": 400}')
    'Non-existent variable'
    >>> words_of(b'{"error": "Too many values selected"}'), words_of(b"Bad Request"), words_of(b"<html>403</html>")
    ('Too many values selected', 'Bad Request', '')
    """
    text = body[:_LARGEST].decode("utf-8", "replace").lstrip("\ufeff").strip()
    if text.startswith("<"):
        return ""
    try:
        tree = json.loads(text)
    except (ValueError, RecursionError):
        return clean(text, 200)
    if isinstance(tree, dict) and "title" in tree:
        parts = [clean(tree[key], 160) for key in ("title", "detail") if isinstance(tree.get(key), str)]
        return ": ".join(filter(None, parts))
    return clean(sentence(tree), 240)
