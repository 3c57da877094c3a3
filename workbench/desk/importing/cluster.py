"""A cluster of machines that read claims for this one: Dask hands the work out, and hands it out again where a machine goes away.

What comes back is taken in the order of what was sent, a few shards at a time, so that this machine writes the very rows that it would
write alone, and an import that is stopped goes on from the last batch that was kept.
"""

from __future__ import annotations

import hashlib
import importlib
import logging
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, ClassVar, TypeVar

import workbench
from workbench.core.errors import MissingPackageError, UsageError, WorkbenchError, printable
from workbench.desk.importing.worker_pool import AHEAD

Task = TypeVar("Task")
Result = TypeVar("Result")

_SECONDS = 15
"""How long a cluster, and the first of its workers, is waited for."""

_START = "Start it with dask scheduler, and dask worker tcp://HOST:8786 --nworkers 4 --nthreads 1 on each machine."


class NoClusterAddressError(UsageError):
    """What should be the address of a cluster is none."""

    def __init__(self, address: str) -> None:
        super().__init__(f"{printable(address, 80)} is no address of a cluster.", "Write --cluster tcp://HOST:8786.")


class ClusterError(WorkbenchError):
    """A cluster does not do its work."""

    exit_code: ClassVar[int] = 3

    def __init__(self, address: str, why: str, hint: str = _START) -> None:
        super().__init__(f"The cluster at {printable(address, 80)} {why}.", hint)


def run_on_cluster(
    work: Callable[[Task], Result], tasks: Iterable[Task], address: str, begin: Callable[[], object]
) -> Generator[tuple[Task, Result], None, None]:
    """Yield each task with its result, in order of the tasks; a few tasks are taken before their results are.

    Args:
        work: What a worker does; like the tasks, it is sent to the workers.
        tasks: Taken one by one, as there is room.
        address: Where the scheduler listens.
        begin: What each worker does first.

    Raises:
        NoClusterAddressError: That is no address.
        MissingPackageError: Dask is not installed.
        ClusterError: It does not answer, has no worker, has another workbench, or gives a task up.
    """
    with _client(address) as client:
        client.run(begin)
        running: deque[tuple[Task, Any]] = deque()
        room = AHEAD * max(1, sum(client.nthreads().values()))
        for task in tasks:
            running.append((task, client.submit(work, task, pure=False)))
            while running and (len(running) >= room or running[0][1].done()):
                yield _oldest(running, address)
        while running:
            yield _oldest(running, address)


def _oldest(running: deque[tuple[Task, Any]], address: str) -> tuple[Task, Any]:
    task, coming = running.popleft()
    try:
        return task, coming.result()
    except WorkbenchError:
        raise
    except Exception as error:
        hint = "Run the same command again for the rest; --jobs 2 reads it here."
        raise ClusterError(address, f"gave a part of the work up ({type(error).__name__})", hint) from error


@contextmanager
def _client(address: str) -> Iterator[Any]:
    """Yield a client of a cluster that is there, has workers, and reads as this machine does."""
    if "://" not in address:
        raise NoClusterAddressError(address)
    try:
        distributed: Any = importlib.import_module("distributed")
    except ImportError as error:
        raise MissingPackageError("A cluster", "dask", "cluster") from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters of it is told in sentences
    try:
        client = distributed.Client(address, timeout=_SECONDS, set_as_default=False)
    except ValueError as error:
        raise NoClusterAddressError(address) from error
    except OSError as error:
        raise ClusterError(address, "does not answer") from error
    try:
        _need_workers(client, address)
        yield client
    finally:
        with suppress(Exception):  # it went away, and took what was to be said to it along
            client.close(timeout=_SECONDS)


def _need_workers(client: Any, address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=_SECONDS)
    except Exception as error:
        raise ClusterError(address, "has no worker") from error
    try:
        found = client.run(fingerprint)
    except Exception as error:  # the workers have no such module, or none at all
        raise ClusterError(address, "has no workbench on its workers", _SAME) from error
    if any(each != fingerprint() for each in found.values()):
        raise ClusterError(address, "has another workbench on its workers, which would read otherwise", _SAME)


_SAME = f"Install claim-workbench {workbench.__version__} there, as it is here, and start the workers again."


_READ_WITH = ("sentencex", "py3langid", "snowballstemmer")
"""Packages that have a say in how a text is read."""

_SAMPLES = "_sample_data"
"""A folder that is there in an installed copy alone, and read by nobody here."""


@cache
def fingerprint() -> str:
    """Return a hash over all that reading rests on: the same here and there, the same rows come of it."""
    root = Path(workbench.__file__).parent
    found = hashlib.sha256("".join(f"{name} {version(name)}\n" for name in _READ_WITH).encode())
    for path in sorted(
        path for kind in ("py", "toml") for path in root.rglob(f"*.{kind}") if _SAMPLES not in path.parts
    ):
        found.update(f"{path.relative_to(root).as_posix()}\n".encode())
        found.update(path.read_bytes())
    return found.hexdigest()
