"""The line shown in place of a candidate's figures: why there are none, and the key that fetches them."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.core.finding import Finding
from workbench.ports import CandidateRow
from workbench.tui.keymap.keymap import key_name
from workbench.tui.lines.line import Line, line, say


def instead_of_figures(row: CandidateRow | None, found: Iterable[Finding], *, asking: bool) -> Line:
    """Return the line for a candidate without figures.

    Args:
        row: The candidate; None where there is none.
        found: What the research found.
        asking: Whether figures are being fetched.
    """
    if asking:
        return line(say("Asking …", "dim"))
    if row is None:
        return line(say("No figures. ", "dim"))
    if row.candidate.barred is not None:
        return line(say("Barred: ", "bad"), row.candidate.barred)
    key = say(key_name("bench.examine"), "head")
    if row.failed:
        return line(say("! No figures: ", "bad"), f"{row.failed} ", key, say(" asks again.", "dim"))
    if row.finding is not None:
        why = next((finding.why for finding in found if finding.id == row.finding), "")
        return line(say("No figures: ", "dim"), why or "the series has none for this claim.")
    return line(say("No figures of this series yet: ", "dim"), key, say(" asks for them.", "dim"))
