"""Hundreds of questions at once to a server with a fault in every fifth: each is answered or told, none lost, none doubled."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import json
import threading
import time
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from sources._web.body_size_limits import BodyLimits
from sources._web.client import Client
from sources._web.fetch import Fetcher
from sources._web.host_limits import HostLimits
from sources._web.network_policy import AddressPolicy
from sources._web.rate_limit import RateLimiter
from sources._web.retries import RetryLimits
from sources._web.timeouts import Timeouts
from workbench.core.errors import SourceError, UnreachableError, WrongAnswerError
from workbench.ports import Answer, Request, post
from workbench.store.bodies.snapshot_archive import Snapshots
from workbench.testing import utc_now

FAULTS = ("busy", "cut", "slow", "html", "cut-gzip")
PASSING = {"busy", "cut", "slow", "cut-gzip"}


def fault_of(n: int) -> str:
    """Return the fault of a question: one in five has one, each kind as often."""
    return FAULTS[n // 5 % 5] if n % 5 == 0 else ""


def stays_ill(n: int) -> bool:
    """Return one passing fault in ten never passes."""
    return n % 50 == 0


class Storm:
    """The server. A passing fault hits the first attempt, and every attempt of those that stay ill."""

    def __init__(self) -> None:
        self.attempts: Counter[str] = Counter()
        self.whole: Counter[str] = Counter()
        self.lock = threading.Lock()
        self.released = threading.Event()

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 256

        self._server = Server(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self._server.server_port}"

    def close(self) -> None:
        self.released.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _handler(outer) -> type[BaseHTTPRequestHandler]:  # noqa: C901, N805  (one small answer a fault)
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                self.answer(str(json.loads(self.rfile.read(int(self.headers["Content-Length"])))["n"]))

            def do_GET(self) -> None:
                self.answer(parse_qs(urlsplit(self.path).query)["n"][0])

            def answer(self, key: str) -> None:
                self.close_connection = True
                with outer.lock:
                    outer.attempts[key] += 1
                    first = outer.attempts[key] == 1
                fault = fault_of(int(key)) if first or stays_ill(int(key)) or fault_of(int(key)) == "html" else ""
                with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                    self.send_fault(fault, key)

            def send_fault(self, fault: str, key: str) -> None:
                body = json.dumps({"n": int(key), "figures": list(range(int(key), int(key) + 300))}).encode()
                packed = gzip.compress(body)
                if fault == "busy":
                    self.send(b"{}", 503, Retry_After="1" if int(key) % 3 == 0 else "0")
                elif fault == "cut":
                    self.send(body[:200], Content_Length=str(len(body)))
                elif fault == "slow":
                    outer.released.wait(1.0)
                elif fault == "html":
                    self.send(b"<html>Maintenance</html>", Content_Type="text/html")
                elif fault == "cut-gzip":
                    self.send(packed[:-8], Content_Encoding="gzip")
                else:
                    with outer.lock:
                        outer.whole[key] += 1
                    self.send(packed, Content_Encoding="gzip")

            def send(self, body: bytes, status: int = 200, **headers: str) -> None:
                self.send_response(status)
                given = {"Content_Type": "application/json", "Content_Length": str(len(body)), "ETag": '"1"'} | headers
                for name, value in given.items():
                    self.send_header(name.replace("_", "-"), value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args: object) -> None:
                pass

        return Handler


@pytest.fixture
def storm() -> Iterator[Storm]:
    server = Storm()
    yield server
    server.close()


@pytest.fixture
def archive(tmp_path):
    return Snapshots(tmp_path / "archive")


def fetcher(storm: Storm, archive: Snapshots, at_once: int) -> Fetcher:
    client = Client(
        AddressPolicy(frozenset({storm.host})),
        agent="test/1 (tests)",
        patience=RetryLimits(attempts=3, seconds=60, first_wait=0.01, longest_wait=2, jitter=0.05),
        timeouts=Timeouts(connect=10, silence=10, whole=20),
        limits=BodyLimits(packed=1_000_000, unpacked=1_000_000),
        pace=RateLimiter(table={"127.0.0.1": HostLimits(gap=0.0, at_once=at_once)}, longest=300),
    )
    return Fetcher(archive=archive, clock=utc_now, client=client)


def question(storm: Storm, n: int) -> Request:
    """Return two in three are asked by address, one is posted."""
    if n % 3 == 0:
        return post(f"http://{storm.host}/posted", {"n": n})
    return Request(f"http://{storm.host}/asked", (("n", str(n)),))


async def ask_all(fetch: Fetcher, requests: list[Request]) -> list[Answer | BaseException]:
    return await asyncio.gather(*(fetch(request) for request in requests), return_exceptions=True)


def account(storm: Storm, archive: Snapshots, numbers: list[int], got: list[Answer | BaseException]) -> Counter[str]:
    """Check every question against what it must have come to; return the counts."""
    counts: Counter[str] = Counter()
    for n, result in zip(numbers, got, strict=True):
        fault = fault_of(n)
        if fault == "html":
            assert isinstance(result, WrongAnswerError), (n, result)
        elif fault and stays_ill(n):
            assert isinstance(result, UnreachableError), (n, result)
        else:
            assert isinstance(result, Answer), (n, result)
            assert json.loads(result.body)["n"] == n
            assert archive.read(result.snapshot.id) == result.body
        counts[fault or "fine"] += 1
        counts["answered" if isinstance(result, Answer) else "told"] += 1
    assert counts["answered"] + counts["told"] == len(numbers)
    check_archive(storm, archive, {n for n, result in zip(numbers, got, strict=True) if isinstance(result, Answer)})
    return counts


def check_archive(storm: Storm, archive: Snapshots, answered: set[int]) -> None:
    """One body, fetched once, for each question that was answered, and nothing else."""
    rows = archive.holdings(limit=10_000)
    assert len(rows) == len({row.snapshot.url for row in rows}) == len(answered)
    assert all(row.times == 1 for row in rows)
    assert {json.loads(archive.read(row.snapshot.id))["n"] for row in rows} == answered
    assert {int(key) for key, times in storm.whole.items() if times == 1} == answered
    assert list(archive.faults()) == []
    assert list((archive.folder / "new").iterdir()) == []


async def test_sixty_questions_at_once(storm, archive):
    numbers = list(range(60))
    got = await ask_all(fetcher(storm, archive, at_once=20), [question(storm, n) for n in numbers])
    counts = account(storm, archive, numbers, got)
    assert sum(counts[fault] for fault in FAULTS) == 12


async def test_whoever_asks_the_same_at_the_same_time_shares_the_answer(storm, archive):
    numbers = [n for n in range(1, 12) for _ in range(5)]
    got = await ask_all(fetcher(storm, archive, at_once=20), [question(storm, n) for n in numbers])
    account(storm, archive, numbers, got)


async def test_half_of_them_cancelled_leaves_whole_answers_alone(storm, archive):
    fetch = fetcher(storm, archive, at_once=20)
    numbers = [n for n in range(1, 60) if not fault_of(n)]
    tasks = [asyncio.create_task(fetch(question(storm, n))) for n in numbers]
    await asyncio.sleep(0.15)
    for task in tasks[::2]:
        task.cancel()
    got = await asyncio.gather(*tasks, return_exceptions=True)
    assert all(isinstance(result, Answer | asyncio.CancelledError) for result in got)
    kept = {json.loads(archive.read(row.snapshot.id))["n"] for row in archive.holdings(limit=1000)}
    assert kept >= {n for n, result in zip(numbers, got, strict=True) if isinstance(result, Answer)}
    assert list(archive.faults()) == []
    assert list((archive.folder / "new").iterdir()) == []
    again = await ask_all(fetch, [question(storm, n) for n in numbers])
    assert all(isinstance(result, Answer) for result in again)


@pytest.mark.slow
@pytest.mark.timeout(600)
async def test_five_hundred_questions_at_once(storm, archive, capsys):
    numbers = list(range(500))
    began = time.perf_counter()
    got = await ask_all(fetcher(storm, archive, at_once=500), [question(storm, n) for n in numbers])
    seconds = time.perf_counter() - began
    counts = account(storm, archive, numbers, got)
    with capsys.disabled():
        kinds = Counter(type(result).__name__ for result in got if isinstance(result, SourceError))
        print(  # noqa: T201  (a measurement, for whoever runs it)
            f"\n500 questions at once, {seconds:.1f} s, {storm.attempts.total()} attempts: {dict(counts)}; {dict(kinds)}"
        )
