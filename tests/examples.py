"""How many examples a property is tried with: thirty each time, and all that it is worth where that is asked for."""

from __future__ import annotations

from hypothesis import settings

ALL = "all-examples"
"""The profile that tries each property with the count it states: ``pytest --hypothesis-profile all-examples``, at night or before a release."""

USUAL = 30
"""Examples of each run otherwise; they are others each time, so that many runs try what one long run would."""

UNSTATED = 100
"""Examples of a property that states no count, where all are tried."""


def register() -> None:
    """Make both profiles, and take the one of every day; the option of the command line comes later and wins."""
    # how long an example takes is the machine's business
    settings.register_profile("workbench", deadline=None, max_examples=USUAL)
    settings.register_profile(ALL, deadline=None, max_examples=UNSTATED)
    settings.load_profile("workbench")


def examples(full: int) -> int:
    """Return the count of a property that is worth more than the usual examples: that many where all are tried."""
    return full if settings.get_current_profile_name() == ALL else min(full, USUAL)
