"""One word for scripts: does what was found support the claim, contradict it, or leave it open?

This is no rating: it names the finding that the outcome rests on, and says how that one stands.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.compare.judging.judge import ORDER
from workbench.compare.judging.left_open import left_open
from workbench.compare.judging.sizes import of_one_size
from workbench.compare.units import UNSURE_UNIT
from workbench.core.claim import MEASURE_FROM_BEFORE
from workbench.core.finding import Agreement, Caveat, Finding
from workbench.core.series import SeriesRef

SUPPORTED, CONTRADICTED, UNDECIDED = "supported", "contradicted", "undecided"
_ENDS = ("from", "to")
_TWO_READINGS, _POINTS = "percent-or-points", "percentage points"
_COMPARISON = "comparison"
_ANOTHER_NAMED = frozenset({"other-place-named", "other-base-named", "readings-differ"})
"""Cautions of figures that do not fit what was said and are left open: nothing else in the claim bears it out."""
_WHOLES = frozenset({"rank", "trend", _COMPARISON})
"""Parts that say what a claim is about: that a figure rose does not bear out that it rose for the third year in a row."""

_PRECEDENCE = (CONTRADICTED, SUPPORTED, UNDECIDED)
WORDS = {
    Agreement.EXACT: SUPPORTED,
    Agreement.ROUNDS_TO: SUPPORTED,
    Agreement.NEAR: UNDECIDED,  # just outside what the words may stand for: a person looks
    Agreement.APART: CONTRADICTED,
    Agreement.OPPOSITE: CONTRADICTED,
    Agreement.UNDECIDED: UNDECIDED,
}
"""What an agreement says of the claim."""


_DOUBTS = {
    "assumed-place": "place",
    "inherited-place": "place",
    "inherited-period": "period",
    "base-from-before": "period",
    MEASURE_FROM_BEFORE: "subject",
    "nominal": "statistic",
    "percent-or-points": "statistic",
    UNSURE_UNIT: "unit",
}
"""What each caution leaves in doubt. A contradiction that rests on two assumptions may be one of them instead."""

OF_SLOT = {
    "other-period": "period",
    "other-base": "period",
    "part-for-whole": "period",
    "whole-for-part": "period",
    "other-place": "place",
    "other-series": "subject",
}
"""Which of them a slip is in: where that was assumed of the claim, the slip is as likely the reader's as the speaker's."""

_MOST_DOUBTS = 1
_SIZE_MAKES_UP_FOR = 2
"""Most assumptions that a figure of the claimed size makes up for: "And 70 percent complain" takes measure, period and place from before."""

_TOO_DOUBTFUL = "More than one thing was assumed of the claim, so that it may be one of these that does not fit."


def rests_on(findings: Sequence[Finding]) -> Finding | None:
    """Return the finding that the outcome rests on.

    For each claim that is the reviewer's own formula where there is one that decides; else the weightiest finding of the first
    series that was measured, or else a contradiction inside the claim. A NEAR figure was measured and decides nothing: no later series
    speaks in its place.
    Of several claims a contradicted one decides, since all that was said must hold; then a supported one; then the first.
    """
    by_claim: dict[str, list[Finding]] = {}
    for found in findings:
        by_claim.setdefault(found.claim, []).append(found)
    return min(map(_of_claim, by_claim.values()), key=lambda f: _PRECEDENCE.index(_word(f)), default=None)


def _of_claim(findings: Sequence[Finding]) -> Finding:
    if formula := next((f for f in findings if f.formula and _word(f) != UNDECIDED), None):
        return formula
    by_series: dict[SeriesRef, list[Finding]] = {}
    for found in findings:
        if found.series is not None:
            by_series.setdefault(found.series.ref, []).append(found)
    leading = [_of_series(each) for each in by_series.values()]
    inner = [f for f in findings if f.series is None]
    measured = [f for f in (*leading, *inner) if _word(f) != UNDECIDED or f.agreement is Agreement.NEAR]
    return measured[0] if measured else (leading or findings)[0]


def _of_series(findings: Sequence[Finding]) -> Finding:
    """Combine readings and parts: one reading of a part may hold, but all parts must, so a contradicted part decides.

    That the direction is right, or one end, does not bear out a claim of which the other end could not be measured: then that one
    leads. Nor does the own figure bear out that it is lower than another's, of which there is none.
    """
    parts = {name: _best([f for f in findings if f.part == name]) for name in _parts(findings)}
    open_whole = any(parts[name].agreement is Agreement.UNDECIDED for name in _WHOLES & set(parts))
    open_comparison = _COMPARISON in parts and parts[_COMPARISON].agreement is Agreement.UNDECIDED
    open_ends = any(f.agreement is Agreement.UNDECIDED for name, f in parts.items() if name in _ENDS)

    def rank(name: str) -> int:
        best = parts[name]
        if WORDS[best.agreement] == CONTRADICTED:
            return -_place(best)
        if best.agreement is Agreement.NEAR:
            return -1
        if best.agreement is Agreement.UNDECIDED:
            if any(caveat.kind in _ANOTHER_NAMED for caveat in best.caveats):
                return -1
            return 1 if (open_ends and name in _ENDS) or name in _WHOLES else 3
        return 2 if open_comparison or open_whole or open_ends else 0

    return parts[min(parts, key=rank)]


def _best(readings: Sequence[Finding]) -> Finding:
    """Return the reading of a part that bears it out best; UNDECIDED where percent were said, and only percentage points bear it out."""
    best = min(readings, key=_place)
    two = any(caveat.kind == _TWO_READINGS for caveat in best.caveats)
    if not two or best.unit != _POINTS or WORDS[best.agreement] != SUPPORTED:
        return best
    if not any(f.unit != _POINTS and WORDS[f.agreement] == CONTRADICTED for f in readings):
        return best
    why = Caveat("readings-differ", "The claim says percent: read so, the figures do not bear it out.")
    return left_open(best, why)


def _parts(findings: Sequence[Finding]) -> list[str]:
    return list(dict.fromkeys(f.part for f in findings))


def _place(found: Finding) -> int:
    return ORDER.index(found.agreement)


def _rests_on_assumptions(found: Finding) -> bool:
    """Return whether a finding rests on assumptions of two kinds, such as the place and the period.

    A reviewer's own formula rests on none. A slip that explains the claimed figure, or one of its size, takes the doubt away, unless the
    slip is in what was assumed; for three assumptions its size makes up no more.
    """
    doubts = {_DOUBTS[caveat.kind] for caveat in found.caveats if caveat.kind in _DOUBTS}
    if found.formula or len(doubts) <= _MOST_DOUBTS:
        return False
    misread = any(OF_SLOT.get(slip.kind) in doubts for slip in found.slips)
    alike = of_one_size(found) and len(doubts) <= _SIZE_MAKES_UP_FOR
    return misread or not (found.slips or alike)


def _word(found: Finding) -> str:
    """Return a finding's outcome; that a claim's own figures fit one another supports nothing."""
    word = WORDS[found.agreement]
    if word == CONTRADICTED and _rests_on_assumptions(found):
        return UNDECIDED
    return UNDECIDED if found.series is None and word == SUPPORTED else word


def outcome(findings: Sequence[Finding]) -> tuple[str, str]:
    """``supported``, ``contradicted`` or ``undecided``, with why: the sentence and caveats of the finding it rests on."""
    found = rests_on(findings)
    if found is None:
        return (
            UNDECIDED,
            "No official series was found that measures this, which says nothing about whether it is true.",
        )
    notes = " ".join(c.says for c in found.caveats if c.says not in found.why)
    doubt = _TOO_DOUBTFUL if WORDS[found.agreement] == CONTRADICTED and _word(found) == UNDECIDED else ""
    return _word(found), " ".join(filter(None, (found.why, notes, doubt)))
