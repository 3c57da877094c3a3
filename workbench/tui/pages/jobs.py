"""A screen of the team's jobs: what waits for workers, what they do, what failed, and what is done; one that waits is cancelled here.

Where the database is a file there are no jobs, and the screen says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from textual import on
from textual.app import ComposeResult
from textual.message import Message
from textual.screen import Screen

from workbench.core.errors import NoSuchRecordError, WorkbenchError, printable
from workbench.desk import Desk
from workbench.jobs.job_words import job_line
from workbench.ports import JobRow, TeamJobs
from workbench.report.list_headline import headline
from workbench.tui.command_keys import PAGE, Command, bindings
from workbench.tui.keymap.keymap import key_name
from workbench.tui.lines.line import Line, line, say
from workbench.tui.plugged import PluggedScreen
from workbench.tui.widgets.key_bar import KeyBar
from workbench.tui.widgets.pane import Pane, PaneRow
from workbench.tui.widgets.title_bar import TitleBar

_NO_SERVER = (
    "This database is a file: it has no jobs. A team's PostgreSQL has them; here {} shows what is researched ahead."
)
_NONE = "There is no job. workbench jobs add research adds the open claims, workbench import --later documents."
_ORDER = ("doing", "todo", "failed", "aborting", "cancelled", "aborted", "succeeded")
_MOST = 500
"""Most jobs that are listed; the counts above hold for all."""

_SECONDS = 3.0
"""Seconds between two looks."""

COMMANDS = (
    Command("jobs.down", "j,down", "step(1)", "down", "Select the next job.", foot=False),
    Command("jobs.up", "k,up", "step(-1)", "up", "Select the job before.", foot=False),
    Command("jobs.cancel", "X", "cancel_job", "cancel", "Cancel the selected job, if it waits; ask it to stop, if it runs.", "workbench jobs cancel NUMBER", decides=True),
    PAGE[0],
)  # fmt: skip


class JobsPane(Pane):
    """Lists jobs, one of them selected."""

    def __init__(self) -> None:
        super().__init__("", id="page")
        self._jobs: Sequence[JobRow] = ()
        self._words: Mapping[str, str] = {}
        self._head: Sequence[Line] = [line(say("Looking …", "dim"))]
        self._at = 0

    def show(self, jobs: Sequence[JobRow], words: Mapping[str, str], head: Sequence[Line]) -> None:
        """Show jobs, with the headlines of their claims; the selected job stays selected."""
        held = self.in_hand
        self._jobs, self._words, self._head = jobs, words, head
        self._at = next((n for n, job in enumerate(jobs) if held and job.id == held.id), min(self._at, len(jobs)))
        self.rebuild()

    @property
    def in_hand(self) -> JobRow | None:
        """The selected job."""
        return self._jobs[self._at] if self._at < len(self._jobs) else None

    @property
    def cursor(self) -> int | None:
        """The position of the selected job, from 0."""
        return self._at

    def step(self, by: int) -> None:
        """Select another job."""
        self._at = max(0, min(self._at + by, len(self._jobs) - 1))
        self.reveal(self._at)
        self.refresh()

    def rows(self, width: int, height: int) -> Sequence[PaneRow]:  # noqa: ARG002  (a list has any height)
        """Return the counts, then a line for each job."""
        listed = [PaneRow(self._line(job), 4, n) for n, job in enumerate(self._jobs)]
        return [*(PaneRow(each) for each in self._head), *listed]

    def _line(self, job: JobRow) -> Line:
        words = self._words.get(job.claim, "")
        return line(say(job_line(job), "dim" if job.status == "succeeded" else ""), f"  {words}" if words else "")


class JobsScreen(Screen[None]):
    """Looks in a thread every few seconds, so that a slow server does not block the screens."""

    TOPIC = "configuration"
    BINDINGS = bindings(COMMANDS)
    DEFAULT_CSS = """
    JobsScreen { layout: vertical; #page { height: 1fr; } }
    """

    class Listed(Message):
        """The jobs as they are now, or why they cannot be listed."""

        def __init__(self, jobs: Sequence[JobRow], words: Mapping[str, str], head: Sequence[Line]) -> None:
            super().__init__()
            self.jobs, self.words, self.head = jobs, words, head

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._jobs: TeamJobs | None = desk.team_jobs
        self._told = ""  # what came of the last cancelling; it stands until another job is selected

    def compose(self) -> ComposeResult:
        """Yield header, list, keys."""
        bar = TitleBar(id="title")
        bar.left = "Jobs of the team's workers"
        yield bar
        yield JobsPane()
        yield KeyBar()

    def on_mount(self) -> None:
        """Look, and go on looking."""
        self._look()
        if self._jobs is not None:
            self.set_interval(_SECONDS, self._look)

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()

    def action_step(self, by: int) -> None:
        """Select another job."""
        self._told = ""
        self._pane.step(by)

    def action_cancel_job(self) -> None:
        """Cancel the selected job."""
        job, jobs = self._pane.in_hand, self._jobs
        if job is not None and jobs is not None:
            self._look(lambda: _cancelled(jobs, job))

    @property
    def _pane(self) -> JobsPane:
        return self.query_one(JobsPane)

    def _look(self, first: Callable[[], str] | None = None) -> None:
        self.run_worker(lambda: self._list(first), thread=True, group="jobs")

    def _list(self, first: Callable[[], str] | None) -> None:
        if self._jobs is None:
            self.post_message(self.Listed((), {}, [line(_NO_SERVER.format(key_name("app.ahead")))]))
            return
        try:
            self._told = first() if first is not None else self._told
            listed = self._jobs.listed()
        except WorkbenchError as error:
            why = [line(say(f"! {each}", "caveat")) for each in (error.message, error.hint) if each]
            self.post_message(self.Listed((), {}, why))
            return
        shown = sorted(listed, key=lambda job: (_ORDER.index(job.status), -job.id))[:_MOST]
        said = [line(say(self._told, "caveat"))] if self._told else []
        self.post_message(self.Listed(shown, self._headlines(shown), [*said, _counts(listed)]))

    def _headlines(self, jobs: Sequence[JobRow]) -> Mapping[str, str]:
        return {job.claim: self._headline(job.claim) for job in jobs if job.claim}

    def _headline(self, claim: str) -> str:
        try:
            return printable(headline(self._desk.claim(claim)), 80)
        except WorkbenchError:  # the job is about a claim that is gone
            return ""

    @on(Listed)
    def _show(self, event: Listed) -> None:
        self._pane.show(event.jobs, event.words, event.head)


def _cancelled(jobs: TeamJobs, job: JobRow) -> str:
    """Cancel a job, and say what came of it."""
    try:
        jobs.cancel([job.id])
    except NoSuchRecordError:
        return f"Job {job.id} is over: there is nothing to cancel."
    return f"Job {job.id} was asked to stop." if job.status == "doing" else f"Job {job.id} is cancelled."


def _counts(jobs: Sequence[JobRow]) -> Line:
    """Return how many jobs have each status."""
    counted = Counter(job.status for job in jobs)
    told = " · ".join(f"{counted[status]:,} {status}" for status in _ORDER if counted[status])
    return line(told or _NONE)


SCREEN = PluggedScreen(
    key="f7",
    label="F7",
    says="jobs",
    means="Show the jobs of the team's workers: what waits, what is done, what failed.",
    twin="workbench jobs",
    opens=lambda standing: JobsScreen(standing.desk),
)
