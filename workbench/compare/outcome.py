"""One word for scripts: does what was found support the claim, contradict it, or leave it open?

This is no rating: it says how the finding stands that `check` put first, and names it.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.finding import Agreement, Finding

SUPPORTED, CONTRADICTED, UNDECIDED = "supported", "contradicted", "undecided"
_PRECEDENCE = (CONTRADICTED, SUPPORTED, UNDECIDED)
_WORDS = {
    Agreement.EXACT: SUPPORTED,
    Agreement.ROUNDS_TO: SUPPORTED,
    Agreement.NEAR: SUPPORTED,
    Agreement.APART: CONTRADICTED,
    Agreement.OPPOSITE: CONTRADICTED,
    Agreement.UNDECIDED: UNDECIDED,
}


def rests_on(findings: Sequence[Finding]) -> Finding | None:
    """The finding that the outcome rests on.

    For each claim that is the leading finding of the first series that decides, or else a contradiction inside the claim.
    Of several claims a contradicted one decides, since all that was said must hold; then a supported one; then the first.
    """
    each = [_of_claim([f for f in findings if f.claim == key]) for key in dict.fromkeys(f.claim for f in findings)]
    return min(each, key=lambda f: _PRECEDENCE.index(_word(f)), default=None)


def _of_claim(findings: Sequence[Finding]) -> Finding:
    leading = {f.series.ref: f for f in reversed(findings) if f.series is not None}
    series = [f for f in findings if f.series is not None and leading[f.series.ref] is f]
    inner = [f for f in findings if f.series is None]
    decided = [f for f in (*series, *inner) if _word(f) != UNDECIDED]
    return decided[0] if decided else findings[0]


def _word(found: Finding) -> str:
    """A finding's outcome; that a claim's own figures fit one another supports nothing."""
    word = _WORDS[found.agreement]
    return UNDECIDED if found.series is None and word == SUPPORTED else word


def outcome(findings: Sequence[Finding]) -> tuple[str, str]:
    """``supported``, ``contradicted`` or ``undecided``, with why: the sentence and caveats of the finding it rests on."""
    found = rests_on(findings)
    if found is None:
        return (
            UNDECIDED,
            "No official series was found that measures this, which says nothing about whether it is true.",
        )
    (_WORDS[found.agreement] if found.series is not None or found.agreement is not Agreement.ROUNDS_TO else UNDECIDED)
    notes = " ".join(c.says for c in found.caveats if c.says not in found.why)
    return _word(found), f"{found.why} {notes}".strip()
