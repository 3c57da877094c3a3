"""Reports for readers number the reviewers; they name them where the publisher's settings say so."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.plugins import EXPORTERS, Plugins

SPEECH = "# date: 2021-11-13\n# place: MKD\n\nAsylum applications fell by 70 percent in 2021.\n"
PUBLISHER = '[publisher]\nname = "Example Checks"\nurl = "https://checks.example.org"\n'
READERS = ("markdown", "html", "docx", "claimreview", "bibtex", "csl")


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "settings.toml"
    path.write_text(PUBLISHER, encoding="utf-8")
    monkeypatch.setenv("WORKBENCH_CONFIG", str(path))
    return path


@pytest.fixture
def published(workbench, settings: Path, tmp_path: Path) -> str:
    """Return a claim that two people rated alike, and that is published."""
    speech = tmp_path / "speech.txt"
    speech.write_text(SPEECH, encoding="utf-8")
    assert workbench("import", speech).code == 0
    claim: str = workbench("claims", "--json").records[0]["id"]
    for by, note in (
        ("anabel-kowalski", "no official figure: none yet"),
        ("beatrix-moreau", "no official figure: I see none"),
    ):
        assert workbench("rate", claim, "half-true", "--by", by, "--note", note).code == 0
    assert workbench("publish", claim).code == 0
    return claim


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("drafts", [(), ("--drafts",)])
def test_no_name_goes_to_readers(published: str, workbench, tmp_path: Path, form: str, drafts: tuple[str, ...]) -> None:
    out = tmp_path / f"out.{form}"
    assert workbench("export", "--format", form, "--output", out, *drafts).code == 0
    body = out.read_bytes() if form != "docx" else _words(out)
    assert b"kowalski" not in body
    assert b"moreau" not in body
    if form in {"markdown", "html"}:
        assert b"reviewer 1" in body
        assert b"reviewer 2" in body


def test_names_are_printed_where_the_publisher_says_so(published: str, workbench, settings: Path) -> None:
    settings.write_text(f"{PUBLISHER}reviewers = true\n", encoding="utf-8")
    assert "anabel-kowalski: rated" in workbench("export", "--format", "markdown").out


@pytest.mark.parametrize("form", ["csv", "json"])
def test_the_desks_own_formats_keep_the_names(published: str, workbench, form: str) -> None:
    assert "anabel-kowalski" in workbench("export", "--format", form).out


def test_a_site_names_nobody(published: str, workbench, tmp_path: Path) -> None:
    assert workbench("site", tmp_path / "site").code == 0
    pages = [page.read_bytes() for page in (tmp_path / "site").rglob("*") if page.is_file()]
    assert any(b"reviewer 1" in page for page in pages)
    assert not any(b"kowalski" in page or b"moreau" in page for page in pages)


def _words(path: Path) -> bytes:
    from zipfile import ZipFile

    with ZipFile(path) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


def test_a_setting_that_is_no_switch_is_named(workbench, settings: Path) -> None:
    settings.write_text('[publisher]\nreviewers = "yes"\n', encoding="utf-8")
    ran = workbench("claims")
    assert ran.code == 2
    assert "reviewers" in ran.err


def test_the_exporters_that_are_for_readers_are_the_ones_tried() -> None:
    formats = Plugins(EXPORTERS)
    assert {form for form in formats if getattr(formats[form], "for_readers", True)} == {*READERS, "pdf"}
