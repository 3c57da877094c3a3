"""The outcome in one word, for scripts: do the findings support the claim, contradict it, or leave it open?

This is no rating. It names the finding on which the outcome rests, and gives the reason.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.compare.judging.agreement import ORDER
from workbench.compare.judging.left_open import left_open
from workbench.compare.judging.size_comparison import NO_LEVELS, of_one_size
from workbench.compare.unit_conversion import UNSURE_UNIT
from workbench.core.claim import MEASURE_FROM_BEFORE
from workbench.core.finding import Agreement, Caveat, Finding
from workbench.core.series import SeriesRef

SUPPORTED, CONTRADICTED, UNDECIDED = "supported", "contradicted", "undecided"
_ENDS = ("from", "to")
_TWO_READINGS, _POINTS = "percent-or-points", "percentage points"
_COMPARISON = "comparison"
OTHER_BASE_NAMED = "other-base-named"
"""Kind of caveat of a change that the words also give with another base."""

_ANOTHER_NAMED = frozenset({"other-place-named", OTHER_BASE_NAMED, "readings-differ"})
"""Caveats of figures that do not fit and are left open; no other part of the claim can then support it."""
_WHOLES = frozenset({"rank", "trend", _COMPARISON})
"""Parts that are the point of a claim: "it rose" alone does not support "it rose for the third year in a row"."""

_PRECEDENCE = (CONTRADICTED, SUPPORTED, UNDECIDED)
WORDS = {
    Agreement.EXACT: SUPPORTED,
    Agreement.ROUNDS_TO: SUPPORTED,
    Agreement.NEAR: UNDECIDED,  # just outside the claimed range: a person looks
    Agreement.APART: CONTRADICTED,
    Agreement.OPPOSITE: CONTRADICTED,
    Agreement.UNDECIDED: UNDECIDED,
}
"""The outcome of each agreement."""


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
"""What each caveat leaves in doubt. With two of these assumed, the contradiction may be about one of them instead."""

OF_SLOT = {
    "other-period": "period",
    "other-base": "period",
    "part-for-whole": "period",
    "whole-for-part": "period",
    "other-place": "place",
    "other-series": "subject",
}
"""Which of these a slip is about: if that was assumed, the error is as likely the reader's as the speaker's."""

_MOST_DOUBTS = 1
_SIZE_MAKES_UP_FOR = 2
"""Most assumptions that a figure of the claimed size makes up for.

"And 70 percent complain" takes measure, period and place from the text before.
"""

_TOO_DOUBTFUL = "More than one thing was assumed of the claim, so that it may be one of these that does not fit."


def rests_on(findings: Sequence[Finding]) -> Finding | None:
    """Choose the finding on which the outcome rests.

    For each claim that is the reviewer's own formula, if it decides; else the weightiest finding of the first series
    that was measured, or else a contradiction inside the claim. A NEAR figure was measured and decides nothing: no
    later series takes its place. Of several claims a contradicted one decides, since everything said must hold; then a
    supported one; then the first.
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

    The right direction, or one end, does not support a claim whose other end could not be measured: then that end comes
    first. Nor does the place's own figure support "lower than" another place without a figure, nor "lower than" a figure
    that misses ("our 3 percent is lower than in Greece") and that is left open for another reason.
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
            missed = name not in NO_LEVELS and misses(best)
            if missed or any(caveat.kind in _ANOTHER_NAMED for caveat in best.caveats):
                return -1
            return 1 if (open_ends and name in _ENDS) or name in _WHOLES else 3
        return 2 if open_comparison or open_whole or open_ends else 0

    return parts[min(parts, key=rank)]


def _best(readings: Sequence[Finding]) -> Finding:
    """Choose the best reading of a part; UNDECIDED where only the reading in percentage points supports it."""
    best = min(readings, key=_place)
    two = any(caveat.kind == _TWO_READINGS for caveat in best.caveats)
    if not two or best.unit != _POINTS or WORDS[best.agreement] != SUPPORTED:
        return best
    if not any(f.unit != _POINTS and misses(f) for f in readings):
        return best
    why = Caveat("readings-differ", "The claim says percent: read so, the figures do not bear it out.")
    return left_open(best, why)


def misses(found: Finding) -> bool:
    """Check whether a figure does not bear a finding out, even where the finding is left open for another reason."""
    if WORDS[found.agreement] == CONTRADICTED:
        return True
    if found.agreement is not Agreement.UNDECIDED or found.claimed_range is None or found.measured is None:
        return False
    return found.measured not in found.claimed_range


def _parts(findings: Sequence[Finding]) -> list[str]:
    return list(dict.fromkeys(f.part for f in findings))


def _place(found: Finding) -> int:
    return ORDER.index(found.agreement)


def _rests_on_assumptions(found: Finding) -> bool:
    """Check whether a finding rests on assumptions of two kinds, such as the place and the period.

    A reviewer's own formula rests on none. A slip that explains the claimed figure, or a figure of its size, removes
    the doubt, unless the slip is about something assumed; with three assumptions the size is not enough.
    """
    doubts = {_DOUBTS[caveat.kind] for caveat in found.caveats if caveat.kind in _DOUBTS}
    if found.formula or len(doubts) <= _MOST_DOUBTS:
        return False
    misread = any(OF_SLOT.get(slip.kind) in doubts for slip in found.slips)
    alike = of_one_size(found) and len(doubts) <= _SIZE_MAKES_UP_FOR
    return misread or not (found.slips or alike)


def _word(found: Finding) -> str:
    """Give a finding's outcome; figures of a claim that fit each other support nothing."""
    word = WORDS[found.agreement]
    if word == CONTRADICTED and _rests_on_assumptions(found):
        return UNDECIDED
    return UNDECIDED if found.series is None and word == SUPPORTED else word


def outcome(findings: Sequence[Finding]) -> tuple[str, str]:
    """Give ``supported``, ``contradicted`` or ``undecided``, with the sentence and caveats of the deciding finding."""
    found = rests_on(findings)
    if found is None:
        return (
            UNDECIDED,
            "No official series was found that measures this, which says nothing about whether it is true.",
        )
    notes = " ".join(c.says for c in found.caveats if c.says not in found.why)
    doubt = _TOO_DOUBTFUL if WORDS[found.agreement] == CONTRADICTED and _word(found) == UNDECIDED else ""
    return _word(found), " ".join(filter(None, (found.why, notes, doubt)))
