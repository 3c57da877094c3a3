"""TLS on a real server: the name that was asked for is the name that is verified, at whatever address it was found."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from sources._web import client as _http
from sources._web.fetch import Fetcher
from sources._web.network_policy import AddressPolicy
from workbench.core.errors import UnreachableError
from workbench.ports import Credential, Request
from workbench.testing import MemoryArchive, utc_now

x509 = pytest.importorskip("cryptography.x509")
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

KEY = "a-very-secret-key"


def certificate(folder: Path, name: str) -> tuple[Path, Path]:
    """Return a certificate that a name gives itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem, secret = folder / f"{name}.pem", folder / f"{name}.key"
    pem.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return pem, secret


class TlsServer:
    """Answers over TLS; remembers what it was asked."""

    def __init__(self, pem: Path, key: Path) -> None:
        self.asked: list[str] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.asked.append(self.path)
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.end_headers()
                self.wfile.write(b"[1]")

            def log_message(self, *args: object) -> None:
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *args: object) -> None:
                """A client that does not trust us hangs up: no news."""

        self.server = Server(("127.0.0.1", 0), Handler)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(pem, key)
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True, do_handshake_on_connect=False)
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True)
        self.thread.start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@pytest.fixture
def serve(tmp_path, monkeypatch) -> Iterator:
    """Yield a server with a certificate for a name, which the machine trusts or not."""
    servers = []

    def start(name: str, *, trusted: bool) -> TlsServer:
        pem, key = certificate(tmp_path, name)
        if trusted:
            monkeypatch.setenv("SSL_CERT_FILE", str(pem))
        _http._tls.cache_clear()
        servers.append(TlsServer(pem, key))
        return servers[-1]

    yield start
    for server in servers:
        server.close()
    _http._tls.cache_clear()


def ask(quick, server: TlsServer, **more: object):
    host = f"localhost:{server.server.server_port}"
    client = quick(policy=AddressPolicy(frozenset({host})))
    fetch = Fetcher(archive=MemoryArchive(), clock=utc_now, client=client, keys=lambda _: KEY)
    return fetch(Request(f"https://{host}/x", **more))


async def test_a_certificate_of_the_name_that_was_asked_for_is_enough(serve, quick):
    server = serve("localhost", trusted=True)
    assert (await ask(quick, server)).body == b"[1]"


async def test_a_key_goes_over_it(serve, quick):
    server = serve("localhost", trusted=True)
    answer = await ask(quick, server, credential=Credential("factcheck", parameter="key"))
    assert server.asked == [f"/x?key={KEY}"]
    assert KEY not in answer.snapshot.url


@pytest.mark.parametrize(("name", "trusted"), [("localhost", False), ("api.worldbank.org", True)])
async def test_a_stranger_gets_no_question_and_no_key(serve, quick, name, trusted):
    """A certificate that nobody vouches for, and a good one of somebody else."""
    server = serve(name, trusted=trusted)
    with pytest.raises(UnreachableError, match="certificate could not be verified"):
        await ask(quick, server, credential=Credential("factcheck", parameter="key"))
    assert server.asked == []
