"""The token in the address of the screens in a browser: a new one at each start, or the user's own if nobody can guess it."""

from __future__ import annotations

import os
import secrets

from workbench.core.errors import UsageError

LETTERS = 16
"""Minimum length of a token of the user's own."""


class WeakTokenError(UsageError):
    """The token can be guessed, or cannot be part of an address."""

    def __init__(self) -> None:
        super().__init__(
            f"The token in WORKBENCH_TOKEN is no {LETTERS} letters, digits, - or _ long, or holds other signs.",
            "Leave it out: a new one is made at each start.",
        )


def access_token() -> str:
    """Return a new token, or the user's own from the environment, for scripts that need to know it."""
    given = os.environ.get("WORKBENCH_TOKEN", "")
    if not given:
        return secrets.token_urlsafe(24)
    if len(given) < LETTERS or not all(c.isascii() and (c.isalnum() or c in "-_") for c in given):
        raise WeakTokenError
    return given
