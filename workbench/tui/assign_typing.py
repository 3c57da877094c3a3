"""Defer, take, assign and release claims: interpret a typed answer, apply it, and describe the result."""

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
"""Purposes of the two prompts."""

LABELS = {
    LATER: "Defer {some} until (a day, tomorrow, in 3 days):",
    HAND: "Who does {some} (Tab offers; Enter alone: you; -: nobody):",
}
"""What the prompts ask."""

BACK = "-"
"""Answer that releases a claim to everybody."""


def meant(desk: Desk, purpose: str, typed: str) -> tuple[Decision, str]:
    """Interpret an answer: return the decision, and the words after the verb in its message.

    Raises NoComingDayError.
    """
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
    """Apply an answer to claims and return the message. For a single claim, raises the error that refuses it."""
    what, wording = meant(desk, purpose, typed)
    if len(keys) > 1:
        return decide_marked(desk, keys, what, wording, tell)
    [made] = desk.decide_all([what.of(keys[0])])
    if isinstance(made, WorkbenchError):
        raise made
    return " ".join(part for part in (DONE[what.action].capitalize(), wording) if part)


def next_name(desk: Desk, typed: str) -> str:
    """Return the next reviewer's name after the typed text; the text itself where no name begins with it."""
    names = desk.reviewers()
    if typed in names:
        return names[(names.index(typed) + 1) % len(names)]
    return next((each for each in names if each.casefold().startswith(typed.casefold())), typed)
