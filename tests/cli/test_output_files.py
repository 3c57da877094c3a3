"""What a command writes never takes the place of what the run reads or keeps, and of nothing else without being asked."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

ROW = "text\nUnemployment fell by 5 percent in 2020.\n"
BAD = '{"id": 1}\n{"text": "Unemployment fell by 5 percent in 2020."}\n'

OUTPUTS = {
    "export": ("export", "--format", "csv", "--output"),
    "memory": ("memory", "export", "--output"),
    "rejects": ("import", "{home}/in.jsonl", "--rejects"),
}
"""Every option that writes a file."""


@pytest.fixture
def desk(workbench, home, once):
    """Return a desk with a database, its log, an archived body, an index, a configuration, a scale, tables, samples and an input."""
    archive = home / "desk" / "archive"
    (home / "in.jsonl").write_text(BAD)
    (home / "table.csv").write_text("series,title,unit,place,time,value\na,A,percent,MKD,2020,1\n")
    (home / "scales").mkdir()
    (home / "scales" / "own.toml").write_text("")
    (home / "samples").mkdir()
    (home / "samples" / "answer.json").write_text("{}")
    (home / "config.toml").write_text(f'data = ["{home}/table.csv"]\nscales = "{home}/scales"\n')

    def work() -> None:
        workbench("import", home / "in.jsonl", "--quiet")
        workbench("catalogue", "search", "unemployment")
        (archive / "ab").mkdir()
        (archive / "ab" / ("c" * 62)).write_text("a body")

    once("saving", work)
    workbench("claims")  # notes in the archive that this database has it too
    return home


KEPT = (
    "desk/workbench.db",
    "desk/workbench.db-wal",
    "desk/workbench.db-journal",
    "desk/archive/fetches.db",
    "desk/archive/fetches.db-wal",
    f"desk/archive/ab/{'c' * 62}",
    "desk/archive/a-new-file",
    "desk/catalogue.db",
    "desk/catalogue.db-wal",
    "config.toml",
    "scales/own.toml",
    "table.csv",
    "samples/answer.json",
)


@pytest.mark.parametrize("kept", KEPT)
@pytest.mark.parametrize("output", OUTPUTS)
def test_what_the_desk_reads_or_keeps_is_never_written_over(desk, workbench, output, kept):
    command = [word.format(home=desk) for word in OUTPUTS[output]]
    before = (desk / kept).read_bytes() if (desk / kept).exists() else None
    ran = workbench("--config", desk / "config.toml", "--samples", desk / "samples", *command, desk / kept, "--force")
    assert ran.code == 2, ran
    assert "is not written over" in ran.err
    after = (desk / kept).read_bytes() if (desk / kept).exists() else None
    if not kept.endswith(("-wal", "-journal")):  # those come and go with their database
        assert after == before
    assert workbench("claims", "--json").code == 0


@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize("how", ["hard", "symbolic", "folder"])
@pytest.mark.parametrize("kept", ["desk/workbench.db", "desk/archive/fetches.db", f"desk/archive/ab/{'c' * 62}"])
def test_another_name_of_a_kept_file_is_that_file(desk, workbench, output, how, kept):
    place = desk / "other.csv"
    if how == "hard":
        os.link(desk / kept, place)
    elif how == "symbolic":
        place.symlink_to(desk / kept)
    else:
        (desk / "elsewhere").symlink_to((desk / kept).parent)
        place = desk / "elsewhere" / (desk / kept).name
    command = [word.format(home=desk) for word in OUTPUTS[output]]
    ran = workbench(*command, place, "--force")
    assert (ran.code, "is not written over" in ran.err) == (2, True), ran


@pytest.mark.parametrize("output", OUTPUTS)
def test_a_database_that_is_given_by_its_url_is_kept_too(desk, workbench, output):
    """And readers are not given the folder that it lies in."""
    by_url = ("--db", f"sqlite:///{desk}/desk/workbench.db", "--config", desk / "config.toml")
    command = [word.format(home=desk) for word in OUTPUTS[output]]
    ran = workbench(*by_url, *command, desk / "desk" / "workbench.db", "--force")
    assert (ran.code, "is not written over" in ran.err) == (2, True), ran
    ran = workbench(*by_url, "site", desk / "desk", "--url", "https://checks.example.org", "--force")
    assert (ran.code, "is not for readers" in ran.err) == (2, True), ran


@pytest.mark.parametrize(
    "command",
    [
        ("import", "{path}"), ("attach", "1", "{path}"), ("export", "--drafts", "--output", "{path}"), ("backup", "{path}"),
        ("backup", "--restore", "{path}", "--db", "new.db"), ("claims", "--db", "sqlite:///{path}"),
        ("site", "{path}", "--url", "https://checks.example.org"),
    ],
)  # fmt: skip
def test_the_home_of_a_user_who_is_not_there_is_a_sentence(desk, workbench, monkeypatch, command):
    """Nothing is made of it in the folder at hand."""
    monkeypatch.chdir(desk)
    ran = workbench(*(word.format(path="~nobody-at-all/file.md") for word in command))
    assert (ran.code in {2, 4}, "Traceback" in ran.err, "failed:" in ran.err) == (True, False, False), ran
    assert not (desk / "~nobody-at-all").exists()


def test_a_name_that_differs_in_large_letters_is_that_file_where_it_is_not_there_itself(desk, workbench):
    assert workbench("export", "--output", desk / "desk" / "WORKBENCH.DB-WAL").code == 2
    assert workbench("export", "--output", desk / "desk" / "Archive" / "fetches.db").code == 2


@pytest.mark.parametrize("read", ["in.jsonl", "."])
def test_what_is_imported_is_not_replaced_by_its_rejects(desk, workbench, read):
    ran = workbench("import", desk / read, "--rejects", desk / "in.jsonl", "--force")
    assert (ran.code, "the run reads that file" in ran.err) == (2, True), ran
    assert (desk / "in.jsonl").read_text() == BAD
    assert workbench("claims").out.count("\n") == 1, "it is refused before the work"


def test_what_comes_in_by_a_redirection_is_not_replaced_either(desk):
    with (desk / "in.jsonl").open() as stdin:
        words = ["import", "-", "--format", "jsonl", "--rejects", desk / "in.jsonl", "--force"]
        ran = subprocess.run([sys.executable, "-m", "workbench", *words], stdin=stdin, capture_output=True, check=False)
    assert ran.returncode == 2, ran
    assert (desk / "in.jsonl").read_text() == BAD


@pytest.mark.parametrize("output", OUTPUTS)
def test_a_file_that_is_there_needs_force(desk, workbench, output):
    command = [word.format(home=desk) for word in OUTPUTS[output]]
    place = desk / "report.csv"
    assert workbench(*command, place).code == 0
    place.write_text("mine")
    ran = workbench(*command, place)
    assert (ran.code, "is there already" in ran.err, "--force" in ran.err) == (2, True, True), ran
    assert place.read_text() == "mine"
    assert workbench(*command, place, "--force").code == 0
    assert place.read_text() != "mine"


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("n\n", 2), ("\n", 2)])
def test_at_a_terminal_it_is_asked(desk, answer, code):
    place = desk / "report.md"
    place.write_text("mine")
    pty = pytest.importorskip("pty")
    main, side = pty.openpty()
    words = [sys.executable, "-m", "workbench", "export", "--drafts", "--output", place]
    with subprocess.Popen(words, stdin=side, stderr=side, stdout=subprocess.PIPE) as child:
        os.close(side)
        os.write(main, answer.encode())
        asked = b""
        while child.poll() is None:
            try:
                asked += os.read(main, 1000)
            except OSError:
                break
    os.close(main)
    assert b"Replace it?" in asked
    assert child.returncode == code
    assert (place.read_text() == "mine") == (code == 2)


@pytest.mark.parametrize("output", ["export", "memory"])
@pytest.mark.parametrize("place", ["-", "/dev/stdout", "/dev/fd/1"])
def test_a_dash_is_stdout(desk, workbench, output, place):
    command = OUTPUTS[output]
    assert workbench(*command, place).out == workbench(*command[:-1]).out


def test_stdout_that_leads_to_a_file_is_only_added_to(desk):
    words = [sys.executable, "-m", "workbench", "export", "--drafts", "--output", "/dev/stdout"]
    place = desk / "log.md"
    place.write_text("before\n")
    with place.open("a") as stdout:
        assert subprocess.run(words, stdout=stdout, check=False).returncode == 0
    assert place.read_text().startswith("before\n#")


def test_dev_null_and_pipes_are_written_into(desk, workbench):
    assert workbench("export", "--drafts", "--output", "/dev/null").code == 0
    assert workbench("export", "--output", "").code == 2


@pytest.mark.parametrize("folder", ["desk", "desk/archive/ab", "", "link"])
def test_a_folder_in_which_the_desk_keeps_something_becomes_no_site(desk, workbench, folder):
    """Readers would get the database; and nothing of it is written into the archive, by whatever name it goes."""
    (desk / "link").symlink_to(desk / "desk")
    before = sorted(desk.rglob("*"))
    words = ("site", desk / folder, "--url", "https://checks.example.org", "--force")
    ran = workbench("--config", desk / "config.toml", "--samples", desk / "samples", *words)
    assert (ran.code, "is not for readers" in ran.err) == (2, True)
    assert [path for path in sorted(desk.rglob("*")) if path not in before] == []


def test_a_link_in_the_folder_of_a_site_leads_nowhere(desk, workbench):
    """Neither into the archive nor anywhere else: not while files are written, nor while they are taken away."""
    elsewhere = desk / "elsewhere"
    elsewhere.mkdir()
    words = ("site", desk / "site", "--url", "https://checks.example.org")
    assert workbench(*words).code == 0
    folders = [path.name for path in (desk / "site").iterdir() if path.is_dir()]
    for name in ("index.html", ".workbench-site.json", *folders[:1]):
        path = desk / "site" / name
        path.rename(elsewhere / f"own-{name}")
        path.symlink_to(elsewhere / name)
        ran = workbench(*words, "--force")
        assert (ran.code, "leads out of" in ran.err) == (2, True), name
        assert not (elsewhere / name).exists()
        path.unlink()
        (elsewhere / f"own-{name}").rename(path)
