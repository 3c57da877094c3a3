"""Jobs on a real PostgreSQL: added once, done once, begun anew after a worker's death, tried again after a failure, cancelled."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator

import pytest

from workbench.config import sample_folder
from workbench.core.errors import NoSuchRecordError, UnreachableError
from workbench.jobs.queue import JobFunctions, JobQueue, open_jobs

pytest.importorskip("procrastinate")


@pytest.fixture
def server(postgres) -> Iterator[str]:
    """Return an empty database of the server."""
    import psycopg

    with psycopg.connect(postgres, autocommit=True) as connection:
        for name in ("public", "workbench_jobs"):
            connection.execute(f"DROP SCHEMA IF EXISTS {name} CASCADE")
        connection.execute("CREATE SCHEMA public")
    return postgres


@pytest.fixture
def workbench(workbench, server, monkeypatch):
    """Return the command line over the server."""
    monkeypatch.setenv("WORKBENCH_DB", server)
    return workbench


@pytest.fixture
def done() -> list[str]:
    return []


def only(note, due=()) -> JobFunctions:
    """Return the functions of a worker that does one thing for each claim, and reads nothing."""

    async def read(documents) -> None:
        for each in documents:
            await note(each)

    async def late() -> list[str]:
        return list(due)

    return JobFunctions({"research": note, "recheck": note}, read, late)


def on(place: str, done: list[str], act, fails: int = 0):
    """Open the queue with a work that notes what it does, after so many failures, and act on it."""

    async def note(claim: str) -> None:
        done.append(claim)
        if len(done) <= fails:
            raise UnreachableError("office.example", "no network")

    async def go() -> object:
        async with open_jobs(place, only(note)) as queue:
            return await act(queue)

    return asyncio.run(go())


def test_claims_are_researched_by_a_worker_and_each_job_is_done_once(workbench, tmp_path):
    workbench("import", sample_folder() / "statements" / "2021-11-13-police-association.txt")
    claims = {row["id"] for row in workbench("claims", "--json").records}
    assert workbench("jobs", "add", "research", "--json").records == [{"added": len(claims), "waiting": 0}]
    assert workbench("jobs", "add", "research", "--json").records == [{"added": 0, "waiting": len(claims)}]
    assert {row["claim"] for row in workbench("jobs", "--status", "todo", "--json").records} == claims
    assert workbench("worker", "--once", "--samples", sample_folder() / "answers").code == 0
    rows = workbench("jobs", "--json").records
    assert {(row["claim"], row["status"], row["attempts"]) for row in rows} == {(key, "succeeded", 1) for key in claims}
    shown = [workbench("show", key, "--json").records[0] for key in claims]
    assert all(each["searched"] for each in shown)
    assert any(finding["measured"] for each in shown for finding in each["findings"])
    assert workbench("db", "check").code == 0


def test_one_whose_worker_died_is_begun_anew(server, done):
    async def die(queue: JobQueue) -> None:
        await queue.add("research", ["c1"])
        worker = await queue._app.job_manager.register_worker()
        assert (await queue._app.job_manager.fetch_job(None, worker)).task_kwargs == {"claim": "c1"}

    on(server, done, die)
    import psycopg

    with psycopg.connect(server) as connection:
        connection.execute("UPDATE workbench_jobs.procrastinate_workers SET last_heartbeat = now() - interval '1 hour'")
    on(server, done, lambda queue: queue.work(at_once=1, wait=False))
    assert done == ["c1"]
    assert [row.status for row in on(server, done, lambda queue: queue.listed())] == ["succeeded"]


def test_who_ends_when_no_job_waits_says_that_one_is_held(workbench, server, done):
    """The list was done, said nothing, and one claim of it was not."""

    async def take(queue: JobQueue) -> None:
        await queue.add("research", ["c1"])
        worker = await queue._app.job_manager.register_worker()
        await queue._app.job_manager.fetch_job(None, worker)

    on(server, done, take)
    ran = workbench("worker", "--once")
    assert (ran.code, "held by other workers: 1." in ran.err, "half a minute" in ran.err) == (0, True, True)


def test_one_whose_source_failed_waits_for_another_try_and_is_not_lost(server, done):
    async def act(queue: JobQueue):
        await queue.add("recheck", ["c1"])
        await queue.work(at_once=1, wait=False)
        return await queue.listed()

    [row] = on(server, done, act, fails=1)
    assert (row.status, row.attempts, done) == ("todo", 1, ["c1"])


def test_one_that_waits_is_cancelled_and_one_that_is_done_is_not(server, done):
    async def act(queue: JobQueue):
        await queue.add("research", ["c1", "c2"])
        first, _ = await queue.listed()
        await queue.cancel(first.id)
        await queue.work(at_once=2, wait=False)
        with pytest.raises(NoSuchRecordError):
            await queue.cancel(first.id)
        return await queue.listed()

    assert [(row.claim, row.status) for row in on(server, done, act)] == [("c1", "cancelled"), ("c2", "succeeded")]
    assert done == ["c2"]


def test_two_workers_share_the_jobs_and_do_none_twice(server, done):
    async def note(claim: str) -> None:
        await asyncio.sleep(0.01)
        done.append(claim)

    async def worker(ends: asyncio.Event) -> None:
        async with open_jobs(server, only(note)) as queue:
            await ends.wait()
            await queue.work(at_once=3, wait=False)

    async def both() -> None:
        begins = asyncio.Event()
        workers = [asyncio.create_task(worker(begins)) for _ in range(2)]
        async with open_jobs(server) as queue:
            assert await queue.add("research", [f"c{n}" for n in range(40)]) == 40
        begins.set()
        await asyncio.gather(*workers)

    asyncio.run(both())
    assert sorted(done) == sorted(f"c{n}" for n in range(40))


def test_speeches_that_are_queued_are_read_by_a_worker_as_an_import_would_read_them(workbench, server, tmp_path):
    """Four statements and a table of two rows, one with a NUL in it: the same claims, row for row, as on a machine that reads at once."""
    table = tmp_path / "rows.csv"
    table.write_text(
        "text,date,place\nPrices rose by 4 percent.,2021-03-01,MKD\nWe built 200 homes.\0,2021-03-02,SRB\n"
    )
    given = (sample_folder() / "statements", table)
    queued = workbench("import", *given, "--later", "--json").records[0]
    assert (queued["documents"], queued["claims"], queued["later"]) == (6, 0, True)
    assert workbench("claims", "--json").records == []
    rows = workbench("jobs", "--json").records
    assert {(row["kind"], row["status"]) for row in rows} == {("read", "todo")}
    assert sum(row["documents"] for row in rows) == 6
    assert "documents, first “" in workbench("jobs").out
    assert workbench("worker", "--once").code == 0
    assert {row["status"] for row in workbench("jobs", "--json").records} == {"succeeded"}
    there = workbench("export", "--format", "jsonl").out
    assert workbench("--db", tmp_path / "alone.db", "import", *given).code == 0
    assert there == workbench("--db", tmp_path / "alone.db", "export", "--format", "jsonl").out
    assert workbench("db", "check").code == 0
    assert workbench("import", *given, "--later", "--json").records[0]["already"] == 6


def test_what_is_queued_twice_is_read_once_and_its_words_leave_the_queue(workbench, server):
    """Stopped and begun again, before any worker came."""
    import psycopg

    path = sample_folder() / "statements" / "2021-11-13-police-association.txt"
    counted = [workbench("import", path, "--later", "--json").records[0] for _ in range(2)]
    assert [(each["documents"], each["already"]) for each in counted] == [(1, 0), (0, 1)]
    assert len(workbench("jobs", "--json").records) == 1
    with psycopg.connect(server) as connection:
        words = "SELECT args ? 'documents', args->>'count' FROM workbench_jobs.procrastinate_jobs WHERE args ? 'count'"
        assert connection.execute(words).fetchall() == [(True, "1")]
        workbench("worker", "--once")
        assert connection.execute(words).fetchall() == [(False, "1")]
    assert len({row["document"] for row in workbench("claims", "--json").records}) == 1


def test_one_who_dies_while_reading_leaves_the_documents_to_the_next(server, workbench, done):
    path = sample_folder() / "statements" / "2021-11-13-police-association.txt"
    workbench("import", path, "--later")

    async def die(queue: JobQueue) -> None:
        worker = await queue._app.job_manager.register_worker()
        assert (await queue._app.job_manager.fetch_job(None, worker)).task_name == "read"

    on(server, done, die)
    import psycopg

    with psycopg.connect(server) as connection:
        connection.execute("UPDATE workbench_jobs.procrastinate_workers SET last_heartbeat = now() - interval '1 hour'")
    workbench("worker", "--once")
    assert [(row["status"], row["attempts"]) for row in workbench("jobs", "--json").records] == [("succeeded", 2)]
    assert workbench("claims", "--json").records


def test_what_cannot_be_queued_is_a_sentence_before_anything_is_read(workbench, tmp_path):
    path = sample_folder() / "statements"
    ran = workbench("--db", tmp_path / "desk.db", "import", path, "--later")
    assert (ran.code, "is a file" in ran.err) == (4, True)
    ran = workbench("import", path, "--later", "--cluster", "tcp://127.0.0.1:1")
    assert (ran.code, "two ways" in ran.err) == (2, True)
    dry = workbench("import", path, "--later", "--dry-run")
    assert (dry.code, "would be queued" in dry.out, workbench("jobs", "--json").records) == (0, True, [])


def test_a_worker_adds_by_itself_what_is_due_and_each_claim_once(server, done):
    """Each hour one of the workers looks; two that look at once add nothing twice."""

    async def note(claim: str) -> None:
        done.append(claim)

    async def go() -> None:
        async with open_jobs(server, only(note, due=("c1", "c2"))) as queue:
            for _ in range(2):
                await queue._app.tasks["due"].defer_async(timestamp=0)
                await queue.work(at_once=1, wait=False)
            assert [(row.kind, row.claim) for row in await queue.listed()] == [("recheck", "c1"), ("recheck", "c2")] * 2

    asyncio.run(go())
    assert done == ["c1", "c2", "c1", "c2"]
    assert [str(each.cron) for each in _periodic(server)] == ["17 * * * *"]


def _periodic(place: str):
    async def go():
        async with open_jobs(place) as queue:
            return list(queue._app.periodic_registry.periodic_tasks.values())

    return asyncio.run(go())


@pytest.mark.parametrize("jobs_first", [True, False])
def test_who_rates_adds_and_does_jobs_and_who_reads_is_told_why_not(workbench, server, jobs_first):
    """Not “cannot be reached … Check that it runs”; and whether the owner opened the queue before or after."""
    import psycopg
    from sqlalchemy import make_url

    from workbench.store.grants import grant

    workbench("import", sample_folder() / "statements" / "2021-11-13-police-association.txt")
    opens = [lambda: workbench("jobs"), lambda: [grant(server, role, f"jobs_{role}") for role in ("reader", "editor")]]
    with psycopg.connect(server, autocommit=True) as connection:
        for role in ("reader", "editor"):
            connection.execute(f"DROP ROLE IF EXISTS jobs_{role}")
            connection.execute(f"CREATE ROLE jobs_{role} LOGIN PASSWORD 'geheim'")
    for each in opens if jobs_first else opens[::-1]:
        each()
    url = make_url(server)
    reader, editor = (
        url.set(username=f"jobs_{role}", password="geheim").render_as_string(hide_password=False)
        for role in ("reader", "editor")
    )
    for verb in (("jobs",), ("jobs", "add", "research"), ("worker", "--once")):
        ran = workbench("--db", reader, *verb)
        assert (ran.code, "does not let you do that" in ran.err, "geheim" in ran.err) == (4, True, False)
    assert workbench("--db", editor, "jobs", "add", "research").code == 0
    assert workbench("--db", editor, "worker", "--once", "--samples", sample_folder() / "answers").code == 0
    assert {row["status"] for row in workbench("--db", editor, "jobs", "--json").records} == {"succeeded"}


def test_who_rates_is_told_that_the_owner_makes_the_tables_of_jobs_and_gives_roles(workbench, server):
    """Not to ask for the role of reviewer, which she has."""
    import psycopg
    from sqlalchemy import make_url

    workbench("claims")
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("DROP ROLE IF EXISTS jobs_first")
        connection.execute("CREATE ROLE jobs_first LOGIN")
    assert workbench("db", "grants", "reviewer", "jobs_first", "--apply").code == 0
    own = make_url(server).set(username="jobs_first").render_as_string(hide_password=False)
    for verb in (("jobs",), ("jobs", "add", "research"), ("worker", "--once")):
        ran = workbench("--db", own, *verb)
        assert (ran.code, "the tables of jobs are not made yet" in ran.err, "reviewer NAME" in ran.err) == (
            4,
            True,
            False,
        )
    ran = workbench("--db", own, "db", "grants", "editor", "jobs_first", "--apply")
    assert (ran.code, "No role may" in ran.err, "reviewer NAME" in ran.err) == (4, True, False)
    workbench("jobs")
    assert workbench("--db", own, "jobs", "add", "research", "--json").records == [{"added": 0, "waiting": 0}]


def test_another_programs_database_gets_no_jobs(workbench, server):
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
        for verb in (("jobs",), ("jobs", "cancel", "1"), ("worker", "--once")):
            ran = workbench(*verb)
            assert (ran.code, "another program's" in ran.err) == (4, True)
        assert connection.execute("SELECT to_regnamespace('workbench_jobs')").fetchone() == (None,)


def test_a_file_has_no_jobs_and_a_kind_that_is_none_is_named(workbench, tmp_path):
    for verb in (("jobs",), ("worker", "--once"), ("jobs", "cancel", "1")):
        ran = workbench("--db", tmp_path / "desk.db", *verb)
        assert (ran.code, "is a file" in ran.err) == (4, True)
    assert "research" in workbench("jobs", "add", "reserch").err


def test_a_server_that_is_not_there_is_a_sentence_without_the_password(workbench):
    for verb in (("jobs",), ("worker", "--once")):
        ran = workbench("--db", "postgresql://ana:geheim@127.0.0.1:1/desk", *verb)
        assert (ran.code, "cannot be reached" in ran.err, "geheim" in ran.err) == (4, True, False)


def test_without_the_package_it_says_what_to_install(workbench, monkeypatch):
    monkeypatch.setitem(sys.modules, "procrastinate", None)
    ran = workbench("jobs")
    assert (ran.code, "claim-workbench[workers]" in ran.err) == (2, True)
