"""A pool of parallel processes: results in order, clean shutdown, no process left behind.

In the standard library's pool each process prints a traceback at Ctrl-C, and the processes outlive a killed parent, each with a
hundred megabytes.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TypeVar

from workbench.core.errors import WorkbenchError

Task = TypeVar("Task")
Result = TypeVar("Result")

AHEAD = 3
"""Maximum number of tasks per worker process that are sent before their results are taken."""


class StoppedProcessError(WorkbenchError):
    """A process of the pool was killed from outside, usually because memory ran out."""

    def __init__(self) -> None:
        super().__init__("A process that helped was stopped by the system.", "Run the same command with --jobs 1.")


def run_in_pool(
    work: Callable[[Task], Result], tasks: Iterable[Task], jobs: int, begin: Callable[[], object] | None = None
) -> Generator[tuple[Task, Result], None, None]:
    """Yield each task with its result, in order of the tasks; a few tasks are taken before their results are.

    Args:
        work: The function that a process runs; like the tasks, it is sent to the processes.
        tasks: Consumed one by one, as there is room.
        jobs: How many processes.
        begin: The function that each process runs first.

    Raises:
        StoppedProcessError: The system stopped a process.
    """
    running: deque[tuple[Task, Future[Result]]] = deque()
    with _pool(jobs, begin) as pool:
        for task in tasks:
            with ctrl_c_held_back():  # processes that start meanwhile ignore Ctrl-C: this process ends them
                running.append((task, pool.submit(work, task)))
            while running and (len(running) >= jobs * AHEAD or running[0][1].done()):
                yield _oldest(running)
        while running:
            yield _oldest(running)


def _oldest(running: deque[tuple[Task, Future[Result]]]) -> tuple[Task, Result]:
    task, result = running.popleft()
    return task, result.result()


@contextmanager
def _pool(jobs: int, begin: Callable[[], object] | None) -> Iterator[ProcessPoolExecutor]:
    """Yield a pool; an exception in the block ends the processes at once."""
    context, others = multiprocessing.get_context("spawn"), set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(begin,))
    try:
        yield pool
    except BrokenProcessPool as error:
        raise StoppedProcessError from error
    except BaseException:  # Ctrl-C, a closed output, a caller that stops early
        for process in set(multiprocessing.active_children()) - others:  # not the process of `isolated_reading`
            process.terminate()
        _let_go_of_answers(pool)
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _let_go_of_answers(pool: ProcessPoolExecutor) -> None:
    """Close this process's copy of the writing end of the result pipe, which only the pool's processes use.

    A process that is killed while it writes leaves half a result in the pipe; the pool would wait for the other half forever.
    """
    queue = getattr(pool, "_result_queue", None)  # no public attribute for it (Python 3.11 to 3.14)
    if (writer := getattr(queue, "_writer", None)) is not None:
        writer.close()


@contextmanager
def ctrl_c_held_back() -> Iterator[None]:
    """Block Ctrl-C for a moment, where the system can; processes started meanwhile ignore it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(begin: Callable[[], object] | None) -> None:
    live_with_parent()
    if begin is not None:
        begin()


def live_with_parent() -> None:
    """Run in a worker process: leave Ctrl-C to the parent, and end when the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
