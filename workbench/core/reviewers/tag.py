"""Tags: short names that reviewers give to claims, to find them again."""

from __future__ import annotations

import re

from workbench.core.errors import UsageError, printable

LONGEST = 40
"""Most characters of a tag."""

_TAG = re.compile(r"[^\W_][\w.+-]*")


def tag_name(typed: str) -> str:
    """Normalise a tag: small letters, a hyphen for each space.

    Raises:
        UsageError: It is empty or too long, or contains a character that is not allowed.

    >>> tag_name(" Budget 2024 ")
    'budget-2024'
    """
    name = "-".join(typed.casefold().split())
    if not _TAG.fullmatch(name) or len(name) > LONGEST:
        raise UsageError(
            f"“{printable(typed, LONGEST)}” is no tag.",
            f"Write letters, digits and hyphens, at most {LONGEST}: budget.",
        )
    return name
