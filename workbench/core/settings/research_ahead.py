"""The number of claims that are researched before anybody opens them: the setting and its default."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workbench.core.errors import UnknownNameError, UsageError

MOST_AHEAD = 50
"""Maximum number of claims that are researched ahead."""

FREELY = 3
"""Number of claims that are researched ahead by default where the archive or samples answer and no service is asked."""


def ahead_count(given: Mapping[str, Any], *, asked_freely: bool) -> int:
    """Read the number from a table of settings; by default three where no service is asked, and none where services are.

    Args:
        given: The table; ``claims`` is its only setting.
        asked_freely: Whether the archive or stored samples answer, so that no service is asked.

    Raises:
        UsageError: The setting is no valid number, or there is another setting in the table.

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
