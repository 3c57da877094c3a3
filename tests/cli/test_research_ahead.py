"""Research ahead: what comes next in the queue is looked up before anybody opens it, and is told apart from what was asked for."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace

import pytest

from workbench.config import sample_folder, settings
from workbench.core.errors import UsageError
from workbench.desk.research_ahead import AheadWork, StoppedError
from workbench.ports import Request


@pytest.fixture
def keys(workbench) -> list[str]:
    workbench("import", sample_folder() / "statements" / "2021-11-13-police-association.txt")
    return [row["id"] for row in workbench("claims", "--json").records]


def test_the_next_claims_are_researched_and_marked_until_a_reviewer_asks(workbench, keys, answers):
    listed = workbench("ahead", "2", "--dry-run", "--json").records
    assert [(each["claim"], each["state"]) for each in listed] == [(key, "waiting") for key in keys[:2]]
    done = workbench("--samples", answers, "ahead", "2", "--json")
    assert [(each["claim"], each["state"]) for each in done.records] == [(key, "ready") for key in keys[:2]]
    [shown] = workbench("show", keys[0], "--json").records
    assert shown["researched"]["ahead"] is True
    assert "researched ahead by the machine" in workbench("show", keys[0]).out
    assert shown["verdict"]["rating"] is None
    workbench("--samples", answers, "research", keys[0])
    assert workbench("show", keys[0], "--json").records[0]["researched"]["ahead"] is False
    workbench("--samples", answers, "ahead", "1")
    assert workbench("show", keys[0], "--json").records[0]["researched"]["ahead"] is False
    assert workbench("doctor").code == 0
    after = workbench("ahead", "1", "--after", keys[0], "--dry-run", "--json").records
    assert after[0]["claim"] == keys[1]


def test_of_claims_in_the_same_words_the_first_alone_comes_next_as_in_the_queue(workbench, tmp_path):
    for year, name in ((2021, "one.txt"), (2022, "two.txt")):
        (tmp_path / name).write_text(f"Skopje, 2 December {year}\n\nWe have 35 cases of smuggling.\n", encoding="utf-8")
        workbench("import", tmp_path / name)
    assert len(workbench("claims", "--json").records) == 2
    assert len(workbench("ahead", "5", "--dry-run", "--json").records) == 1


async def test_it_lets_the_reviewers_questions_go_first_and_asks_nothing_once_stopped():
    busy, asked = [True], []

    async def fetch(request, *, fresh=False):
        asked.append(request.url)

    work = AheadWork(SimpleNamespace(ports=None), lambda: busy[0])  # type: ignore[arg-type]
    waiting = asyncio.create_task(work._gated(fetch)(Request("https://a.example")))
    await asyncio.sleep(0.2)  # nothing is asked
    assert asked == []
    busy[0] = False
    await waiting
    assert asked == ["https://a.example"]
    work.stop()
    with pytest.raises(StoppedError):
        await work._gated(fetch)(Request("https://b.example"))
    assert asked == ["https://a.example"]


def test_the_setting_says_how_many_and_none_are_asked_for_live_by_default(tmp_path):
    file = tmp_path / "config.toml"

    def ahead(text: str, **more: object) -> int:
        file.write_text(text, "utf-8")
        return settings(db=str(tmp_path / "w.db"), config=str(file), environ={}, **more).ahead

    assert [ahead(""), ahead("", offline=True), ahead("", samples=tmp_path)] == [0, 3, 3]
    assert [ahead("[ahead]\nclaims = 7"), ahead("[ahead]\nclaims = 0", offline=True)] == [7, 0]
    for wrong in ("claims = true", "claims = -1", 'claims = "many"', "claims = 900", "clams = 3"):
        with pytest.raises(UsageError):
            ahead(f"[ahead]\n{wrong}")
