"""Messages about failed requests: the service's own, or else the workbench's."""

from __future__ import annotations

from workbench.core.errors import UnreachableError, printable

_TOO_MANY = 429


def sentence(tree: object) -> str:
    """Find the message in a JSON error body, in any of the services' forms.

    >>> sentence({"error": [{"status": 404, "label": "ERR_NOT_FOUND_4"}]})
    'ERR_NOT_FOUND_4'
    """
    while isinstance(tree, dict | list) and tree:
        if isinstance(tree, list):
            tree = tree[0]
        else:
            tree = next(
                (tree[key] for key in ("error", "error_message", "message", "label", "detail", "title") if key in tree),
                "",
            )
    return printable(tree, 240) if isinstance(tree, str) else ""


def busy(status: int, after: float | None) -> str:
    """Describe a temporary error status.

    >>> busy(503, 30.0)
    'it is not well (HTTP 503), and to wait 30 seconds'
    """
    what = "it asks for fewer questions (429)" if status == _TOO_MANY else f"it is not well (HTTP {status})"
    return f"{what}, and to wait {after:.0f} seconds" if after else what


def slow(who: str, seconds: float) -> UnreachableError:
    """Describe an answer that was not complete in time."""
    return UnreachableError(who, f"no whole answer within {seconds:g} seconds")


def still_silent(who: str, seconds: float, left: float) -> UnreachableError:
    """Describe a host that is left alone for a while after a silence: each request would wait as long again."""
    return UnreachableError(who, f"no whole answer within {seconds:g} seconds; it is asked again in {left:.0f} seconds")
