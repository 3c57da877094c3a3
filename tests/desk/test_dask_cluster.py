"""An import that a Dask cluster reads: the same rows as one machine writes, whatever happens to its workers."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Iterator
from dataclasses import replace
from types import ModuleType, SimpleNamespace

import pytest
from lists import put, run, table

from workbench.core.errors import WorkbenchError
from workbench.desk.importing import dask_cluster as room
from workbench.desk.importing import import_run, parallel_reading
from workbench.desk.importing.dask_cluster import fingerprint, run_on_cluster
from workbench.files.user_files import UserFiles
from workbench.readers import readers
from workbench.store import open_store

pytestmark = pytest.mark.filterwarnings("ignore")  # those of Dask's own house

ROWS = [f"The police stopped {n + 1_000} attempts.,2021-12-0{1 + n % 9}" for n in range(100)]


@pytest.fixture(autouse=True)
def small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tenth of the rows at a time, so that a few make many shards and more than one batch."""
    monkeypatch.setattr(parallel_reading, "CHUNK", 10)
    monkeypatch.setattr(import_run, "BATCH", 20)


@pytest.fixture(scope="module", autouse=True)
def distributed() -> ModuleType:
    """Dask, loaded by the one process that tries it, and not by all that collect."""
    return pytest.importorskip("distributed", reason="Dask is not installed: pip install 'claim-workbench[cluster]'")


@pytest.fixture(scope="module")
def two(distributed: ModuleType) -> Iterator[object]:
    """Yield a cluster of two workers on this machine."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1", silence_logs=50
    ) as running:
        yield running


def rows_of(ports) -> dict[str, tuple[object, ...]]:
    """Return all that an import wrote of each document."""
    store = ports.store
    keys = [row.id for row in store.documents(limit=1_000_000)]
    return {key: (replace(store.document(key), origin=""), tuple(store.claims_in(key))) for key in keys}


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[object, ...]]:
    """Return what one machine writes of all rows."""
    folder = tmp_path_factory.mktemp("alone")
    with open_store(folder / "desk.db") as store:
        ports = SimpleNamespace(worth={}, store=store, files=UserFiles(), readers=readers())
        run(ports, put(folder, table(*ROWS)), jobs=1)
        return rows_of(ports)


def test_it_writes_what_one_machine_writes_and_the_same_twice_adds_nothing(ports, tmp_path, two, alone):
    path = put(tmp_path, table(*ROWS[:40], ",2021-12-01", ROWS[0]))
    done, rejected = run(ports, path, cluster=two.scheduler_address)
    assert (done.documents, done.already, [row.line for row in rejected]) == (40, 1, [42])
    assert rows_of(ports).items() <= alone.items()
    assert ports.store.check() == []
    again, _ = run(ports, path, cluster=two.scheduler_address)
    assert (again.documents, again.already) == (0, 41)


def test_an_import_that_was_stopped_goes_on_from_what_was_kept(ports, tmp_path, two, alone):
    path = put(tmp_path, table(*ROWS))

    def stop(_: object) -> None:
        if ports.store.count_documents():
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(ports, path, tell=stop, cluster=two.scheduler_address)
    kept = ports.store.count_documents()
    assert 0 < kept < 100
    done, _ = run(ports, path, cluster=two.scheduler_address)
    assert (done.already, done.documents) == (kept, 100 - kept)
    assert rows_of(ports) == alone


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is POSIX's")
def test_what_a_worker_held_that_died_is_read_by_another(ports, tmp_path, two, alone):
    path = put(tmp_path, table(*ROWS[:60]))
    doomed = [next(worker.pid for worker in two.workers.values())]

    def kill(_: object) -> None:
        if doomed:
            os.kill(doomed.pop(), signal.SIGKILL)

    done, _ = run(ports, path, tell=kill, cluster=two.scheduler_address)
    assert (doomed, done.documents) == ([], 60)
    assert rows_of(ports).items() <= alone.items()


def test_workers_that_would_read_otherwise_are_refused(ports, tmp_path, two, monkeypatch):
    monkeypatch.setattr(room, "fingerprint", lambda: f"{fingerprint()[:-1]}x")
    with pytest.raises(WorkbenchError, match="on its workers"):
        run(ports, put(tmp_path, table(*ROWS[:10])), cluster=two.scheduler_address)
    assert ports.store.count_documents() == 0


@pytest.mark.parametrize(
    ("address", "says"), [("here", "no address"), ("carrier://pigeon", "no address"), ("", "does not answer")]
)
def test_a_cluster_that_is_none_is_said(ports, tmp_path, monkeypatch, address, says):
    monkeypatch.setattr(room, "_SECONDS", 1)
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = address or f"tcp://127.0.0.1:{closed.getsockname()[1]}"
        with pytest.raises(WorkbenchError, match=says) as caught:
            run(ports, put(tmp_path, table(*ROWS[:10])), cluster=address)
    assert "tcp://HOST:8786" in caught.value.hint


def test_a_cluster_without_workers_is_said(ports, tmp_path, monkeypatch, distributed):
    monkeypatch.setattr(room, "_SECONDS", 1)
    with (
        distributed.LocalCluster(
            n_workers=0, processes=True, dashboard_address=None, host="127.0.0.1", silence_logs=50
        ) as empty,
        pytest.raises(WorkbenchError, match="has no worker"),
    ):
        run(ports, put(tmp_path, table(*ROWS[:10])), cluster=empty.scheduler_address)


def test_a_part_that_cannot_be_done_is_a_sentence(two):
    with pytest.raises(WorkbenchError, match=r"gave a part of the work up \(ZeroDivisionError\)"):
        list(run_on_cluster((1).__floordiv__, [1, 0], two.scheduler_address, int))


@pytest.mark.parametrize(("address", "code"), [("here", 2), ("tcp://127.0.0.1:1", 3)])
def test_the_command_says_it_and_keeps_nothing(workbench, tmp_path, monkeypatch, address, code):
    monkeypatch.setattr(room, "_SECONDS", 1)
    ran = workbench("import", put(tmp_path, table(*ROWS[:3])), "--cluster", address)
    assert (ran.code, ran.out, "tcp://HOST:8786" in ran.err) == (code, "", True)
    assert workbench("claims", "--json").out == ""
