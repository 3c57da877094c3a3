"""One word for scripts: does what was found support the claim, contradict it, or leave it open?

This is no rating: it says how the finding stands that `check` put first, and names it.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.finding import Agreement, Finding

SUPPORTED, CONTRADICTED, UNDECIDED = "supported", "contradicted", "undecided"
_WORDS = {
    Agreement.EXACT: SUPPORTED,
    Agreement.ROUNDS_TO: SUPPORTED,
    Agreement.NEAR: SUPPORTED,
    Agreement.APART: CONTRADICTED,
    Agreement.OPPOSITE: CONTRADICTED,
    Agreement.UNDECIDED: UNDECIDED,
}


def rests_on(findings: Sequence[Finding]) -> Finding | None:
    """The finding that the outcome rests on: the first from a series that was decided.

    Where no series decides, a claim that contradicts itself is contradicted by its own arithmetic; else the first of all.
    """
    decided = [f for f in findings if f.agreement is not Agreement.UNDECIDED]
    series = next((f for f in decided if f.series is not None), None)
    inner = next((f for f in decided if f.series is None and _WORDS[f.agreement] == CONTRADICTED), None)
    return series or inner or (findings[0] if findings else None)


def outcome(findings: Sequence[Finding]) -> tuple[str, str]:
    """``supported``, ``contradicted`` or ``undecided``, with why: the sentence and caveats of the finding it rests on."""
    found = rests_on(findings)
    if found is None:
        return (
            UNDECIDED,
            "No official series was found that measures this, which says nothing about whether it is true.",
        )
    word = (
        _WORDS[found.agreement] if found.series is not None or found.agreement is not Agreement.ROUNDS_TO else UNDECIDED
    )
    notes = " ".join(c.says for c in found.caveats if c.says not in found.why)
    return word, f"{found.why} {notes}".strip()
