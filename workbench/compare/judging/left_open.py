"""A finding that decides nothing, with the reason in its sentence and first among its cautions."""

from __future__ import annotations

from dataclasses import replace

from workbench.core.finding import Agreement, Caveat, Finding


def left_open(found: Finding, why: Caveat) -> Finding:
    """Return the finding as undecided; its figures and slips stay.

    Args:
        found: A finding that decided something.
        why: Why it decides nothing; it may be one of its cautions already.
    """
    caveats = tuple(dict.fromkeys((why, *found.caveats)))
    return replace(found, agreement=Agreement.UNDECIDED, why=f"{found.why} {why.says}", caveats=caveats)
