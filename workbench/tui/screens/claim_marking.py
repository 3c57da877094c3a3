"""Mark claims in the library to rate, defer, dismiss, tag or export them together, and to undo that together."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on

from workbench.core.reviewers.tag import tag_name
from workbench.core.verdict import Action
from workbench.desk import Desk
from workbench.desk.reviewing.bulk_decisions import Decision
from workbench.ports import ClaimFilter
from workbench.tui.counted import counted
from workbench.tui.keymap.keymap import key_name
from workbench.tui.marked_claims import decide_marked, keys_of
from workbench.tui.screens.assigning import MARKED, AssigningScreen
from workbench.tui.screens.workplace_base import spoken
from workbench.tui.widgets.claim_marking_list import ClaimMarkingList
from workbench.tui.workers.worker_messages import Done


class ClaimMarkingScreen(AssigningScreen):
    """A workplace with a list whose claims can be marked."""

    UNDO = "library.undo"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._wanted = ClaimFilter(folded=True)

    @property
    def queue(self) -> ClaimMarkingList:
        """The list of the queue."""
        return self.query_one("#queue", ClaimMarkingList)

    @property
    def at_hand(self) -> Sequence[str]:
        """The ids of the marked claims, or of the selected one."""
        row = self.queue.in_hand
        return self.queue.marks.ids or ((row.id,) if row is not None else ())

    def was_handed(self, wording: str) -> None:
        """Remove the marks, reload, and show the result."""
        self.unmark()
        self.reload()
        self.talk.say(wording, stays=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enable digits of the scale and commands for marked claims only where claims are marked."""
        if action == "rate_marked" and self._marks:
            return any(rating.digit == parameters[0] for rating in self.desk.scale.ratings)
        return action not in {"dismiss_marked", "tag_marked"} or bool(self._marks)

    @property
    def _marks(self) -> int:
        return len(self.queue.marks) if self.is_mounted else 0

    @on(ClaimMarkingList.Marked)
    def _marked(self) -> None:
        self.refresh_bindings()

    @on(ClaimMarkingList.AllWanted)
    @spoken
    def _mark_all(self) -> None:
        self.queue.marks.add(keys_of(self.desk, self._wanted))
        self.queue.tell_marks()

    def unmark(self) -> bool:
        """Remove all marks; return whether there were any."""
        marked = bool(self._marks)
        self.queue.marks.clear()
        self.queue.tell_marks()
        return marked

    # --- decisions about marked claims ----------------------------------------------------------------------------

    def action_rate_marked(self, digit: str) -> None:
        """Ask for the note on the rating of all marked claims; without marks, open the saved view of the digit."""
        if not self._marks:
            self.open_view(digit)
            return
        rating = next(rating for rating in self.desk.scale.ratings if rating.digit == digit)
        self._ask(f"rate:{rating.key}", f"Rate {self._some} “{rating.label}”; note (Enter gives it):")

    def open_view(self, digit: str) -> None:
        """Open the saved view of a digit."""

    def action_dismiss_marked(self) -> None:
        """Ask why the marked claims are no claims."""
        self._ask("dismiss:", f"Dismiss {self._some}; they are no claims, because:")

    def action_tag_marked(self) -> None:
        """Ask for a tag; a minus before it removes it."""
        self._ask("tag:", f"Tag for {self._some} (-tag takes it off):")

    def ask_defer(self) -> bool:
        """Ask for a note on deferring where claims are marked; return whether any are."""
        if self._marks:
            self._ask("defer:", f"Defer {self._some}; note:")
        return bool(self._marks)

    @property
    def _some(self) -> str:
        return counted(self._marks, "marked claim")

    def _ask(self, what: str, label: str) -> None:
        self.talk.ask(f"{MARKED} {what}", label)

    @spoken
    def decide(self, purpose: str, text: str) -> None:
        """Apply an answer to every marked claim, in a thread."""
        verb, _, rating = purpose.removeprefix(f"{MARKED} ").partition(":")
        action, wording = Action(verb), ""
        if action is Action.TAG:
            action = Action.UNTAG if text.startswith("-") else action
            text = wording = tag_name(text.removeprefix("-"))
        if rating:
            wording = f"“{self.desk.scale.label(rating)}”"
        keys, what = self.queue.marks.ids, Decision(claim="", action=action, rating=rating, note=text)
        self.talk.hold(f"Deciding {self._some} …")
        undo = f" · {key_name('library.undo')} takes all of it back"
        self.in_thread(MARKED, lambda: decide_marked(self.desk, keys, what, wording, self.hear(MARKED)) + undo)

    @on(Done)
    def _decided(self, event: Done) -> None:
        if event.about == MARKED:
            self.talk.close()
            self.unmark()
            self.reload()

    def reload(self) -> None:
        """Count again and redraw the visible rows."""
