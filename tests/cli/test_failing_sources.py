"""A service has a bad day: the command says so in a sentence, ends with 3, and keeps what the others answered.

The World Bank's questions go to a real server with the fault under test, UNHCR's to one that answers; all else is the real program.
"""

from __future__ import annotations

import importlib.util
import json
import sqlite3
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from sources._web.body_size_limits import BodyLimits
from sources._web.client import Client
from sources._web.fetch import Fetcher
from sources._web.http_request import Received
from sources._web.network_policy import AddressPolicy
from sources._web.rate_limit import RateLimiter
from sources._web.retries import RetryLimits
from sources._web.timeouts import Timeouts
from workbench.bootstrap import open_desk

_SPEC = importlib.util.spec_from_file_location("faults", Path(__file__).parents[1] / "sources" / "conftest.py")
_MODULE = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(_MODULE)

SPEECH = """# date: 2022-03-01
# place: MKD

There were 30,000 refugees in North Macedonia in 2021.
"""
ITEMS = [{"year": y, "coa_iso": "MKD", "coo_iso": "-", "naturalisation": y - 1990, "resettlement_arrivals": y - 2000}
         for y in range(2016, 2023)]  # fmt: skip
ANSWER = json.dumps({"page": 1, "maxPages": 1, "items": ITEMS}).encode()


class Detour(Client):
    """The program's own client, sent to the fault instead of the World Bank; it is as patient as a test, where patience is what is asked."""

    def __init__(self, faults, path: str) -> None:
        long = 1 if path in {"silent", "slow", "drip"} else 20  # a busy machine is no slow service
        super().__init__(
            AddressPolicy(frozenset({faults.host})),
            agent="test/1 (tests)",
            patience=RetryLimits(attempts=2, seconds=3 * long, first_wait=0.01, longest_wait=0.1, jitter=0.01),
            timeouts=Timeouts(connect=long, silence=1.5 * long, whole=3 * long),
            limits=BodyLimits(packed=2_000_000, unpacked=8_000_000),
            pace=RateLimiter(0),
        )
        self.to = faults.url(path)

    async def get(self, question):
        if urlsplit(question.url).netloc == "api.unhcr.org":
            return Received(ANSWER, "application/json")
        return await super().get(replace(question, url=self.to, hosts=()))


@pytest.fixture
def faults():
    server = _MODULE.FaultServer()
    yield server
    server.close()


@pytest.fixture
def detour(faults, monkeypatch):
    """Send the World Bank's questions to a fault."""

    def to(path: str) -> None:
        def fetcher(settings, archive, stack):
            return Fetcher(archive=archive, clock=open_desk.now, client=Detour(faults, path), offline=settings.offline)

        monkeypatch.setattr(open_desk, "_fetcher", fetcher)

    return to


@pytest.fixture
def claim(workbench, home: Path) -> str:
    (home / "speech.txt").write_text(SPEECH, encoding="utf-8")
    assert workbench("import", home / "speech.txt").code == 0
    return workbench("claims", "--json").records[0]["id"]


FAULTS = [
    ("silent", "the line was cut"),
    ("slow", "no whole answer within"),
    ("drip", "no whole answer within"),
    ("cut", "the line was cut"),
    ("cut-gzip", "the line was cut"),
    ("html", "an HTML page where JSON was expected"),
    ("html-as-json", "an HTML page where JSON was expected"),
    ("big", "more than 2 MB"),
    ("endless", "more than 2 MB"),
    ("bomb", "more than 8 MB"),
    ("away?to=http://example.org/", "sent us to another host"),
    ("away?to=http://169.254.169.254/latest", "was not opened"),
    ("loop", "one redirect after another"),
    ("busy?status=503", "not well (HTTP 503)"),
    ("refused", "such"),
    ("shape", "World Bank"),
    ("nothing", "World Bank"),
    ("deep", "World Bank"),
]


WHOLE = {"shape", "deep"}
"""Whole bodies that only turn out to be something else when they are read: the archive keeps what a service said."""


def bodies(home: Path) -> list[str]:
    """Return the addresses whose answers are in the archive, each with a whole body."""
    log = sqlite3.connect(home / "desk" / "archive" / "fetches.db")
    urls = [url for (url,) in log.execute("SELECT url FROM fetches")]
    log.close()
    assert not list((home / "desk" / "archive" / "new").iterdir())
    return urls


@pytest.mark.parametrize(("path", "says"), FAULTS)
def test_one_service_fails_and_the_other_is_heard(workbench, home, detour, claim, path, says):  # noqa: PLR0917
    detour(path)
    ran = workbench("research", claim)
    assert ran.code == 3
    assert "Traceback" not in ran.err + ran.out
    told = [line for line in ran.out.splitlines() if line.startswith("  ! World Bank")]
    assert len(told) == 1
    assert says in told[0]
    assert told[0].isprintable()
    assert told[0].endswith(".")
    found = workbench("show", claim, "--json").records[0]
    assert {problem["kind"] for problem in found["problems"]} >= {"source-failed"}
    assert any(f["series"].startswith("unhcr:") and f["measured"] for f in found["findings"] if f["series"])
    assert path in WHOLE or all("unhcr" in url for url in bodies(home))
    assert workbench("doctor").code == 0


@pytest.mark.parametrize(("path", "says"), FAULTS[1::4])
def test_a_list_that_cannot_be_pulled_leaves_the_old_one(workbench, home, detour, path, says):
    detour(path)
    ran = workbench("catalogue", "update", "worldbank")
    assert ran.code == 3
    assert says in ran.err
    assert "worldbank: 379 titles, starter list" in ran.out
    assert "Traceback" not in ran.err
    assert path in WHOLE or bodies(home) == []


def test_a_wrong_answer_is_not_believed_for_a_day(workbench, detour, faults, claim):
    """The service recovers a minute later: the answer in the archive is the wrong one, and is asked for once more."""
    detour("shape")
    assert workbench("research", claim).code == 3
    assert faults.questions["shape"] == 2
    detour("fine")
    assert workbench("research", claim).code == 0
    assert faults.questions["fine"] == 1


def test_asked_anew_of_a_service_that_fails_the_older_figure_stands_in_and_says_so(workbench, detour, claim):
    detour("fine")
    workbench("research", claim)
    before = {f["series"]: f["measured"] for f in workbench("show", claim, "--json").records[0]["findings"]}
    detour("busy?status=503")
    ran = workbench("research", claim, "--fresh")
    assert "HTTP 503" in ran.out
    assert "The figures are those fetched on" in ran.out
    assert {f["series"]: f["measured"] for f in workbench("show", claim, "--json").records[0]["findings"]} == before


def test_a_claim_is_checked_by_id_and_the_failure_is_in_the_exit_code(workbench, detour, claim):
    detour("html")
    assert workbench("check", claim, "--json").code == 3


def test_records_whose_source_fails_are_undecided_and_the_run_ends_with_3(workbench, detour):
    detour("html")
    record = {"id": "a", "text": "There were 30,000 refugees in North Macedonia in 2021.", "date": "2022-03-01"}
    ran = workbench("check", "--records", stdin=json.dumps(record) + "\n" + json.dumps({**record, "id": "b"}))
    assert [answer["id"] for answer in ran.records] == ["a", "b"]
    assert ran.code == 3
    assert "HTML page" in ran.err
    assert ran.err.count("World Bank:") == 1


def test_a_table_on_the_network_that_fails_ends_with_3(workbench, home, faults, claim):
    """The whole program, its own patience and all: a page is answered where a table was named."""
    config = home / "config.toml"
    config.write_text(f'allow = ["{faults.host}"]\n')
    ran = workbench("research", claim, "--offline", "--data", faults.url("html"), "--config", str(config))
    assert ran.code == 3
    assert "is not in the archive" in ran.out
    ran = workbench("research", claim, "--data", "http://127.0.0.1:9/own.csv", "--samples", _samples())
    assert ran.code == 3
    ran = workbench("research", claim, "--data", str(home / "missing.csv"), "--samples", _samples())
    assert ran.code == 3
    assert "missing.csv" in ran.out


def _samples() -> str:
    from workbench.config import sample_folder

    return str(sample_folder() / "answers")
