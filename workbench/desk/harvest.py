"""Claims out of many documents, in order, by as many processes as are wanted, with little in memory at a time."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice

from workbench.core.claim import Claim
from workbench.core.errors import WorkbenchError
from workbench.core.text import Document
from workbench.desk.intake import read_claims
from workbench.desk.rows import declared

CHUNK = 250
"""How many documents are handed to a process at once."""

CHUNK_CHARACTERS = 400_000
"""How much text is handed to a process at once, where documents are long."""

AHEAD = 3
"""How many chunks a process may be ahead of what was kept."""


class StoppedProcessError(WorkbenchError):
    """A process that read claims was killed from outside, most often for want of memory."""

    def __init__(self) -> None:
        super().__init__("A process that read claims was stopped by the system.", "Run the import again with --jobs 1.")


@dataclass(frozen=True, slots=True)
class Pending:
    """A document whose claims are to be read.

    Attributes:
        document: The document.
        row: Whether it is a row of a table, declared a claim by whoever listed it.
        position: How far into its file the import is behind it.
    """

    document: Document
    row: bool
    position: int = 0


@dataclass(frozen=True, slots=True)
class Harvested:
    """Documents with their claims, and how far into its file the import is behind them."""

    documents: tuple[tuple[Document, tuple[Claim, ...]], ...]
    position: int


def harvest(pending: Iterable[Pending], jobs: int) -> Generator[Harvested, None, None]:
    """Reads the claims of documents, chunk by chunk, in the order of the documents.

    Processes are started only where there is more than one chunk.

    Raises:
        StoppedProcessError: The system stopped a process.
    """
    chunks = _chunks(pending)
    first = list(islice(chunks, 2))
    if jobs <= 1 or len(first) <= 1:
        yield from (_read(chunk) for part in (first, chunks) for chunk in part)
        return
    yield from _in_processes(first, chunks, jobs)


def _in_processes(
    first: Sequence[list[Pending]], rest: Iterator[list[Pending]], jobs: int
) -> Generator[Harvested, None, None]:
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_leave_interrupts)
    running: deque[Future[Harvested]] = deque()
    try:
        for part in (first, rest):
            for chunk in part:
                running.append(pool.submit(_read, chunk))
                if len(running) >= jobs * AHEAD:
                    yield running.popleft().result()
        while running:
            yield running.popleft().result()
    except BrokenProcessPool as error:
        raise StoppedProcessError from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _leave_interrupts() -> None:
    """Ctrl-C is for the process that keeps documents; it ends the others in order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _chunks(pending: Iterable[Pending]) -> Iterator[list[Pending]]:
    chunk: list[Pending] = []
    size = 0
    for each in pending:
        chunk.append(each)
        size += len(each.document.text)
        if len(chunk) >= CHUNK or size >= CHUNK_CHARACTERS:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _read(chunk: Sequence[Pending]) -> Harvested:
    return Harvested(tuple((each.document, _claims(each)) for each in chunk), chunk[-1].position)


def _claims(pending: Pending) -> tuple[Claim, ...]:
    found = read_claims(pending.document).claims
    return declared(pending.document, found) if pending.row else found
