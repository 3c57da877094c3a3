"""The replay server: stored answers over real sockets, in the services' own wire formats.

So demo and tests use the same client, rules and readers as live figures. Only the host differs, and every answer says
that it is a sample. A request to ``https://HOST/PATH?QUERY`` becomes ``/HOST/PATH?QUERY`` here.
"""

from __future__ import annotations

import gzip
import threading
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from sources._web.addresses import SAMPLE_HEADER
from sources._web.stored_answers import Answers, Stored, StoredAnswers, StoredRequest, no_answer

_WORTH_PACKING = 1024
_LARGEST_POST = 1_000_000


class _QuietServer(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Ignore a client that disconnects: nothing must be printed to the user's stderr."""


class ReplayServer:
    """A server on 127.0.0.1 for a folder of stored answers; a context manager.

    Args:
        answers: The folder, or a function that finds the answer to a request.

    Raises:
        ReadingError: The folder has no valid index.
    """

    def __init__(self, answers: Path | Answers) -> None:
        self._answers = StoredAnswers(answers) if isinstance(answers, Path) else answers
        self._server: ThreadingHTTPServer | None = None
        self._thread: threading.Thread | None = None

    @property
    def base(self) -> str:
        """The base address for a fetcher."""
        if self._server is None:
            raise RuntimeError("the replay server is not running")
        return f"http://127.0.0.1:{self._server.server_port}"

    def start(self) -> None:
        """Start to answer on a free port."""
        self._server = _QuietServer(("127.0.0.1", 0), _handler(self._answers))
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), name="replay", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop, and release the port."""
        if self._server is not None and self._thread is not None:
            self._server.shutdown()
            self._server.server_close()
            self._thread.join()
        self._server = self._thread = None

    def __enter__(self) -> ReplayServer:  # noqa: PYI034  (Self would hide the type from readers)
        """Start."""
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop."""
        self.stop()


def _handler(answers: Answers) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        server_version, sys_version = "replay", ""

        def do_GET(self) -> None:
            asked = read_asked(self.path)
            self._send(answers(asked) or no_answer(asked))

        def do_POST(self) -> None:
            length = self.headers.get("Content-Length", "")
            if not length.isdecimal() or int(length) > _LARGEST_POST:
                self.send_error(413)
                return
            asked = replace(read_asked(self.path), posted=self.rfile.read(int(length)))
            self._send(answers(asked) or no_answer(asked))

        def _send(self, stored: Stored) -> None:
            packed = len(stored.body) >= _WORTH_PACKING and "gzip" in self.headers.get("Accept-Encoding", "")
            body = gzip.compress(stored.body, mtime=0) if packed else stored.body
            self.send_response(stored.status)
            self.send_header("Content-Type", stored.media_type)
            self.send_header("Content-Length", str(len(body)))
            if packed:
                self.send_header("Content-Encoding", "gzip")
            if stored.sample:
                self.send_header(SAMPLE_HEADER, quote(stored.sample))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the standard library's name)
            """Log nothing to the user's stderr."""

    return Handler


def read_asked(path: str) -> StoredRequest:
    """Convert a replayed request to the service's own.

    >>> read_asked("/api.worldbank.org/v2/country/MKD%3BSRB?format=json")
    StoredRequest(url='https://api.worldbank.org/v2/country/MKD;SRB', params=(('format', 'json'),), posted=None)
    """
    parsed = urlsplit(path)
    return StoredRequest(
        "https://" + unquote(parsed.path).lstrip("/"), tuple(parse_qsl(parsed.query, keep_blank_values=True))
    )
