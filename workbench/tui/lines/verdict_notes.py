"""Short notes on a claim at the bench: the outcome in a word, how others were decided, what the verdict still needs."""

from __future__ import annotations

from workbench.compare.judging.outcome import outcome
from workbench.core.claim import Claim
from workbench.core.verdict import Verdict
from workbench.desk import Desk
from workbench.ports import Researched
from workbench.report.precedent_words import tally
from workbench.report.revision_words import revised_short
from workbench.tui.keymap.keymap import key_name


def outcome_words(researched: Researched | None) -> str:
    """Return the outcome in a word for every screen size: SUPPORTED, CONTRADICTED, UNDECIDED, or why there is none."""
    if researched is None:
        return "not researched"
    if not researched.findings:
        return "no figures"
    return outcome(researched.findings)[0].upper()


def decided_before(desk: Desk, claim: Claim, researched: Researched | None) -> str:
    """Describe how other claims on the selected series were decided; empty where none was."""
    given = desk.decided_before(claim.id, researched)
    return f"decided before on its series: {tally(given)} · {key_name('bench.precedents')} shows them" if given else ""


def verdict_notes(desk: Desk, verdict: Verdict) -> str:
    """Describe briefly what a verdict still needs, and which of its figures were revised."""
    revised = revised_short(desk.revisions(verdict.claim)) if verdict.ratings else ""
    return " · ".join(part for part in (desk.awaited(verdict), revised) if part)
