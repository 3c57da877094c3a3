"""The verdict bar: the rating keys, the present verdict, and the question before publishing."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget

from workbench.core.rating import RatingScale
from workbench.core.verdict import Verdict
from workbench.tui.command_keys import EVERY, QUESTION, bindings
from workbench.tui.hasty_keys import ALONE
from workbench.tui.keymap.keymap import IN_FORCE
from workbench.tui.lines.verdict import question_lines, rating_at, rating_line, standing_line
from workbench.tui.widgets.pane import Pane, PaneRow


class VerdictBar(Pane, can_focus=False):
    """Shows the rating keys and the verdict; asks before publishing, and then takes every key."""

    BINDINGS = bindings(QUESTION)

    class Confirmed(Message):
        """The question was answered with yes; `at` is when that key was typed."""

        def __init__(self, at: float) -> None:
            super().__init__()
            self.at = at

    class Doubted(Message):
        """A yes came among other keys, and is ignored."""

    class Left(Message):
        """The question was answered with no."""

    def __init__(self, scale: RatingScale, *, id: str) -> None:  # noqa: A002  (Textual's own name)
        super().__init__("Verdict", id=id)
        self._scale = scale
        self._verdict: Verdict | None = None
        self._notes = ""
        self._figures: int | None = None
        self._before: Widget | None = None
        self._pressed = 0.0
        self._alone = False
        self._yes: Timer | None = None

    def show(self, verdict: Verdict, notes: str = "") -> None:
        """Show the verdict of the selected claim and the notes on it; an open question is closed."""
        if self.asking and self._before is not None and self._before.is_attached:
            self.screen.set_focus(self._before)
        self._verdict, self._notes, self._figures = verdict, notes, None
        self.title = "Verdict"
        self.head()
        self.rebuild()

    def show_notes(self, verdict: Verdict, notes: str) -> None:
        """Show the notes on a verdict if it is still shown; an open question stays."""
        if verdict is self._verdict and notes != self._notes:
            self._notes = notes
            self.rebuild()

    @property
    def verdict(self) -> Verdict | None:
        """The shown verdict."""
        return self._verdict

    def tell(self, outcome: str) -> None:
        """Show the outcome of the figures, in the edge above the keys; it suggests no rating."""
        self.note = outcome
        self.head()

    def ask(self, figures: int) -> None:
        """Ask whether to publish, with the number of figures that will be recomputed."""
        if not self.asking:
            self._before = self.screen.focused
        self._figures, self._pressed = figures, 0.0
        self.screen.set_focus(self)
        self.title = "Publish?"
        self.head()
        self.rebuild()

    def on_click(self, event: events.Click) -> None:
        """Press the key of the rating under the pointer."""
        if self.asking or event.y != self.gutter.top:
            return
        rating = rating_at(self._scale, self._verdict, event.x - self.gutter.left)
        if rating is not None:
            self.app.simulate_key(IN_FORCE.get().keys(EVERY[f"bench.rate-{rating.digit}"])[0])

    @property
    def asking(self) -> bool:
        """Whether a question is open."""
        return self._figures is not None

    @property
    def prompt(self) -> Widget | None:
        """This widget, while it asks."""
        return self if self.asking else None

    def allow_focus(self) -> bool:
        """Allow the focus only while it asks."""
        return self.asking

    def check_consume_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002  (Textual's signature)
        """Consume all keys except its own, so that they run no command."""
        return not key.startswith("ctrl+")

    def on_key(self, event: events.Key) -> None:
        """Record a key: one just before or after a yes cancels it."""
        self._alone, self._pressed = event.time - self._pressed >= ALONE, event.time
        if self._yes is not None:
            self._doubt()

    def action_yes(self) -> None:
        """Answer yes, unless other keys come with it."""
        if self._alone:
            self._yes = self.set_timer(ALONE, self._confirm)
        else:
            self._doubt()

    def action_leave(self) -> None:
        """Answer no."""
        self.post_message(self.Left())

    def _confirm(self) -> None:
        self._yes = None
        if self.asking:
            self.post_message(self.Confirmed(self._pressed))

    def _doubt(self) -> None:
        if self._yes is not None:
            self._yes.stop()
            self._yes = None
        self.post_message(self.Doubted())

    def rows(self, width: int, height: int) -> Sequence[PaneRow]:  # noqa: ARG002  (three lines at most)
        """Return the question, or the keys and the verdict."""
        if self._verdict is None:
            return ()
        if self._figures is not None:
            return [PaneRow(line) for line in question_lines(self._verdict, self._scale, self._figures)]
        standing = standing_line(self._verdict, self._scale, self._notes)
        return [PaneRow(rating_line(self._scale, self._verdict)), PaneRow(standing)]
