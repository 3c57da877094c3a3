"""A cluster of machines that read claims for this one: Dask distributes the tasks, and repeats them where a machine fails.

Results are taken in the order of the tasks, a few shards at a time. So this machine writes the same rows as it would alone, and a
stopped import continues after the last stored batch.
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
"""Timeout in seconds for the cluster and the first of its workers."""

_START = "Start it with dask scheduler, and dask worker tcp://HOST:8786 --nworkers 4 --nthreads 1 on each machine."


class NoClusterAddressError(UsageError):
    """The text is no address of a cluster."""

    def __init__(self, address: str) -> None:
        super().__init__(f"{printable(address, 80)} is no address of a cluster.", "Write --cluster tcp://HOST:8786.")


class ClusterError(WorkbenchError):
    """A cluster fails."""

    exit_code: ClassVar[int] = 3

    def __init__(self, address: str, why: str, hint: str = _START) -> None:
        super().__init__(f"The cluster at {printable(address, 80)} {why}.", hint)


def run_on_cluster(
    work: Callable[[Task], Result], tasks: Iterable[Task], address: str, begin: Callable[[], object]
) -> Generator[tuple[Task, Result], None, None]:
    """Yield each task with its result, in order of the tasks; a few tasks are taken before their results are.

    Args:
        work: The function that a worker runs; like the tasks, it is sent to the workers.
        tasks: Consumed one by one, as there is room.
        address: The address of the scheduler.
        begin: The function that each worker runs first.

    Raises:
        NoClusterAddressError: That is no address.
        MissingPackageError: Dask is not installed.
        ClusterError: It does not answer, has no worker, has another version of the workbench, or gives up a task.
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
    """Yield a client of a cluster that answers, has workers, and reads texts with the same code as this machine."""
    if "://" not in address:
        raise NoClusterAddressError(address)
    try:
        distributed: Any = importlib.import_module("distributed")
    except ImportError as error:
        raise MissingPackageError("A cluster", "dask", "cluster") from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # its errors are reported as sentences
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
        with suppress(Exception):  # the cluster disconnected, and pending messages are lost
            client.close(timeout=_SECONDS)


def _need_workers(client: Any, address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=_SECONDS)
    except Exception as error:
        raise ClusterError(address, "has no worker") from error
    try:
        found = client.run(fingerprint)
    except Exception as error:  # the workers lack the module, or there are none
        raise ClusterError(address, "has no workbench on its workers", _SAME) from error
    if any(each != fingerprint() for each in found.values()):
        raise ClusterError(address, "has another workbench on its workers, which would read otherwise", _SAME)


_SAME = f"Install claim-workbench {workbench.__version__} there, as it is here, and start the workers again."


_READ_WITH = ("sentencex", "py3langid", "snowballstemmer")
"""Packages that affect how a text is read."""

_SAMPLES = "_sample_data"
"""A folder that only an installed copy has, and that the import does not read."""


@cache
def fingerprint() -> str:
    """Hash everything that affects reading: with equal hashes, two machines read the same rows."""
    root = Path(workbench.__file__).parent
    found = hashlib.sha256("".join(f"{name} {version(name)}\n" for name in _READ_WITH).encode())
    for path in sorted(
        path for kind in ("py", "toml") for path in root.rglob(f"*.{kind}") if _SAMPLES not in path.parts
    ):
        found.update(f"{path.relative_to(root).as_posix()}\n".encode())
        found.update(path.read_bytes())
    return found.hexdigest()
