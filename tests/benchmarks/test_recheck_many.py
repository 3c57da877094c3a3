"""500 published figures of ten offices are asked for again, 100 of which were revised: all of those are found, and no other.

``pytest -m slow -n 0 -s tests/benchmarks/test_recheck_many.py`` prints the figures. The offices are real servers, asked by the real client
with the real pace of hosts that have none of their own (ten questions in ten seconds).
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import threading
import time
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from random import Random

import pytest

from sources._web.client import Client
from sources._web.fetch import Fetcher
from sources._web.host_limits import ANY, hosts
from sources._web.network_policy import AddressPolicy
from sources._web.rate_limit import RateLimiter
from workbench.core.evidence import Evidence
from workbench.core.period import year
from workbench.core.series import Observation, SeriesRef
from workbench.desk import Desk
from workbench.desk.importing.document_import import read_claims
from workbench.desk.publication.approval_and_correction import READERS_HAVE
from workbench.desk.publication.rechecking import Recheck
from workbench.ports import Ask, CataloguePage, Fetch, Request, SourceAnswer
from workbench.testing import MemoryArchive, utc_now

sys.path.insert(0, str(Path(__file__).parents[1] / "desk"))
import office

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

FIGURES, OFFICES, REVISED = 500, 10, 100
"""How many there are, how many servers serve them, and how many of them are revised."""


class Server:
    """One office's server: a figure an address, with the hash of its body as ETag; notes when it was asked, and what it answered."""

    def __init__(self) -> None:
        self.thousands: dict[str, int] = defaultdict(lambda: 91)
        self.asked: list[tuple[float, bool, int]] = []
        self.open = self.most_open = 0
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.host = f"127.0.0.1:{self.server.server_port}"

    def _handler(outer) -> type[BaseHTTPRequestHandler]:  # noqa: N805  (the handler's own self is another)
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                body = json.dumps([290, 450, 151, outer.thousands[self.path]]).encode()
                tag, known = f'"{hashlib.sha256(body).hexdigest()[:12]}"', self.headers.get("If-None-Match")
                outer.asked.append((time.monotonic(), known is not None, 304 if known == tag else 200))
                self.send_response(outer.asked[-1][2])
                self.send_header("ETag", tag)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", "0" if known == tag else str(len(body)))
                self.end_headers()
                if known != tag:
                    self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        return Handler


class Offices:
    """A source of many series, each of a server of its own name."""

    info = replace(office.Office.info, name="office")

    def __init__(self, servers: list[Server]) -> None:
        self.servers = servers

    async def catalogue(self, fetch: Fetch) -> AsyncIterator[CataloguePage]:
        yield CataloguePage((office.SERIES,), 1, 1)

    async def observations(self, fetch: Fetch, ask: Ask) -> SourceAnswer:
        number = int(ask.ref.key[1:])
        got = await fetch(Request(f"http://{self.servers[number % OFFICES].host}/{number}.json", source="office"))
        series = replace(office.SERIES, ref=ask.ref)
        rows = [
            Observation(
                ref=ask.ref, place="MKD", period=year(2018 + n), value=Decimal(thousands * 1000), step=Decimal(1000),
                evidence=Evidence(got.snapshot.id, (f"/{n}",), Decimal(1000)),
            )
            for n, thousands in enumerate(json.loads(got.body))
        ]  # fmt: skip
        return SourceAnswer(series, tuple(rows), (got.snapshot,))


class Titles(office.Titles):
    """A catalogue that knows each of them by its name alone."""

    def search(self, *_: object, **__: object) -> tuple[()]:
        return ()

    def get(self, ref: SeriesRef):
        return replace(office.SERIES, ref=ref)


@contextmanager
def serving() -> Iterator[list[Server]]:
    with ExitStack() as stack:
        servers = [Server() for _ in range(OFFICES)]
        for each in servers:
            threading.Thread(target=each.server.serve_forever, args=(0.05,), daemon=True).start()
            stack.callback(each.server.server_close)
            stack.callback(each.server.shutdown)
        yield servers


def fetcher(archive: MemoryArchive, servers: list[Server], pace: RateLimiter) -> Fetcher:
    client = Client(AddressPolicy(frozenset(each.host for each in servers)), agent="test", pace=pace)
    return Fetcher(archive=archive, clock=utc_now, client=client)


async def publish(desk: Desk) -> dict[str, int]:
    """Has each figure published by a claim of its own; gives the figure of each claim."""
    figure_of = {}
    for n in range(FIGURES):
        text = f"There were 91 thousand asylum applications in North Macedonia in 2021. Speech {n}."
        document = replace(desk.ports.store.document("d0"), id=f"many{n}", text=text)
        desk.ports.store.add([(document, read_claims(document).claims[:1])])
        [claim] = desk.claims_in(document.id)
        await desk.examine(claim.id, SeriesRef("office", f"A{n}"), pick=True)
        desk.rate(claim.id, "true")
        desk.publish(claim.id)
        figure_of[claim.id] = n
    return figure_of


async def test_all_that_was_revised_is_found_and_nothing_else(tmp_path: Path, capsys):
    with serving() as servers, office.open_desk(tmp_path) as first:
        archive = first.ports.archive
        ports = replace(first.ports, sources={"office": Offices(servers)}, catalogue=Titles(), clock=utc_now)
        figure_of = await publish(Desk(replace(ports, fetch=fetcher(archive, servers, RateLimiter(0)))))
        for server in servers:
            server.asked.clear()
        moved = set(Random(1).sample(range(FIGURES), REVISED))  # noqa: S311  (the same ones on every run)
        for n in moved:
            servers[n % OFFICES].thousands[f"/{n}.json"] = 118
        pace = RateLimiter(table=hosts(), longest=600)
        began = time.monotonic()
        desk = Desk(replace(ports, fetch=fetcher(archive, servers, pace)))
        came = {each.claim: each.came async for each in desk.recheck(READERS_HAVE)}
        took = time.monotonic() - began
    asked = [each for server in servers for each in server.asked]
    revised = {figure_of[claim] for claim, what in came.items() if what is Recheck.REVISED}
    fastest = min(_span(server, hosts()[ANY].most) for server in servers if len(server.asked) > hosts()[ANY].most)
    with capsys.disabled():
        sys.stdout.write(
            f"\n{len(came)} rechecked in {took:.0f} s, {Counter(each.value for each in came.values())}; {len(asked)} questions, "
            f"{sum(each[1] for each in asked)} of them conditional, {sum(each[2] == 304 for each in asked)} answered as unchanged; the "
            f"fastest {hosts()[ANY].most + 1} questions to one host took {fastest:.2f} s; load {os.getloadavg()[0]:.1f}\n"
        )
    assert revised == moved
    assert Counter(came.values()) == {Recheck.SAME: FIGURES - REVISED, Recheck.REVISED: REVISED}
    assert [each[1] for each in asked] == [True] * FIGURES
    assert fastest >= hosts()[ANY].per - 0.1


def _span(server: Server, most: int) -> float:
    """Seconds in which a server was asked one more time than it takes, at the quickest."""
    times = [each[0] for each in server.asked]
    return min(later - earlier for earlier, later in zip(times, times[most:], strict=False))
