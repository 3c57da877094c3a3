"""What `doctor --live` says of each service that answers well, wrongly, from elsewhere, with an error, or not at all: over real sockets."""

from __future__ import annotations

import contextlib
import json
import re
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sources._pxweb.sites import sites
from sources._web.body_size_limits import LIMITS
from sources._web.client import Client
from sources._web.fetch import Fetcher
from sources._web.network_policy import AddressPolicy
from sources._web.rate_limit import RateLimiter
from sources._web.retries import RetryLimits
from sources._web.timeouts import Timeouts
from workbench.core.errors import SourceError
from workbench.core.series import ListTrial, SourceInfo, Trial
from workbench.desk.services.live_check import Tried, try_services
from workbench.plugins import SOURCES, Plugins
from workbench.ports import ListsServices, StatSource, silent
from workbench.testing import MemoryArchive, utc_now

ALL: Plugins[StatSource] = Plugins(SOURCES)
LISTED = {(name, trial.key): trial for name in ALL for trial in ALL[name].info.trials if isinstance(trial, ListTrial)}
FLOWS = (
    '<m:Structure xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" '
    'xmlns:s="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/structure" '
    'xmlns:c="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common"><m:Structures><s:Dataflows>'
    '<s:Dataflow id="DF_SDG_GLH" agencyID="IAEG-SDGs" version="1.24"><c:Name>SDG Harmonized Global Dataflow</c:Name>'
    "</s:Dataflow></s:Dataflows></m:Structures></m:Structure>"
)
POPULATION = {
    "class": "dataset",
    "label": "Population totals",
    "id": ["STATISTIC", "TLIST(A1)", "rounded_unrounded"],
    "size": [1, 2, 2],
    "role": {"metric": ["STATISTIC"], "time": ["TLIST(A1)"]},
    "dimension": {
        "STATISTIC": {"label": "Statistic", "category": {"index": ["POP"], "label": {"POP": "Population totals"}}},
        "TLIST(A1)": {"label": "Year", "category": {"index": ["2020", "2021"]}},
        "rounded_unrounded": {"label": "Rounding", "category": {"index": ["Rounded", "Unrounded"]}},
    },
    "value": [1_900_000, 1_899_999, 1_900_000, 1_901_234],
}
"""The wire form of NISRA's table of population, with figures of ours."""


class Office:
    """Every service at once, on loopback: each answers by the name that the test gives."""

    def __init__(self) -> None:
        self.answers = "well"
        self.released = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self._server.server_port}"

    def close(self) -> None:
        self.released.set()
        self._server.shutdown()
        self._server.server_close()

    def _handler(outer) -> type[BaseHTTPRequestHandler]:  # noqa: C901, N805  (one small method an answer)
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                    getattr(self, outer.answers)()

            def do_POST(self) -> None:
                self.rfile.read(int(self.headers.get("Content-Length", "0")))
                self.do_GET()

            def send(self, body: bytes, status: int = 200, media: str = "application/json", to: str = "") -> None:
                self.send_response(status)
                self.send_header("Content-Type", media)
                self.send_header("Content-Length", str(len(body)))
                if to:
                    self.send_header("Location", to)
                self.end_headers()
                self.wfile.write(body)

            def well(self) -> None:
                if "data.un.org" in self.path:
                    self.send(FLOWS.encode(), media="application/xml")
                elif "nisra" in self.path:
                    self.send(json.dumps(POPULATION).encode())
                else:
                    known = next((one.known for one in sites().values() if one.host in self.path), "")
                    self.send(json.dumps([{"id": known or "X", "type": "l", "text": "Population"}]).encode())

            def stranger(self) -> None:
                self.send(json.dumps([{"id": "Sheep", "type": "l", "text": "Sheep"}]).encode())

            def page(self) -> None:
                self.send(b"<html><body>We have moved to a new site</body></html>", media="text/html")

            def empty(self) -> None:
                self.send(b"[]")

            def elsewhere(self) -> None:
                self.send(b"", 302, to="http://elsewhere.example/new")

            def onward(self) -> None:
                if self.path.startswith("/legacy"):
                    self.well()
                else:
                    self.send(b"", 302, to=f"/legacy{self.path}?key=hidden")

            def broken(self) -> None:
                self.send(b"", 500)

            def silence(self) -> None:
                outer.released.wait(20)

            def log_message(self, *args: object) -> None:
                pass

        return Handler


@pytest.fixture
def office() -> Iterator[Office]:
    server = Office()
    yield server
    server.close()


class Ports:
    """The desk's ports, as far as a small question goes."""

    def __init__(self, office: Office, sources: dict[str, StatSource]) -> None:
        client = Client(
            AddressPolicy(frozenset({office.host})),
            agent="test/1 (tests)",
            pace=RateLimiter(0),
            patience=RetryLimits(attempts=1, seconds=5, first_wait=0.01, longest_wait=0.01, jitter=0),
            timeouts=Timeouts(connect=5, silence=5 if office.answers != "silence" else 0.1, whole=10),
            limits=LIMITS,
        )
        self.sources = sources
        self.fetch = Fetcher(
            archive=MemoryArchive(),
            clock=utc_now,
            replay=f"http://{office.host}",
            client=client,
            keys=lambda _: "k" * 30,
        )


class Only:
    """A source that is tried by some of its questions alone."""

    def __init__(self, source: StatSource, trials: tuple[Trial | ListTrial, ...]) -> None:
        self.info: SourceInfo = replace(source.info, trials=trials, services=())
        self.observations = source.observations
        if isinstance(source, ListsServices):
            self.service_list = source.service_list


async def asked(office: Office, answers: str) -> dict[str, Tried]:
    """Return what is said of each service that is asked for its list, and of NISRA."""
    office.answers = answers
    nisra = [trial for trial in ALL["pxstat"].info.trials if trial.key.startswith("NISRA")]
    wanted = {"pxstat": tuple(nisra)}
    for (name, _), trial in LISTED.items():
        wanted[name] = (*wanted.get(name, ()), trial)
    ports = Ports(office, {name: Only(ALL[name], trials) for name, trials in wanted.items()})  # type: ignore[misc]
    return {each.trial.key: each for each in await try_services(ports, (), silent) if each.trial}  # type: ignore[arg-type]


def test_every_service_behind_every_source_has_a_question():
    for name in ALL:
        info = ALL[name].info
        assert info.untried == (), f"{name} has no question to {', '.join(info.untried)}: `doctor --live` tries nothing"
        assert all(each.low <= each.high and 1990 < each.year < 2024 for each in info.trials if isinstance(each, Trial))


def test_a_service_without_a_question_is_seen():
    info = ALL["pxweb"].info
    without = replace(info, trials=tuple(each for each in info.trials if not each.key.startswith("DZS")))
    assert without.untried == ("DZS",)
    assert replace(ALL["bls"].info, trials=()).untried == ("bls",)


@pytest.mark.parametrize("name", sorted({name for name, _ in LISTED}))
def test_only_a_source_of_lists_is_asked_for_one(name: str):
    source = ALL[name]
    assert isinstance(source, ListsServices)
    assert {key for each, key in LISTED if each == name} <= set(source.info.services)


async def test_services_that_answer_as_they_should_are_well(office: Office):
    tried = await asked(office, "well")
    assert {key: each.differs for key, each in tried.items() if not each.well} == {}
    assert tried["NISRA/MYE01T05?rounded_unrounded=Unrounded"].figure == "1901234"
    assert all(tried[key].entries == 1 for _, key in LISTED)


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ("page", "answered with .* where .* was expected"),
        ("empty", "answered with .* where .* was expected"),
        ("elsewhere", "sent us to another host"),
        ("broken", "HTTP 500"),
        ("silence", "did not answer: no whole answer within"),
    ],
)
async def test_what_befalls_a_service_is_one_sentence_each(office: Office, answers: str, says: str):
    for key, each in (await asked(office, answers)).items():
        assert len(each.differs) == 1, key
        assert re.search(says, each.differs[0]), each.differs
        assert each.differs[0].isprintable()


async def test_a_list_of_other_things_is_told_where_an_entry_is_known(office: Office):
    for key, each in (await asked(office, "stranger")).items():
        trial = LISTED.get(("pxweb", key))
        if trial and trial.known:
            assert each.differs == (f"Its list does not have “{trial.known}”; it begins with Sheep.",)
        elif trial:
            assert each.well
        else:
            assert each.differs, key


async def test_a_service_that_sends_the_question_on_is_told_with_the_address_alone(office: Office):
    for key, each in (await asked(office, "onward")).items():
        assert len(each.differs) == 1, key
        assert each.differs[0].startswith(f"It sent the question on to http://{office.host}/legacy/"), each.differs
        assert "hidden" not in each.differs[0]


async def test_a_source_that_has_no_lists_says_so(office: Office):
    source = Only(ALL["bls"], (ListTrial("bls"),))
    [tried] = await try_services(Ports(office, {"bls": source}), (), silent)  # type: ignore[arg-type, dict-item]
    assert "has no lists of its services" in tried.differs[0]


async def test_a_service_of_no_name_is_told():
    for name in {name for name, _ in LISTED}:
        source = ALL[name]
        assert isinstance(source, ListsServices)
        with pytest.raises(Exception, match="Nowhere") as error:
            await source.service_list(Fetcher(archive=MemoryArchive(), clock=utc_now, offline=True), "Nowhere")
        assert not isinstance(error.value, SourceError)
