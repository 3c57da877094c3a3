"""Long reports: each claim is read once, a page at a time, and the parts of a file are the file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from office import claims, open_desk

from workbench.core.errors import PublishError, StoreError
from workbench.desk import Desk
from workbench.desk.evidence.attaching import EvidenceGiven
from workbench.desk.publication import entry_paging
from workbench.ports import Progress
from workbench.store.repository import SqlStore

TEXT = ("markdown", "html", "csv", "json", "jsonl", "claimreview")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path) as desk:
        for n, claim in enumerate(claims(desk)):
            desk.rate(claim, "true" if n % 2 else "false", "As the office counts.")
        yield desk


@pytest.mark.parametrize("form", TEXT)
@pytest.mark.parametrize("page", [1, 2, 100])
def test_the_parts_of_a_file_are_the_file_whatever_the_page(
    desk: Desk, form: str, page: int, monkeypatch: pytest.MonkeyPatch
):
    made = desk.report()
    whole = desk.export_report(made, form, drafts=True).body
    monkeypatch.setattr(entry_paging, "PAGE", page)
    assert b"".join(desk.export_report(made, form, drafts=True).parts()) == whole


@pytest.mark.parametrize("form", TEXT)
def test_each_claim_is_read_once(desk: Desk, form: str, monkeypatch: pytest.MonkeyPatch):
    read: list[str] = []
    ahead = SqlStore.ahead

    def counted(store: SqlStore, keys: Any) -> Any:
        read.extend(keys)
        return ahead(store, keys)

    def alone(*_: object) -> None:
        raise AssertionError("a claim was read by itself")

    monkeypatch.setattr(SqlStore, "ahead", counted)
    for name in ("claim", "research", "reviews", "finding"):
        monkeypatch.setattr(SqlStore, name, alone)
    b"".join(desk.export_report(desk.report(), form, drafts=True).parts())
    assert sorted(read) == sorted(set(read))
    assert read


def test_a_report_can_be_gone_over_again_and_sliced(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(entry_paging, "PAGE", 1)
    entries = desk.report().entries
    ids = [entry.claim.id for entry in entries]
    assert [entry.claim.id for entry in entries] == ids
    assert len(entries) == len(ids) > 1
    assert (entries[0].claim.id, entries[-1].claim.id) == (ids[0], ids[-1])
    assert [entry.claim.id for entry in entries[1:]] == ids[1:]
    assert [entry.claim.id for entry in entries[::-1]] == ids[::-1]
    with pytest.raises(IndexError):
        entries[len(ids)]


def test_a_claim_that_cannot_be_read_keeps_none_of_the_others_back(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(entry_paging, "PAGE", 2)
    store: Any = desk.ports.store
    key, *others = claims(desk)
    with store._database.writing() as connection:
        for trigger in ("claims_update", "claims_replace"):
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {trigger}")
        connection.exec_driver_sql("UPDATE claims SET noun = '{}' WHERE id = ?", (key,))
    given = desk.export_report(desk.report(), "json")
    told = json.loads(given.body)["claims"]
    assert key not in {each["claim"]["id"] for each in told}
    assert len(told) == len(given.going.report.entries) == len(others)
    assert [problem.where for problem in desk.skipped] == [f"claim {key}"]


def test_writing_tells_how_far_it_is(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(entry_paging, "PAGE", 1)
    told: list[Progress] = []
    made = desk.report()
    b"".join(desk.export_report(made, "jsonl", tell=told.append).parts())
    count = len(made.entries)
    assert [(each.done, each.of) for each in told] == [(n + 1, count) for n in range(count)]


async def published(desk: Desk) -> list[str]:
    keys = claims(desk)
    for key in keys:
        await desk.research(key)
        desk.rate(key, "false", "As the office counts.")
        desk.publish(key)
    return keys


@pytest.mark.parametrize("page", [1, 100])
async def test_the_figures_of_a_report_are_recomputed_whatever_the_page(
    desk: Desk, page: int, monkeypatch: pytest.MonkeyPatch
):
    keys = await published(desk)
    monkeypatch.setattr(entry_paging, "PAGE", page)
    assert len(desk.report().entries) == len(keys) > 1
    monkeypatch.setattr(desk.ports.archive, "read", lambda _: b"[1, 2, 3, 4]")
    with pytest.raises(PublishError, match="Asylum applications lodged"):
        desk.report()


async def test_what_was_attached_to_a_long_report_is_looked_at_too(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    keys = await published(desk)
    monkeypatch.setattr(entry_paging, "PAGE", 1)
    page = tmp_path / "page.txt"
    page.write_text("As the office counts.", encoding="utf-8")
    await desk.attach(keys[1], EvidenceGiven(place=str(page)))
    assert len(desk.report().entries) == len(keys)
    read = desk.ports.archive.read

    def lost(key: str) -> bytes:
        if read(key).startswith(b"As the office"):
            raise StoreError("The archived body is missing.", "")
        return read(key)

    monkeypatch.setattr(desk.ports.archive, "read", lost)
    with pytest.raises(PublishError, match="missing"):
        desk.report()


async def test_a_long_report_is_recomputed_without_reading_its_claims(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    await published(desk)
    monkeypatch.setattr(entry_paging, "PAGE", 1)
    monkeypatch.setattr(SqlStore, "ahead", lambda *_: pytest.fail("a claim was read whole"))
    assert len(desk.report(title="Two claims").entries) == len(claims(desk))
