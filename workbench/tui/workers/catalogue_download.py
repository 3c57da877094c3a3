"""Download the services' whole lists in a thread while the reviewer works; the same key starts and stops it."""

from __future__ import annotations

from functools import partial

from textual.app import App

from workbench.core.errors import WorkbenchError
from workbench.desk import Desk
from workbench.desk.catalogue.background_update import CatalogueDownload
from workbench.ports import Progress
from workbench.tui.counted import counted
from workbench.tui.keymap.keymap import key_name
from workbench.tui.workers.worker_messages import Done, Failed, NewsTold, broken

ABOUT = "catalogue"
"""Topic of the messages of this work."""


def offer() -> str:
    """Return the notice for research that searched only starter lists."""
    return f"Only starter lists were searched. {key_name('app.catalogue')} pulls the services' whole lists."


class Updating:
    """The running download, if any, and the progress of each service."""

    def __init__(self, app: App[None], desk: Desk) -> None:
        self._app, self._desk = app, desk
        self._pull: CatalogueDownload | None = None
        self._heard: dict[str, Progress] = {}

    @property
    def running(self) -> bool:
        """Whether lists are being downloaded."""
        return self._pull is not None

    def start(self) -> None:
        """Start to download the lists of all services."""
        pull = self._pull = self._desk.catalogue.pull()
        self._heard = {}
        self._app.run_worker(partial(self._work, pull), thread=True, group=ABOUT, exit_on_error=False)

    def stop(self) -> None:
        """Stop the download, if one is running."""
        if self._pull is not None:
            self._pull.stop()

    def hear(self, progress: Progress) -> Progress:
        """Store one service's progress and return the total progress."""
        self._heard[progress.what] = progress
        ended = sum(each.state != "running" for each in self._heard.values())
        of = f" of {progress.of:,}" if progress.of else ""
        now = (
            f"{progress.what} {progress.done:,}{of}"
            if progress.state == "running"
            else f"{progress.what} {progress.says}"
        )
        lists = self._pull.lists if self._pull is not None else 0
        return Progress("Whole lists", ended, lists, says=f"{key_name('app.catalogue')} stops it · {now}")

    def end(self) -> None:
        """Forget the download, after it is done or its failure was reported."""
        self._pull = None

    def _work(self, pull: CatalogueDownload) -> None:
        """Download in the thread; results are posted as messages."""
        try:
            problems = pull.run(lambda progress: self._tell(NewsTold(ABOUT, progress)))
        except WorkbenchError as error:
            self._tell(Failed(ABOUT, error))
        except Exception as error:  # noqa: BLE001  (a source is a plug-in and may raise anything; the desk stays)
            self._tell(Failed(ABOUT, broken("update of the catalogue", error)))
        else:
            failed = [problem for problem in problems if problem.kind == "catalogue-not-updated"]
            first_problem = (
                f" First of {counted(len(problems), 'thing')} to know: {(failed or problems)[0]}" if problems else ""
            )
            self._tell(Done(ABOUT, f"{'! ' if failed else ''}{self._outcome(pull, len(failed))}{first_problem}"))

    def _outcome(self, pull: CatalogueDownload, failed: int) -> str:
        if pull.stopped:
            return f"Stopped. Lists that came whole are here; of the others the old ones stay. {key_name('app.catalogue')} goes on."
        titles = self._desk.catalogue.titles()
        if failed:
            return f"{titles:,} titles to search; {counted(failed, 'list')} could not be pulled, the old ones stay."
        return f"The whole lists are here: {titles:,} titles. r researches with them."

    def _tell(self, message: NewsTold | Done | Failed) -> None:
        self._app.post_message(message)
