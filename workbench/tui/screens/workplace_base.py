"""Base of both workplaces (library, bench): desk, message line, work in threads, export, and error messages."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from textual import on, work
from textual.screen import Screen
from textual.widget import Widget

from workbench.core.errors import WorkbenchError
from workbench.desk import Desk
from workbench.desk.publication.formats_by_suffix import suffixes
from workbench.ports import ClaimFilter, Progress
from workbench.tui.closed_screens import COLLECTING, forget_drawings
from workbench.tui.jump_places import jumps_of
from workbench.tui.screens.jump import JumpScreen
from workbench.tui.widgets.message_line import MessageLine
from workbench.tui.widgets.prompt_base import Prompting
from workbench.tui.workers.import_and_export import export_claims, is_there, next_format
from workbench.tui.workers.worker_messages import Done, Failed, NewsTold, broken

P = ParamSpec("P")
W = TypeVar("W", bound="Workplace")

Job = Callable[[], str]
"""Function that does some work and returns the message about it."""

EXPORT = "export"
"""Purpose of the prompt for a file's name."""


class Workplace(Screen[None]):
    """A screen that works with the desk.

    Attributes:
        desk: The desk.
        heard_at: When the last key was typed, even if it is still queued; in seconds of a monotonic clock.
        typed_at: When the key was typed that is being handled.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.heard_at = self.typed_at = 0.0
        self._warned = ""

    def on_mount(self) -> None:
        """Collect no garbage while the screen is painted."""
        COLLECTING.postpone()

    def on_unmount(self) -> None:
        """Let the memory of the closed screen go."""
        forget_drawings()
        COLLECTING.postpone()

    @property
    def talk(self) -> MessageLine:
        """The message and prompt line."""
        return self.query_one(MessageLine)

    @property
    def prompt(self) -> Widget | None:
        """The open prompt, which takes every key; the latest of several; None where keys are commands."""
        asking = (child.prompt for child in reversed(self.children) if isinstance(child, Prompting))
        return next((prompt for prompt in asking if prompt is not None), None)

    @property
    def named(self) -> tuple[str, str]:
        """The ids of the selected claim and document, for command lines; empty where there is none."""
        return ("", "")

    @property
    def standing(self) -> str:
        """The status in the header where figures do not come from the live services."""
        if self.desk.samples:
            return "sample answers, not live"
        return "offline: only what was fetched before" if self.desk.offline else ""

    def changed_elsewhere(self, claims: frozenset[str]) -> None:
        """Update visible claims that colleagues changed; an empty set means that any may have changed."""

    def complain(self, error: WorkbenchError) -> None:
        """Show an error and its hint."""
        if self.talk.asking:
            self.talk.refuse(_error_line(error))
        else:
            self.talk.say(f"! {_error_line(error)}", caveat=True)

    @work(thread=True, exit_on_error=False)
    def in_thread(self, about: str, job: Job) -> None:
        """Run a job in a thread; it ends with a message, `Done` or `Failed`."""
        try:
            outcome = job()
        except WorkbenchError as error:
            self.post_message(Failed(about, error))
        except Exception as error:  # noqa: BLE001  (readers and exporters are plug-ins and may raise anything)
            self.post_message(Failed(about, broken(about, error)))
        else:
            self.post_message(Done(about, outcome))

    def hear(self, about: str) -> Callable[[Progress], None]:
        """Return a progress listener that posts `NewsTold` messages."""
        return lambda progress: void(self.post_message(NewsTold(about, progress)))

    def action_jump(self) -> None:
        """Show a key over each place that takes the focus."""
        if self.prompt is None:
            self.app.push_screen(JumpScreen(jumps_of(self)), lambda jump: void(jump and jump.go()))

    def ask_export(self, name: str, kind: str = "") -> None:
        """Ask for the file to export to; Tab offers every installed format.

        A name ending in ``-draft`` includes drafts.
        """
        known = list(suffixes(self.desk.exporters))
        today = self.desk.today().isoformat()
        offered = f"{name}-{today}{kind}.{'md' if 'md' in known else known[0]}" if known else name
        self.talk.ask(EXPORT, "Write to:", offered, lambda path: next_format(known, path))

    def export(self, wanted: ClaimFilter, path: str) -> None:
        """Export the claims that match, in a thread; an existing file is only overwritten at the second Enter."""
        if is_there(path) and path != self._warned:
            self._warned = path
            self.talk.refuse("this file is there already; Enter again writes over it:")
            return
        self._warned = ""
        self.talk.hold(f"Writing {path} …")
        self.in_thread(EXPORT, lambda: export_claims(self.desk, wanted, path))

    @on(Done)
    def _done(self, event: Done) -> None:
        caveat = event.says.startswith("!")
        if self.talk.holds(event.about):
            self.talk.close()
            self.talk.say(event.says, caveat=caveat)
        else:
            self.talk.news(event.says, caveat=caveat)

    @on(Failed)
    def _failed(self, event: Failed) -> None:
        """Show a failed job: at once if its prompt waits for it, else as news, when the message line is free."""
        if self.talk.holds(event.about):
            self.complain(event.error)
        else:
            self.talk.news(f"! {_error_line(event.error)}", caveat=True)


def _error_line(error: WorkbenchError) -> str:
    """Return an error's message and hint in one line."""
    return f"{error.message} {error.hint}".strip()


def void(_: object) -> None:
    """Discard a value."""


def spoken(action: Callable[Concatenate[W, P], None]) -> Callable[Concatenate[W, P], None]:
    """Decorate an action to show errors of the desk instead of raising them."""

    @wraps(action)
    def inside(self: W, /, *args: P.args, **kwargs: P.kwargs) -> None:
        try:
            action(self, *args, **kwargs)
        except WorkbenchError as error:
            self.complain(error)

    return inside
