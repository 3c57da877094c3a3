"""Recompute every figure of a claim from the archive, and describe the result."""

from __future__ import annotations

from workbench.desk import Desk
from workbench.tui.counted import counted


def recompute(desk: Desk, claim: str) -> str:
    """Recompute every figure of a claim from the archive, and describe the result."""
    replayed = list(desk.replay(claim))
    differing = [each for each in replayed if not each.same]
    if differing:
        return f"! {len(differing)} of {len(replayed)} differ: {differing[0].title}: {differing[0].why}."
    return f"{counted(len(replayed), 'finding')} recomputed: all came out the same again from the archive."
