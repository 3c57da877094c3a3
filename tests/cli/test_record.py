"""A case is recorded once, live, and answers from its folder ever after."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from sources._web.addresses import replay_url
from sources._web.client import Client
from sources._web.fetch import Fetcher
from sources._web.network_policy import AddressPolicy
from sources._web.rate_limit import RateLimiter
from sources._web.replay import ReplayServer


def test_what_was_recorded_answers_the_same_on_another_desk(workbench, home: Path, statements: Path, answers: str):
    """The figures, the agreement and the archived bodies are the same; they are called samples, with their day."""
    folder = home / "case"
    with pytest.MonkeyPatch.context() as patch, ReplayServer(Path(answers)) as server:
        _go_live(patch, server)
        workbench("import", statements)
        claim = next(row["id"] for row in workbench("claims", "--json").records if "70 percent" in row["quote"])
        first = workbench("research", claim, "--json", "--record", folder)
        assert f"--samples {folder}" in first.err
    assert (folder / "answers.toml").is_file()
    other = home / "elsewhere" / "desk.db"
    workbench("import", statements, "--db", other)
    again = workbench("research", claim, "--json", "--samples", folder, "--db", other)
    assert _figures(again.records[0]) == _figures(first.records[0]) != []
    assert "sample" in workbench("show", claim, "--db", other).out


def _go_live(patch, server) -> None:
    """The program asks live, and a server on loopback stands where the services are."""

    class Live(Client):
        async def get(self, question):
            return await super().get(replace(question, url=replay_url(server.base, question.url), hosts=()))

    client = Live(AddressPolicy(frozenset({urlsplit(server.base).netloc})), agent="test/1 (tests)", pace=RateLimiter(0))
    patch.setattr("sources._web.fetch.Fetcher", lambda **given: Fetcher(**{**given, "client": client}))


def _figures(record) -> list:
    rows = [
        (f["series"], f["agreement"], f["measured"])
        for f in record["findings"]
        if f["measured"] and f["series"].startswith("unhcr:")
    ]
    return json.loads(json.dumps(rows))


def test_samples_are_not_recorded(workbench, home: Path, answers: str):
    ran = workbench("claims", "--samples", answers, "--record", home / "case")
    assert ran.code == 2
    assert "not recorded" in ran.err


def test_offline_answers_say_from_when_they_are(workbench, home: Path, statements: Path, answers: str):
    """Said beside the figures, with the day."""
    days = [datetime.now(UTC).date()]
    with pytest.MonkeyPatch.context() as patch, ReplayServer(Path(answers)) as server:
        _go_live(patch, server)
        workbench("import", statements)
        claim = next(row["id"] for row in workbench("claims", "--json").records if "70 percent" in row["quote"])
        workbench("research", claim)
    days.append(datetime.now(UTC).date())  # another where midnight came meanwhile
    ran = workbench("research", claim, "--offline", "--json")
    told = {p["message"] for p in ran.records[0]["problems"] if p["kind"] == "from-archive"}
    assert told
    assert told <= {f"answered from the archive, fetched {day}." for day in days}
