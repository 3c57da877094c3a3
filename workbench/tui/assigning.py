"""Claims deferred until a day, taken, given to somebody and given back: what a line that was typed means, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.errors import WorkbenchError
from workbench.core.verdict import Action
from workbench.desk import Desk
from workbench.desk.reviewing.bulk_decisions import Decision
from workbench.ports import Tell, silent
from workbench.report.decision_words import written_day
from workbench.tui.marked_claims import DONE, decide_marked

LATER, HAND = "later", "hand"
"""What the two prompts are about."""

LABELS = {
    LATER: "Defer {some} until (a day, tomorrow, in 3 days):",
    HAND: "Who does {some} (Tab offers; Enter alone: you; -: nobody):",
}
"""What the prompts ask."""

BACK = "-"
"""What gives a claim back to everybody."""


def meant(desk: Desk, purpose: str, typed: str) -> tuple[Decision, str]:
    """Return the decision that an answer means, and what is said of it beside the verb. Raises NoComingDayError."""
    text = typed.strip()
    if purpose == LATER:
        until = desk.coming_day(text)
        return Decision(claim="", action=Action.DEFER, until=until), f"until {written_day(until)}"
    if text == BACK:
        return Decision(claim="", action=Action.RELEASE), "to everybody"
    if not text or text.casefold() == desk.reviewer.casefold():
        return Decision(claim="", action=Action.TAKE), ""
    return Decision(claim="", action=Action.ASSIGN, to=text), f"to {text}"


def handed(desk: Desk, keys: Sequence[str], purpose: str, typed: str, tell: Tell = silent) -> str:
    """Do to claims what an answer means, and say so. Raises what stands against it, where it is one claim."""
    what, wording = meant(desk, purpose, typed)
    if len(keys) > 1:
        return decide_marked(desk, keys, what, wording, tell)
    [made] = desk.decide_all([what.of(keys[0])])
    if isinstance(made, WorkbenchError):
        raise made
    return " ".join(part for part in (DONE[what.action].capitalize(), wording) if part)


def next_name(desk: Desk, typed: str) -> str:
    """Return the next reviewer after what is typed; what was typed where nobody's name begins so."""
    names = desk.reviewers()
    if typed in names:
        return names[(names.index(typed) + 1) % len(names)]
    return next((each for each in names if each.casefold().startswith(typed.casefold())), typed)
