"""Whatever a user gives to ``import`` and ``read``: a sentence that says what is wrong, one that says what to do, no traceback."""

from __future__ import annotations

import io
import json
import os
import random
import re
import zipfile
from pathlib import Path

import pytest

GOOD = "In 2021 the police stopped 16,000 attempts at illegal migration."
HOSTILE = (
    "16\x1b[31m000 \x07attempts\x9b2J \x1b]0;title\x07in 2021 \u202eback\u202c. "
    "Crossings in [bold]Skopje[/bold] fell by 36.5 percent."
)
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
AS_ROOT = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to this user"
)


def put(folder: Path, name: str, body: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(body.encode() if isinstance(body, str) else body)
    return path


def archive() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("speech.txt", GOOD)
    return packed.getvalue()


def noise(count: int) -> bytes:
    return random.Random(3).randbytes(count)  # noqa: S311  (the same bytes on every run)


def tells(ran, *words: str) -> None:
    """Two sentences on stderr, nothing on stdout, usage."""
    assert ran.code == 2
    assert ran.out == ""
    lines = ran.err.splitlines()
    assert len(lines) == 2, ran.err
    assert all(word in ran.err for word in words), ran.err
    assert all(line.endswith((".", "?")) for line in lines)
    assert "Traceback" not in ran.err


# --- files that cannot be read at all --------------------------------------------------------------------

UNREADABLE = {
    "missing": (None, "There is no such file", "Check the path"),
    "empty": (b"", "the file is empty", "Give a file with text"),
    "blank": (b" \n\t\r\n\x00", "the file is empty", "Give a file with text"),
    "noise": (noise(50_000), "not text", "Give a text or HTML file"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + noise(500), "this is a PDF", "Give a text"),
    "zip": (archive(), "not text", "Give a text"),
    "png": (PNG + noise(500), "not text", "Give a text"),
}


@pytest.mark.parametrize("case", UNREADABLE.values(), ids=UNREADABLE)
@pytest.mark.parametrize("verb", ["import", "read"])
def test_a_file_that_is_no_statement(workbench, tmp_path, verb, case):
    body, says, hint = case
    path = tmp_path / "speech.txt"
    if body is not None:
        path.write_bytes(body)
    ran = workbench(verb, path)
    if verb == "import":
        tells(ran, "speech.txt", says, hint)
    else:
        assert ran.code == 2
        error = json.loads(ran.out)["error"]
        assert says in error["message"]
        assert hint in error["hint"]


@pytest.mark.parametrize("name", ["claims.csv", "claims.jsonl"])
def test_an_empty_or_missing_table(workbench, tmp_path, name):
    tells(workbench("import", tmp_path / name), "There is no such file", "Check the path")
    put(tmp_path, name, b"")
    tells(workbench("import", tmp_path / name), "the file is empty", "Give a file")


def test_a_suffix_that_no_reader_knows(workbench, tmp_path):
    tells(workbench("import", put(tmp_path, "speech.zip", archive())), "no reader knows", ".txt", "--format")
    tells(workbench("import", put(tmp_path, "speech.doc", archive())), "old Word documents", "save it as .docx")


def test_a_format_that_is_not_there(workbench, tmp_path):
    ran = workbench("import", put(tmp_path, "speech.txt", GOOD), "--format", "txet")
    tells(ran, "There is no format called txet", "Did you mean text?")


@AS_ROOT
def test_a_file_that_may_not_be_opened(workbench, tmp_path):
    path = put(tmp_path, "speech.txt", GOOD)
    path.chmod(0)
    tells(workbench("import", path), "Permission is denied", "Check the path and its permissions")


def test_a_huge_text_is_refused(workbench, tmp_path):
    path = put(tmp_path, "speech.txt", GOOD)
    os.truncate(path, 200_000_000)
    tells(workbench("import", path), "200 MB is more than the 50 MB", "CSV or JSON Lines")


def test_a_huge_line_in_a_table_is_refused_alone(workbench, tmp_path):
    body = f'text,date\n{"x" * 1_000_000},2021-12-02\n"{GOOD}",2021-12-02\n'
    ran = workbench("import", put(tmp_path, "claims.csv", body), "--strict")
    assert ran.code == 1
    assert ran.out.startswith("1 document ")
    assert "line 2: The text has 1,000,000 characters" in ran.err


# --- folders ---------------------------------------------------------------------------------------------


def test_a_folder_without_files_is_told(workbench, tmp_path):
    (tmp_path / "empty" / "deeper").mkdir(parents=True)
    ran = workbench("import", tmp_path / "empty")
    assert "There is no file in it." in ran.err
    assert ran.out.startswith("0 documents")


def test_a_folder_that_links_to_itself_is_read_once(workbench, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    put(folder, "speech.txt", GOOD)
    (folder / "again").symlink_to(folder, target_is_directory=True)
    ran = workbench("import", folder)
    assert (ran.code, ran.out.split()[0]) == (0, "1")


def test_a_link_to_nothing_in_a_folder_costs_itself_alone(workbench, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    put(folder, "speech.txt", GOOD)
    (folder / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    ran = workbench("import", folder, "--strict")
    assert (ran.code, ran.out.split()[0]) == (1, "1")
    assert "gone.txt, line 0" in ran.err


def test_a_folder_is_no_document(workbench, tmp_path):
    ran = workbench("read", tmp_path)
    assert ran.code == 2
    assert "It is a folder and not a file" in json.loads(ran.out)["error"]["message"]


# --- hostile characters ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["speech.txt", "speech.html", "claims.csv", "claims.jsonl"])
def test_escapes_and_markup_never_reach_the_terminal(workbench, tmp_path, name):
    body = {
        "speech.txt": f"# {HOSTILE}\n# speaker: Ana\x1b[2J Petrova\n\n{HOSTILE}",
        "speech.html": f"<html><title>{HOSTILE}</title><body><p>{HOSTILE}</p><p>{HOSTILE}</p></body></html>",
        "claims.csv": f'text,speaker,\x1b[31mverdict\n"{HOSTILE}",Ana\x1b[2J,x\n"{HOSTILE}","a",b,c\n"{HOSTILE}"\n',
        "claims.jsonl": json.dumps({"text": HOSTILE, "speaker": HOSTILE})
        + f"\n{HOSTILE}\n"
        + '{"text": "a", "date": "\\u001b[31m"}\n',
    }[name]
    path = put(tmp_path, name, body)
    runs = [workbench("import", path), workbench("claims"), workbench("claims", "--json")]
    claim = json.loads(runs[2].out.splitlines()[0])["id"]
    runs += [workbench("show", claim), workbench("read", path)]
    for ran in runs:
        assert not RAW.search(ran.out + ran.err), ran
        assert "Traceback" not in ran.err
    assert "[bold]Skopje[/bold]" in runs[3].out


@pytest.mark.parametrize("name", ["a\x1b[31mb.txt", "a\nb.csv", "[bold]a.txt"])
def test_a_hostile_name_of_a_file_is_shown_and_not_obeyed(workbench, tmp_path, name):
    ran = workbench("import", tmp_path / name)
    tells(ran, "There is no such file")
    assert not RAW.search(ran.err)


# --- bytes that are not UTF-8 ----------------------------------------------------------------------------


def test_a_statement_in_broken_utf_8_is_read_and_told(workbench, tmp_path):
    ran = workbench(
        "read", put(tmp_path, "speech.txt", GOOD.encode() + b" In the caf\xc3\xa9 they\xff\xfe said so \xc3.")
    )
    assert ran.code == 0
    record = json.loads(ran.out)
    assert record["text"].startswith(GOOD)
    assert record["problems"]


def test_a_row_in_broken_utf_8_is_refused_alone(workbench, tmp_path):
    body = f'text,date\ncaf\xe9,2021-12-02\n"{GOOD}",2021-12-02\n'.encode("latin-1")
    ran = workbench("import", put(tmp_path, "claims.csv", body), "--strict")
    assert (ran.code, ran.out.split()[0]) == (1, "1")
    assert "line 2: The line holds bytes that are not UTF-8." in ran.err


# --- tables ----------------------------------------------------------------------------------------------


def test_a_table_of_a_header_alone_is_nothing_to_do(workbench, tmp_path):
    ran = workbench("import", put(tmp_path, "claims.csv", "text,date\n"))
    assert (ran.code, ran.out.split()[0]) == (0, "0")


def test_a_table_without_a_text_column(workbench, tmp_path):
    tells(
        workbench("import", put(tmp_path, "claims.csv", "a,b\n1,2\n")),
        "no column holds the text",
        "--map text=NAME",
        "a, b",
    )


@pytest.mark.parametrize("name", ["claims.csv", "claims.jsonl"])
def test_a_table_that_is_no_text(workbench, tmp_path, name):
    for body in (PNG + noise(20_000), archive(), b"\x00" * 5_000, b"%PDF-1.7\n" + noise(900)):
        ran = workbench("import", put(tmp_path, name, body))
        tells(ran, f"{name}: this is binary data, not text", "Give a")
        assert not RAW.search(ran.err.replace("\n", ""))


def test_headings_in_another_encoding(workbench, tmp_path):
    ran = workbench("import", put(tmp_path, "claims.csv", f"text,größe\n{GOOD},1\n".encode("latin-1")))
    tells(ran, "the line of headings holds bytes that are not UTF-8", "Save the table as CSV UTF-8")


def test_ragged_rows_and_zero_bytes(workbench, tmp_path):
    body = f'text,date\n"{GOOD}",2021-12-02,more,and more\n"{GOOD}\x00",2021-12-02\nalone\n'
    ran = workbench("import", put(tmp_path, "claims.csv", body), "--strict")
    assert (ran.code, ran.out.split()[0]) == (1, "1")
    assert "line 2: The row has 4 cells where the headings are 2." in ran.err
    assert "line 4: The row has 1 cells where the headings are 2." in ran.err


def test_json_lines_of_every_wrong_kind(workbench, tmp_path):
    lines = [
        '["a"]',
        "[" * 50_000,
        '{"text": ' * 50_000,
        "nonsense",
        '{"text": ["a"]}',
        "NaN",
        json.dumps({"text": GOOD}),
    ]
    ran = workbench(
        "import", put(tmp_path, "claims.jsonl", "\n".join(lines)), "--rejects", tmp_path / "r.csv", "--strict"
    )
    assert (ran.code, ran.out.split()[0]) == (1, "1")
    told = (tmp_path / "r.csv").read_text(encoding="utf-8-sig").splitlines()
    assert [line.split(",")[0] for line in told] == ["line", "1", "2", "3", "4", "5", "6"]


def test_without_strict_a_refused_row_is_no_failure(workbench, tmp_path):
    ran = workbench("import", put(tmp_path, "claims.csv", f'text,date\n"{GOOD}",soon\n'))
    assert (ran.code, ran.out.split()[0]) == (0, "0")
    assert "1 row was rejected" in ran.err


def test_rejects_that_cannot_be_written_lose_nothing(workbench, tmp_path):
    path = put(tmp_path, "claims.csv", f'text,date\n"{GOOD}",2021-12-02\n,\nx,soon\n')
    ran = workbench("import", path, "--rejects", tmp_path / "nowhere" / "r.csv")
    assert ran.code == 2
    assert "r.csv cannot be written: there is no such file or folder." in ran.err
    assert "Traceback" not in ran.err
    assert len(workbench("claims", "--json").out.splitlines()) == 1
