"""A small S3: buckets in memory, as much of the protocol as keeping bodies takes, over a real socket."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

KEYS = {"AWS_ACCESS_KEY_ID": "desk", "AWS_SECRET_ACCESS_KEY": "s3cr3t-of-the-desk", "AWS_DEFAULT_REGION": "us-east-1"}
BUCKET = "evidence"


class FakeS3:
    """What the server has, and how it behaves."""

    def __init__(self) -> None:
        self.objects: dict[str, bytes] = {}
        self.asked: list[str] = []
        self.refuses = False
        self.fails = False
        self.endpoint = ""

    def under(self, folder: str) -> list[str]:
        """Return the names of the objects in a folder."""
        return sorted(name for name in self.objects if name.startswith(f"{BUCKET}/{folder}"))


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    s3: FakeS3

    def log_message(self, *_: object) -> None:
        pass

    def _say(self, code: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(code)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _error(self, code: int, name: str) -> None:
        secret = KEYS["AWS_SECRET_ACCESS_KEY"]  # a service that repeats what it was told
        self._say(code, f"<Error><Code>{name}</Code><Message>You sent {secret}</Message></Error>".encode())

    def _asked(self) -> tuple[str, dict[str, list[str]]] | None:
        parts = urlsplit(self.path)
        name = unquote(parts.path).strip("/")
        self.s3.asked.append(f"{self.command} {name}")
        if self.s3.refuses or f"Credential={KEYS['AWS_ACCESS_KEY_ID']}/" not in self.headers.get("Authorization", ""):
            self._error(403, "AccessDenied")
        elif self.s3.fails:
            self._error(501, "NotImplemented")
        elif name.split("/")[0] != BUCKET:
            self._error(404, "NoSuchBucket")
        else:
            return name, parse_qs(parts.query, keep_blank_values=True)
        return None

    def do_PUT(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if found := self._asked():
            self.s3.objects[found[0]] = body
            self._say(200, ETag=f'"{hashlib.md5(body, usedforsecurity=False).hexdigest()}"')

    def do_DELETE(self) -> None:
        if found := self._asked():
            self.s3.objects.pop(found[0], None)
            self._say(204)

    def do_GET(self) -> None:
        if not (found := self._asked()):
            return
        name, query = found
        if name == BUCKET:
            self._list(query)
        elif name not in self.s3.objects:
            self._error(404, "NoSuchKey")
        else:
            body = self.s3.objects[name]
            tag = f'"{hashlib.md5(body, usedforsecurity=False).hexdigest()}"'
            self._say(200, body, ETag=tag, Last_Modified=format_datetime(datetime.now(UTC), usegmt=True))

    do_HEAD = do_GET  # noqa: N815

    def _list(self, query: dict[str, list[str]]) -> None:
        prefix, cut = query.get("prefix", [""])[0], query.get("delimiter", [""])[0]
        names = [name.removeprefix(f"{BUCKET}/") for name in sorted(self.s3.objects)]
        names = [name for name in names if name.startswith(prefix)]
        folders = sorted(
            {prefix + name[len(prefix) :].split("/")[0] + "/" for name in names if cut and cut in name[len(prefix) :]}
        )
        files = [name for name in names if not (cut and cut in name[len(prefix) :])]
        rows = "".join(
            f"<Contents><Key>{escape(name)}</Key><LastModified>2026-11-01T00:00:00.000Z</LastModified><ETag>&quot;x&quot;</ETag>"
            f"<Size>{len(self.s3.objects[f'{BUCKET}/{name}'])}</Size><StorageClass>STANDARD</StorageClass></Contents>"
            for name in files
        )
        rows += "".join(f"<CommonPrefixes><Prefix>{escape(name)}</Prefix></CommonPrefixes>" for name in folders)
        told = (
            f"<KeyCount>{len(files) + len(folders)}</KeyCount><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated>"
        )
        body = (
            f"<ListBucketResult><Name>{BUCKET}</Name><Prefix>{escape(prefix)}</Prefix>{told}{rows}</ListBucketResult>"
        )
        self._say(200, body.encode(), Content_Type="application/xml")


@contextmanager
def serving() -> Iterator[FakeS3]:
    """Serve until the block ends."""
    s3 = FakeS3()
    handler = type("Handler", (_Handler,), {"s3": s3})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    s3.endpoint = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield s3
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
