"""Exports of ours are read back on an empty desk: export, import, export again gives the same bytes."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from office import AT, claims, open_desk

from workbench.core.document import Document
from workbench.core.failures.publish_errors import BodyNotHereError
from workbench.core.verdict import Stage
from workbench.desk import Desk
from workbench.desk.importing.bulk_import import ImportPlan
from workbench.desk.importing.document_import import read_claims
from workbench.desk.importing.workbench_exports import BrokenExportError, NewerExportError
from workbench.ports import Imported


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path) as desk:
        yield desk


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Desk]:
    """Yield a desk that has nothing."""
    with open_desk(tmp_path / "other", empty=True) as desk:
        yield desk


async def decided(desk: Desk) -> None:
    """One published on figures and corrected since, one a draft that was taken back and given again, one with a note alone."""
    first, second, *_ = claims(desk)
    await desk.research(first)
    desk.rate(first, "false", "As the office counts. <b>=1+1</b> \u202e")
    desk.publish(first)
    desk.rate(first, "true", "We erred.")
    desk.rate(second, "true", "Draft.")
    desk.undo(second)
    desk.rate(second, "false", "Draft again.")


def out(desk: Desk, form: str, **options: str) -> bytes:
    """Return an export, as if every one was made at the same moment."""
    return desk.export_report(replace(desk.report(), made=AT), form, options).body


def take_in(desk: Desk, tmp_path: Path, name: str, body: bytes) -> Imported:
    path = tmp_path / name
    path.write_bytes(body)
    done, rejected = desk.import_bulk(ImportPlan(paths=(str(path),)))
    assert rejected == ()
    return done


@pytest.mark.parametrize("form", ["json", "jsonl"])
async def test_an_export_comes_back_byte_for_byte(desk: Desk, other: Desk, tmp_path: Path, form: str):
    await decided(desk)
    evidence = out(desk, "json", evidence="yes")
    take_in(other, tmp_path, "evidence.json", evidence)
    exported = out(desk, form)
    take_in(other, tmp_path, f"pub.{form}", exported)
    assert out(other, form) == exported
    assert out(other, "json", evidence="yes") == evidence


async def test_verdicts_history_and_evidence_are_what_they_were(desk: Desk, other: Desk, tmp_path: Path):
    await decided(desk)
    take_in(other, tmp_path, "pub.json", out(desk, "json", evidence="yes"))
    for key in claims(desk):
        assert other.verdict(key) == desk.verdict(key)
        assert other.claim(key) == desk.claim(key)
    first = claims(desk)[0]
    assert other.verdict(first).stage is Stage.CORRECTED
    assert all(each.same for each in other.replay(first))
    for form in ("markdown", "html", "csv"):
        assert out(other, form) == out(desk, form)


async def test_the_same_export_twice_adds_nothing(desk: Desk, other: Desk, tmp_path: Path):
    await decided(desk)
    exported = out(desk, "json", evidence="yes")
    first = take_in(other, tmp_path, "pub.json", exported)
    again = take_in(other, tmp_path, "again.json", exported)
    assert first.claims == again.already == len(desk.report().entries)
    assert (again.claims, again.documents) == (0, 0)
    assert out(other, "json", evidence="yes") == exported


@pytest.mark.parametrize("share", [0.01, 0.2, 0.5, 0.9, 0.999])
async def test_an_export_that_is_cut_off_is_told_and_what_came_whole_is_kept(
    desk: Desk, other: Desk, tmp_path: Path, share: float
):
    """In JSON nothing of it; of JSON Lines every line but the last."""
    await decided(desk)
    whole, lines = out(desk, "json"), out(desk, "jsonl")
    folder = tmp_path / "in"
    folder.mkdir()
    cut = folder / "cut.json"
    cut.write_bytes(whole[: max(int(len(whole) * share), 20)])
    with pytest.raises(BrokenExportError, match="not whole"):
        other.import_bulk(ImportPlan(paths=(str(cut),)))
    (folder / "empty.json").touch()
    (folder / "good.csv").write_text("text\nUnemployment fell to 5 percent in 2020.\n")
    done, refused = other.import_bulk(ImportPlan(paths=(str(folder),)))
    assert (done.documents, len(refused)) == (1, 2)
    good = len(other.claims())
    kept = lines[: max(int(len(lines) * share), 20)]
    path = tmp_path / "cut.jsonl"
    path.write_bytes(kept)
    done, _ = other.import_bulk(ImportPlan(paths=(str(path),)))
    assert len(other.claims(limit=1_000)) == good + kept.count(b"\n")
    assert other.ports.store.check() == []


async def test_without_the_bodies_a_published_figure_is_told_of_and_does_not_go_out(
    desk: Desk, other: Desk, tmp_path: Path
):
    await decided(desk)
    take_in(other, tmp_path, "pub.json", out(desk, "json"))
    first, second, *_ = claims(desk)
    assert other.verdict(first) == desk.verdict(first)
    assert not all(each.same for each in other.replay(first))
    assert other.verdict(second).rating == "false"


async def test_a_body_that_was_changed_is_refused(desk: Desk, other: Desk, tmp_path: Path):
    await decided(desk)
    report = json.loads(out(desk, "json", evidence="yes"))
    bodies = [each for each in report["sources"] if each.get("body")]
    assert bodies
    bodies[0]["body"] = "AAAA"
    done = take_in(other, tmp_path, "pub.json", json.dumps(report).encode())
    assert [problem.kind for problem in done.problems] == ["bad-body"]


@pytest.mark.parametrize("break_", [{"claim": {}}, {"document": 3}, {"reviews": [{"a": 1}]}, {"schema": 99}])
def test_a_claim_that_cannot_be_read_back_is_refused_and_the_rest_is_added(
    desk: Desk, other: Desk, tmp_path: Path, break_: dict
):
    lines = out(desk, "jsonl").decode().splitlines()
    broken = json.loads(lines[0])
    broken["kept"] |= break_
    path = tmp_path / "pub.jsonl"
    path.write_text("\n".join([json.dumps(broken), *lines[1:]]))
    done, rejected = other.import_bulk(ImportPlan(paths=(str(path),)))
    assert [each.line for each in rejected] == [1]
    assert done.claims == len(lines) - 1


def test_a_document_stands_once_for_all_of_its_claims(desk: Desk, other: Desk, tmp_path: Path):
    text = "Unemployment fell to 5.4 percent in 2021. Inflation rose to 3.2 percent in 2021. GDP grew by 4 percent in 2021."
    document = Document(id="speech", title="Speech", text=text, origin="speech.txt", place="MKD")
    desk.ports.store.add([(document, read_claims(document).claims)])
    exported = out(desk, "jsonl")
    assert exported.decode().count('"text": "Unemployment fell to 5.4 percent in 2021. Inflation') == 1
    take_in(other, tmp_path, "pub.jsonl", exported)
    assert out(other, "jsonl") == exported
    assert list(other.ports.store.check()) == []
    row = next(row for row in other.documents() if row.id == "speech")
    assert (row.claims, row.open) == (len(other.claims_in("speech")), len(other.claims_in("speech")))


def test_a_csv_of_ours_is_read_by_its_own_heads(desk: Desk, other: Desk, tmp_path: Path):
    """Its column of claims holds ids, and the words stand under "sentence"."""
    body = out(desk, "csv")
    take_in(other, tmp_path, "pub.csv", body)
    said = {row["sentence"] for row in csv.DictReader(io.StringIO(body.decode("utf-8-sig")))}
    read = {other.document(row.id).text for row in other.documents()}
    assert read == said
    german = out(desk, "csv", decimal=",")
    assert take_in(other, tmp_path, "german.csv", german).documents == 0


def _in_another_reading(text: str) -> str:
    """Return the same values with another white space between them."""
    return json.dumps(json.loads(text), indent=7, ensure_ascii=True)


CHANGES = {
    "a note": ("As the office counts", "As the minister counts"),
    "what was said": ("91 thousand", "92 thousand"),
    "a title": ("Asylum applications lodged", "Asylum applications granted"),
}


@pytest.mark.parametrize("form", ["json", "jsonl"])
@pytest.mark.parametrize("what", CHANGES)
async def test_words_that_were_changed_in_the_file_are_told(
    desk: Desk, other: Desk, tmp_path: Path, form: str, what: str
):
    """They were taken in without a word; everything in the file still comes in."""
    await decided(desk)
    before, after = (each.encode() for each in CHANGES[what])
    whole = out(desk, form)
    assert before in whole
    done = take_in(other, tmp_path, f"pub.{form}", whole.replace(before, after))
    told = [each for each in done.problems if each.kind == "changed-claim"]
    assert told
    assert all("was changed in the file since it was exported" in each.message for each in told)
    assert done.claims == len(desk.report().entries)


@pytest.mark.parametrize("form", ["json", "jsonl"])
async def test_nothing_is_told_of_a_file_in_which_nothing_was_changed(
    desk: Desk, other: Desk, tmp_path: Path, form: str
):
    """Nor of one whose white space is another, or of one of an earlier version, which has no seals."""
    await decided(desk)
    whole = out(desk, form).decode()
    again = _in_another_reading(whole) if form == "json" else "\n".join(whole.splitlines()[1:])
    unsealed = re.sub(r',?\s*"seal": "[0-9a-f]{64}"', "", whole)
    assert unsealed != whole
    for n, text in enumerate((whole, again, unsealed)):
        assert not take_in(other, tmp_path, f"{n}.{form}", text.encode()).problems


@pytest.mark.parametrize("form", ["html", "jsonl"])
async def test_claims_that_came_without_bodies_say_how_to_have_them(desk: Desk, other: Desk, tmp_path: Path, form: str):
    """They said that a published claim "was not published", and to research it again."""
    await decided(desk)
    take_in(other, tmp_path, "pub.jsonl", out(desk, "jsonl"))
    with pytest.raises(BodyNotHereError, match="does not go out") as refused:
        out(other, form)
    assert "`workbench export --evidence --output FILE.json`" in refused.value.hint
    take_in(other, tmp_path, "evidence.json", out(desk, "json", evidence="yes"))
    assert out(other, form) == out(desk, form)


@pytest.mark.parametrize("change", [{"schema": 2}, {"schema": 2, "claims": None, "checks": []}])
async def test_an_export_of_a_newer_workbench_is_named_as_that_and_nothing_is_added(
    desk: Desk, other: Desk, tmp_path: Path, change: dict[str, object]
):
    await decided(desk)
    path = tmp_path / "newer.json"
    path.write_text(json.dumps(json.loads(out(desk, "json")) | change))
    with pytest.raises(NewerExportError, match="newer workbench: it is of version 2") as told:
        other.import_bulk(ImportPlan(paths=(str(path),)))
    assert told.value.hint == "Update the workbench."
    assert other.count_claims() == 0


async def test_a_line_of_a_newer_workbench_is_refused_with_the_way_out(desk: Desk, other: Desk, tmp_path: Path):
    await decided(desk)
    path = tmp_path / "newer.jsonl"
    path.write_bytes(out(desk, "jsonl").replace(b'"schema": 1', b'"schema": 2', 1))
    done, rejected = other.import_bulk(ImportPlan(paths=(str(path),)))
    assert (done.rejected, [each.hint for each in rejected]) == (1, ["Update the workbench."])
    assert done.claims == len(out(desk, "jsonl").splitlines()) - 1
