"""Real servers on loopback: one with every fault that a stranger's server may have, one with recorded answers."""

from __future__ import annotations

import contextlib
import csv
import gzip
import json
import struct
import threading
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email.message import Message
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from sources._web.body_size_limits import BodyLimits
from sources._web.client import Client
from sources._web.fetch import Fetcher
from sources._web.network_policy import AddressPolicy
from sources._web.rate_limit import RateLimiter
from sources._web.replay import ReplayServer
from sources._web.retries import RetryLimits
from sources._web.stored_answers import Stored, StoredRequest
from sources._web.timeouts import Timeouts
from workbench.testing import MemoryArchive, utc_now

SAMPLES = Path(__file__).resolve().parents[2] / "sample_data" / "answers"
PAGE = b'[{"page":1,"pages":1,"per_page":50,"total":0},[]]'


class Watch:
    """A clock that the test sets."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 6, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def archive() -> MemoryArchive:
    return MemoryArchive()


class FaultServer:
    """Answers with the fault that the path names; counts questions and the bytes that went out."""

    def __init__(self) -> None:
        self.questions: Counter[str] = Counter()
        self.agents: list[str] = []
        self.names: list[str] = []
        self.paths: list[str] = []
        self.heads: list[Message] = []
        self.posted: list[bytes] = []
        self.open = self.most_open = 0
        self.sent = 0
        self.released = threading.Event()
        self.counting = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self._server.server_port}"

    def url(self, path: str) -> str:
        return f"http://{self.host}/{path}"

    def close(self) -> None:
        if self.released.is_set():
            return
        self.released.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _handler(outer) -> type[BaseHTTPRequestHandler]:  # noqa: C901, N805  (one small method a fault)
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                parsed = urlsplit(self.path)
                name = parsed.path.strip("/").split("/")[0]
                outer.questions[name] += 1
                outer.agents.append(self.headers["User-Agent"])
                outer.names.append(self.headers["Host"])
                outer.paths.append(self.path)
                outer.heads.append(self.headers)
                self.close_connection = True
                with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                    getattr(self, "fault_" + name.replace("-", "_"))(parse_qs(parsed.query))

            def do_POST(self) -> None:
                outer.posted.append(self.rfile.read(int(self.headers.get("Content-Length", "0"))))
                self.do_GET()

            def send(self, body: bytes, status: int = 200, media: str = "application/json", **headers: str) -> None:
                self.send_response(status)
                self.send_header("Content-Type", media)
                for key, value in {"Content_Length": str(len(body)), **headers}.items():
                    if value:
                        self.send_header(key.replace("_", "-"), value)
                self.end_headers()
                self.wfile.write(body)

            def fault_fine(self, query: dict) -> None:
                self.send(PAGE)

            def fault_echo(self, query: dict) -> None:
                self.send(json.dumps({"path": self.path, "posted": outer.posted[-1].decode()}).encode())

            def fault_empty_key(self, query: dict) -> None:
                said = {"error": {"message": f"API key not valid: {query.get('key', [''])[0]}"}}
                self.send(json.dumps(said).encode(), 403)

            def fault_norecords(self, query: dict) -> None:
                self.send(b"NoRecordsFound", int(query.get("status", ["404"])[0]), "text/plain")

            def fault_tagged(self, query: dict) -> None:
                """A body with an etag: sent again only to those who have another."""
                if self.headers.get("If-None-Match") == '"v1"':
                    self.send_response(304)
                    self.send_header("ETag", '"v1"')
                    self.end_headers()
                else:
                    self.send(PAGE, ETag='"v1"', Last_Modified="Fri, 06 Mar 2026 11:00:00 GMT", Content_Language="mk",
                              Link='<https://creativecommons.org/licenses/by/4.0/>; rel="license"')  # fmt: skip

            def fault_aging(self, query: dict) -> None:
                """A body that serves as long as the question wants."""
                self.send(PAGE, Cache_Control=query["says"][0])

            def fault_always304(self, query: dict) -> None:
                self.send_response(304)
                self.end_headers()

            def fault_move(self, query: dict) -> None:
                self.send(b"", int(query["status"][0]), Location=query["to"][0])

            def fault_dozing(self, query: dict) -> None:
                outer.released.wait(2.5)
                self.send(PAGE)

            def fault_status(self, query: dict) -> None:
                first = outer.questions["status"] == 1 or "then" not in query
                status = int(query["status" if first else "then"][0])
                self.send(PAGE if status == 200 else b"", status)

            def fault_crowd(self, query: dict) -> None:
                with outer.counting:
                    outer.open += 1
                    outer.most_open = max(outer.most_open, outer.open)
                outer.released.wait(0.05)
                with outer.counting:
                    outer.open -= 1
                self.send(PAGE)

            def fault_gzip(self, query: dict) -> None:
                self.send(gzip.compress(PAGE), Content_Encoding="gzip")

            def fault_slow(self, query: dict) -> None:
                outer.released.wait(20)

            def fault_drip(self, query: dict) -> None:
                self.send(b"", Content_Length="100000")
                for _ in range(200):
                    self.wfile.write(b" ")
                    if outer.released.wait(0.05):
                        return

            def fault_cut(self, query: dict) -> None:
                self.send(PAGE, Content_Length="5000")

            def fault_cut_gzip(self, query: dict) -> None:
                self.send(gzip.compress(PAGE)[:-6], Content_Encoding="gzip")

            def fault_cut_once(self, query: dict) -> None:
                self.send(PAGE, Content_Length="" if outer.questions["cut-once"] > 1 else "5000")

            def fault_cut_gzip_once(self, query: dict) -> None:
                whole = gzip.compress(PAGE)
                self.send(whole if outer.questions["cut-gzip-once"] > 1 else whole[:-6], Content_Encoding="gzip")

            def fault_silent(self, query: dict) -> None:
                self.connection.close()

            def fault_html(self, query: dict) -> None:
                self.send(b"<html><body>We are down for maintenance</body></html>", media="text/html; charset=utf-8")

            def fault_html_as_json(self, query: dict) -> None:
                self.send(b"\xef\xbb\xbf<!DOCTYPE html><html></html>")

            def fault_html400(self, query: dict) -> None:
                if outer.questions["html400"] > int(query.get("times", ["99"])[0]):
                    self.send(PAGE)
                else:
                    self.send(b"\xef\xbb\xbf<html>Request Error</html>", 400, "text/html")

            def fault_busy(self, query: dict) -> None:
                if outer.questions["busy"] > int(query.get("times", ["99"])[0]):
                    self.send(PAGE)
                else:
                    self.send(b"{}", int(query.get("status", ["429"])[0]), Retry_After=query.get("after", [""])[0])

            def fault_refused(self, query: dict) -> None:
                self.send(b'{"error":{"message":"no \\u001b[31msuch\\u001b[0m series"}}', 404)

            def fault_image(self, query: dict) -> None:
                self.send(b"\x89PNG", media="image/png")

            def fault_untyped(self, query: dict) -> None:
                self.send(PAGE, media="")

            def fault_shape(self, query: dict) -> None:
                self.send(b'{"page": [], "items": 7, "value": {"a": null}}')

            def fault_nothing(self, query: dict) -> None:
                self.send(b"")

            def fault_deep(self, query: dict) -> None:
                self.send(b"[" * 200_000)

            def fault_brotli(self, query: dict) -> None:
                self.send(PAGE, Content_Encoding="br")

            def fault_packed(self, query: dict) -> None:
                self.send(gzip.compress(gzip.compress(PAGE)), Content_Encoding=query["as"][0])

            def fault_raw(self, query: dict) -> None:
                """Bytes as they are, whatever HTTP says they should be."""
                self.wfile.write(RAW[query["as"][0]])

            def fault_headers(self, query: dict) -> None:
                self.send_response(200)
                for n in range(3_000):
                    self.send_header(f"X-{n}", "x" * 500)
                self.end_headers()

            def fault_notgzip(self, query: dict) -> None:
                self.send(b"this is not gzip at all", Content_Encoding="gzip")

            def fault_big(self, query: dict) -> None:
                self.stream(100_000_000, announced=True)

            def fault_endless(self, query: dict) -> None:
                self.stream(100_000_000, announced=False)

            def stream(self, size: int, *, announced: bool) -> None:
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Connection", "close")
                if announced:
                    self.send_header("Content-Length", str(size))
                self.end_headers()
                for _ in range(size // 65_536):
                    self.wfile.write(b" " * 65_536)
                    outer.sent += 65_536

            def fault_long(self, query: dict) -> None:
                self.send(b"[]".ljust(1_000_000))

            def fault_bomb(self, query: dict) -> None:
                self.send(_bomb(), Content_Encoding="gzip")

            def fault_away(self, query: dict) -> None:
                self.send(b"", 302, Location=query["to"][0])

            def fault_loop(self, query: dict) -> None:
                self.send(b"", 301, Location="/loop")

            def log_message(self, *args: object) -> None:
                pass

        return Handler


_OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
RAW = {
    "noise": b"\x00\x01\x02 this is no HTTP",
    "chunks": _OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n[]\r\n0\r\n\r\n",
    "half-chunk": _OK + b"Transfer-Encoding: chunked\r\n\r\n10\r\n[]",
    "minus": _OK + b"Content-Length: -5\r\n\r\n[]",
    "two-lengths": _OK + b"Content-Length: 2\r\nContent-Length: 9\r\n\r\n[]",
    "short": _OK + b"Content-Length: 500\r\n\r\n[]",
    "bad-status": b"HTTP/1.1 abc OK\r\n\r\n",
    "bad-header": b"HTTP/1.1 200 OK\r\nno colon here\r\n\r\n[]",
    "endless-100": b"HTTP/1.1 100 Continue\r\n\r\n" * 50,
    "teapot": b"HTTP/1.1 999 ?\r\nContent-Length: 0\r\n\r\n",
}


@cache
def _bomb() -> bytes:
    """Return two hundred million spaces in a few hundred kilobytes: one packed million two hundred times, which no machine takes long over."""
    million, packer, crc = b" " * 1_000_000, zlib.compressobj(wbits=-zlib.MAX_WBITS), 0
    packed = packer.compress(million) + packer.flush(zlib.Z_FULL_FLUSH)
    for _ in range(200):
        crc = zlib.crc32(million, crc)
    head, end = b"\x1f\x8b\x08" + bytes(6) + b"\xff", b"\x03\x00"
    return head + packed * 200 + end + struct.pack("<II", crc, 200_000_000)


@pytest.fixture
def faults() -> Iterator[FaultServer]:
    server = FaultServer()
    yield server
    server.close()


QUICK = RetryLimits(attempts=3, seconds=5, first_wait=0.01, longest_wait=1.5, jitter=0.01)


@pytest.fixture
def quick(faults: FaultServer) -> Callable[..., Client]:
    """Return a client that trusts the fault server and has little patience; `calmly` where a busy machine may take its time."""

    def make(*, calmly: bool = False, **changed: object) -> Client:
        given: dict = {
            "agent": "test/1 (tests)",
            "patience": QUICK,
            "timeouts": Timeouts(connect=2, silence=1.5, whole=3),
            "limits": BodyLimits(packed=2_000_000, unpacked=8_000_000),
            "pace": RateLimiter(0),
        }
        if calmly:
            given |= {"patience": replace(QUICK, seconds=120), "timeouts": Timeouts(connect=20, silence=20, whole=60)}
        return Client(**({"policy": AddressPolicy(frozenset({faults.host}))} | given | changed))

    return make


@pytest.fixture(scope="session")
def titles(shared: Path) -> list[tuple[str, str, str]]:
    """Return the recorded titles of all services: service, key, words. They are read once, since that takes a second."""
    with gzip.open(shared / "sources/recorded/all_titles.csv.gz", "rt", encoding="utf-8", newline="") as stream:
        return [(service, key, title) for service, key, title, *_ in islice(csv.reader(stream), 1, None)]


@pytest.fixture(scope="session")
def samples() -> Iterator[ReplayServer]:
    """Yield the sample answers of the tree on a real server."""
    with ReplayServer(SAMPLES) as server:
        yield server


@pytest.fixture(scope="module")
def served(request: pytest.FixtureRequest) -> Iterator[ReplayServer]:
    """Yield the answers in the test file's own ``FOLDER`` on a real server."""
    with ReplayServer(request.module.FOLDER) as server:
        yield server


@pytest.fixture
def fetch(served: ReplayServer, archive: MemoryArchive) -> Fetcher:
    """Return a fetch over the answers in the test file's own ``FOLDER``."""
    return Fetcher(archive=archive, clock=utc_now, replay=served.base)


@pytest.fixture
def fetching(samples: ReplayServer) -> Callable[[MemoryArchive], Fetcher]:
    return lambda archive: Fetcher(archive=archive, clock=utc_now, replay=samples.base)


# --- recorded answers, read in place --------------------------------------------------------------------


class Recorded:
    """Finds recorded World Bank bodies: each file is an array whose element i is the body of page i + 1."""

    def __init__(self, folder: Path, titles: int | None = None) -> None:
        self._titles = titles
        self._files: dict[Path, list] = {}
        self._api = folder / "sources" / "recorded" / "worldbank" / "api-v2"
        self._list = folder / "sources" / "recorded" / "worldbank" / "catalogue" / "wdi_series.csv.gz"
        self._rows: list[dict] = []

    def __call__(self, asked: StoredRequest) -> Stored | None:
        path = unquote(asked.url).removeprefix("https://api.worldbank.org/v2/")
        page = int(dict(asked.params).get("page", "1"))
        if path == "indicator":
            return self._listed(page, int(dict(asked.params)["per_page"]))
        file = self._api / (path.replace(";", "-").replace("/", "__") + ".json")
        if not file.is_file():
            return None
        if file not in self._files:
            self._files[file] = json.loads(file.read_text(encoding="utf-8"))
        pages = self._files[file]
        return Stored(json.dumps(pages[page - 1]).encode()) if page <= len(pages) else None

    def _listed(self, page: int, size: int) -> Stored:
        """Return a page of the list of indicators, put together from the recorded titles."""
        if not self._rows:
            with gzip.open(self._list, "rt", encoding="utf-8", newline="") as stream:
                self._rows = list(islice(csv.DictReader(stream), self._titles))
        total = len(self._rows)
        head = {"page": page, "pages": -(-total // size), "per_page": str(size), "total": total}
        rows = [
            {
                "id": row["indicator"],
                "name": row["name"],
                "unit": "",
                "source": {"id": "2", "value": row["sourceDatabase"]},
                "sourceNote": row["description"],
                "sourceOrganization": row["sourceOrganization"],
                "topics": [],
            }
            for row in self._rows[(page - 1) * size : page * size]
        ]
        return Stored(json.dumps([head, rows]).encode())


@pytest.fixture(scope="session")
def recorded(shared: Path) -> Iterator[ReplayServer]:
    """Recorded World Bank answers on a real server, with the beginning of its list."""
    with ReplayServer(Recorded(shared, titles=2_500)) as server:
        yield server


@pytest.fixture
def whole_list(shared: Path) -> Iterator[ReplayServer]:
    """Yield the list at its full size."""
    with ReplayServer(Recorded(shared)) as server:
        yield server
