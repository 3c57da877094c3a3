"""How many claims are researched before anybody opens them: what the configuration may say, and what holds where it says nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workbench.core.errors import UnknownNameError, UsageError

MOST_AHEAD = 50
"""Most claims that are researched ahead."""

FREELY = 3
"""Claims that are researched ahead where the archive or samples answer and no service is asked."""


def ahead_count(given: Mapping[str, Any], *, asked_freely: bool) -> int:
    """Return the number that a table of settings gives, else some where nobody is asked for it, and none live.

    Args:
        given: The table, of which ``claims`` is the one setting.
        asked_freely: Whether the archive or stored samples answer.

    Raises:
        UsageError: It is no number, or there is another setting in the table.

    >>> ahead_count({}, asked_freely=True), ahead_count({}, asked_freely=False), ahead_count({"claims": 8}, asked_freely=False)
    (3, 0, 8)
    """
    for key in given:
        if key != "claims":
            raise UnknownNameError("ahead setting", key, ("claims",))
    count = given.get("claims", FREELY if asked_freely else 0)
    if type(count) is not int or not 0 <= count <= MOST_AHEAD:
        raise UsageError(f"The setting claims of [ahead] is no number from 0 to {MOST_AHEAD}.", "Write claims = 3.")
    return count
