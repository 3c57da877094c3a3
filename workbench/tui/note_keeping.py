"""A note that is saved at once: with the reviewer's current rating, or by itself."""

from __future__ import annotations

from workbench.core.series import SeriesRef
from workbench.desk import Desk
from workbench.tui.lines.verdict import is_rated


def keep_note(desk: Desk, claim: str, text: str, on: SeriesRef | None = None) -> bool:
    """Save a note at once: with the reviewer's current rating, or by itself. Return whether a rating has it already."""
    verdict = desk.verdict(claim)
    mine = next((r.rating for r in verdict.ratings if r.who == desk.reviewer.casefold()), None)
    if is_rated(verdict) and mine is not None:
        desk.rate(claim, mine, text, on=on)
        return True
    desk.comment(claim, text)
    return False
