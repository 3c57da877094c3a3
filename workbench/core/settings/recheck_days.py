"""How long a published figure may go unasked: the table ``[recheck]`` of a configuration."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workbench.core.errors import UnknownNameError, UsageError

RECHECK_DAYS = 30
"""Days after which an office is asked again by default: most headline series are revised within a month of their release."""

MOST_DAYS = 3650


def recheck_days(given: Mapping[str, Any]) -> int:
    """Read from a table of settings after how many days a worker asks again for a published figure; 0 for never.

    Raises:
        UsageError: The setting is no such number, or there is another setting in the table.

    >>> recheck_days({}), recheck_days({"days": 7}), recheck_days({"days": 0})
    (30, 7, 0)
    """
    for key in given:
        if key != "days":
            raise UnknownNameError("recheck setting", key, ("days",))
    days = given.get("days", RECHECK_DAYS)
    if type(days) is not int or not 0 <= days <= MOST_DAYS:
        raise UsageError(
            f"The setting days of [recheck] is no number from 0 to {MOST_DAYS:,}.", "Write days = 7; 0 for never."
        )
    return days
