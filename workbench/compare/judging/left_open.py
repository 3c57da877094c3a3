"""Leaves a finding undecided, with the reason in its sentence and first among its caveats."""

from __future__ import annotations

from dataclasses import replace

from workbench.core.finding import Agreement, Caveat, Finding


def left_open(found: Finding, why: Caveat) -> Finding:
    """Make a finding undecided; its figures and slips stay.

    Args:
        found: A finding that decided something.
        why: The reason; it may be one of its caveats already.
    """
    caveats = tuple(dict.fromkeys((why, *found.caveats)))
    return replace(found, agreement=Agreement.UNDECIDED, why=f"{found.why} {why.says}", caveats=caveats)
