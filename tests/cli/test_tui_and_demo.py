"""The ways in: the demonstration, printed and on the screens, and the screens at a document, named by file or id."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from workbench import tui
from workbench.cli import tui_and_demo
from workbench.desk import Desk


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str | None, dict[str, bool]]]:
    """Return what the screens were opened with, where a terminal is there: the document, and what kind of desk."""
    seen: list[tuple[str | None, dict[str, bool]]] = []

    def run(desk: Desk, *, document: str | None = None, config: Path | None = None, goes_on: bool = False) -> None:
        title = desk.document(document).title if document else None
        seen.append((title, {"samples": desk.samples, "documents": bool(desk.count_documents())}))

    monkeypatch.setattr(tui, "run", run)
    return seen


@pytest.fixture
def terminal(workbench, monkeypatch: pytest.MonkeyPatch):
    """Run a command at a terminal."""
    watched = SimpleNamespace(isatty=lambda: True)
    monkeypatch.setattr(tui_and_demo, "sys", SimpleNamespace(stdin=watched, stderr=watched))
    return workbench


def test_the_demonstration_prints_what_was_said_found_and_not_found(workbench):
    """Asylum applications fell by 39.7 percent, not by 70; of 16,000 attempts no series tells, and nothing is called false."""
    ran = workbench("demo", "--plain")
    assert (ran.code, ran.err) == (0, "")
    days = [line.rpartition(", ")[2] for line in ran.out.splitlines() if line.startswith("===")]
    assert days == ["2023-10-17 ===", "2021-12-02 ===", "2021-11-13 ==="]
    asylum = ran.out.partition("“down by 70 percent”")[2].partition("\n\n")[0]
    assert "APART  Asylum applications lodged in the country" in asylum
    assert "a fall of 39.7 %, where the claim says 70 %" in asylum
    assert "sample answer of" in asylum
    attempts = ran.out.partition("“16,000 attempts")[2].partition("\n\n")[0]
    assert "This says nothing about whether it is true." in attempts
    assert "imply about 25,197 attempts" in attempts
    assert "false" not in ran.out.casefold()


def test_what_the_demonstration_keeps_is_a_database_like_any(workbench, tmp_path: Path):
    assert workbench("demo", "--plain", "--keep", tmp_path / "kept").code == 0
    rows = workbench("--db", tmp_path / "kept" / "workbench.db", "claims", "--json", "--limit", "0").records
    assert len(rows) >= 6
    assert workbench("claims", "--json").records == [], "the reviewer's own database knows nothing of it"


def test_the_demonstration_opens_the_screens_on_sample_answers(terminal, opened):
    assert terminal("demo").code == 0
    assert opened == [(None, {"samples": True, "documents": True})]


def test_asked_live_it_rests_on_no_sample(terminal, opened):
    assert terminal("demo", "--live").code == 0
    assert opened == [(None, {"samples": False, "documents": True})]


def test_the_screens_open_at_a_file_that_is_taken_in_first(terminal, opened, statements: Path):
    file = min(statements.glob("*.txt"))
    assert terminal("tui", file).code == 0
    ((title, kind),) = opened
    assert title
    assert kind == {"samples": False, "documents": True}


def test_the_screens_open_at_a_document_by_its_id(terminal, opened, workbench, statements: Path):
    file = min(statements.glob("*.txt"))
    workbench("import", file)
    document = workbench("claims", "--json").records[0]["document"]
    assert terminal("tui", document).code == 0
    assert opened[0][0]


def test_an_id_of_no_document_opens_nothing(terminal, opened):
    ran = terminal("tui", "nothing-of-this-name")
    assert ran.code == 2
    assert "nothing-of-this-name" in ran.err
    assert opened == []


def test_without_a_verb_the_library_opens(terminal, opened):
    assert terminal().code == 0
    assert opened == [(None, {"samples": False, "documents": False})]


@pytest.mark.parametrize(
    ("words", "hint"), [(("tui",), "workbench --help"), (("demo",), "workbench demo --plain"), ((), "workbench --help")]
)
def test_where_there_is_no_terminal_it_says_what_to_do_instead(workbench, opened, words, hint):
    ran = workbench(*words)
    assert ran.code == 2
    assert "The screens need a terminal." in ran.err
    assert hint in ran.err
    assert opened == []
