"""Streams that end early, are closed, full or no terminal; Ctrl-C; records of every odd kind. All by the real command."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SPEECH = "# date: 2021-12-02\n# place: MKD\n\nIn 2021 there were 16,000 attempts, 36.5 percent fewer than in 2020.\n"
RECORD = {"id": "a", "text": "In 2020, 5,000 people came, a rise of 5 percent on 2019.", "date": "2021-12-02"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Return one desk for all: these tests look at it, and at what a command that is stopped leaves of it."""
    return tmp_path_factory.mktemp("desk")


@pytest.fixture(scope="module")
def environment(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("WORKBENCH", "XDG", "COV"))}
    return {**kept, "HOME": str(folder), "WORKBENCH_DB": str(folder / "desk.db"), "WORKBENCH_REVIEWER": "ana"}


@pytest.fixture(scope="module")
def shell(environment, folder: Path):
    """Run a line of shell in which $W is the program."""

    def run(line: str, **more: str) -> subprocess.CompletedProcess[str]:
        command = f'W="{sys.executable} -m workbench"; {line}'
        return subprocess.run(
            ["bash", "-c", command], capture_output=True, text=True, cwd=folder, env=environment | more,
            stdin=subprocess.DEVNULL, timeout=60, check=False,
        )  # fmt: skip

    return run


@pytest.fixture(scope="module")
def desk(shell, folder: Path):
    """Return a speech, and more to work on than a command gets done before it is stopped."""
    (folder / "speech.txt").write_text(SPEECH, encoding="utf-8")
    (folder / "records.jsonl").write_text(f"{json.dumps(RECORD)}\n" * 3_000, encoding="utf-8")
    (folder / "many.jsonl").write_text(f"{json.dumps(RECORD)}\n" * 60_000, encoding="utf-8")
    with (folder / "claims.csv").open("w", encoding="utf-8") as file:
        file.write("text,date\n")
        rows = (
            f'"In 2021 there were {i:,} crossings, 5 percent fewer than in 2020.",2021-12-02\n' for i in range(20_000)
        )
        file.writelines(rows)
    assert shell("$W import speech.txt").returncode == 0
    return shell


@pytest.fixture(scope="module")
def claim(desk) -> str:
    return json.loads(desk("$W claims --json").stdout.splitlines()[0])["id"]


@pytest.mark.parametrize(
    "verb", ["claims --json", "export --format json", "sources", "extract --records records.jsonl", "sentences --records --jobs 2 records.jsonl"]
)  # fmt: skip
def test_a_reader_who_has_seen_enough_is_no_error(desk, verb: str):
    ran = desk(f"set -o pipefail; $W {verb} | head -c 1")
    assert (ran.returncode, ran.stderr) == (0, "")


def test_closed_streams_are_as_good_as_none(desk):
    for line, code in (
        ("$W export --drafts >&-", 0),
        ("$W extract --records <&- >&-", 0),
        ("$W show nosuch 2>&-", 2),
        ("$W show nosuch 2>/dev/full", 2),
        ("$W claims >/dev/full", 2),
    ):
        ran = desk(line)
        assert ran.returncode == code, (line, ran.stderr)
        assert "Traceback" not in ran.stderr
        assert "Exception ignored" not in ran.stderr
        assert "fault" not in ran.stderr


def test_screens_without_a_terminal_say_so_and_end(desk):
    for line in ("$W", "$W tui <&-", "$W demo"):
        ran = desk(line)
        assert ran.returncode == 2
        assert "need a terminal" in ran.stderr
        assert "\x1b" not in ran.stdout + ran.stderr


def test_the_locale_and_the_terminal_change_nothing(desk, workbench, environment, claim):
    usual = workbench("--db", environment["WORKBENCH_DB"], "show", claim).out
    assert "“" in usual
    for odd in (
        {"HOME": "", "LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "COLUMNS": "20"},
        {"PYTHONIOENCODING": "ascii", "TERM": "dumb", "NO_COLOR": "1"},
    ):
        assert desk(f"$W show {claim}", **odd).stdout == usual


# --- Ctrl-C ------------------------------------------------------------------------------------------------


def _as_at_a_terminal() -> None:
    """Whoever runs the tests in the background has Ctrl-C switched off for what they start."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def stopped(
    environment: dict[str, str], folder: Path, words: list[str], after: float
) -> subprocess.CompletedProcess[str]:
    """Return a command that gets Ctrl-C, with all its processes, as a terminal sends it."""
    process = subprocess.Popen(
        [sys.executable, "-m", "workbench", *words], cwd=folder, env=environment, start_new_session=True, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, preexec_fn=_as_at_a_terminal,  # noqa: PLW1509  (one signal is set, no lock is taken)
    )  # fmt: skip
    time.sleep(after)
    assert process.poll() is None, process.stderr.read()
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)  # two seconds on a machine at rest
    return subprocess.CompletedProcess(words, process.returncode, "", err)


SLOWLY = pytest.mark.slow


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="the system has no groups of processes")
@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["import", "claims.csv", "--jobs", "1"], marks=SLOWLY),
        ["import", "claims.csv", "--jobs", "2"],
        pytest.param(["extract", "--records"], marks=SLOWLY),
        ["extract", "--records", "--jobs", "2", "many.jsonl"],
        ["research", "{claim}", "--data", "{slow}"],
    ],
)
def test_ctrl_c_ends_a_command_at_once_and_leaves_no_process(workbench, environment, folder, claim, slow, words):  # noqa: PLR0917
    (folder / "config.toml").write_text(f'allow = ["{slow}"]\n')
    words = [word.format(claim=claim, slow=f"http://{slow}/own.csv") for word in words]
    ran = stopped({**environment, "WORKBENCH_CONFIG": str(folder / "config.toml")}, folder, words, 1.5)
    assert ran.returncode in {130, -signal.SIGINT}  # a shell tells 130 of both
    assert ran.stderr.splitlines()[-1].startswith("Stopped. What was confirmed before is kept")
    assert "Traceback" not in ran.stderr
    assert "All is well." in workbench("--db", environment["WORKBENCH_DB"], "doctor").out


DROPPED = """
import os, signal, threading, time, weakref
from workbench.cli import entry_point

class Anything: pass

def _work(arguments):
    one = Anything()
    kept = {where}
    del one
    {and_then}

entry_point._invoke = _work
entry_point.main([])
"""
PRESS = "os.kill(os.getpid(), signal.SIGINT)"


@pytest.mark.parametrize(
    "where",
    [
        pytest.param(f"weakref.ref(one, lambda _: [{PRESS}, time.sleep(1)])", id="callback"),
        pytest.param(f"setattr(Anything, '__del__', lambda _: [{PRESS}, time.sleep(1)])", id="finaliser"),
    ],
)
@pytest.mark.parametrize("and_then", ["time.sleep(50)", "threading.Event().wait(50)"], ids=["asleep", "waiting"])
def test_ctrl_c_while_python_can_raise_nothing_is_heard_a_moment_later(environment, where: str, and_then: str):
    """In the callback of a weak reference and in a finaliser, as there are many while a library is loaded."""
    ran = subprocess.run(
        [sys.executable, "-c", DROPPED.format(where=where, and_then=and_then)], check=False, env=environment, text=True,
        capture_output=True, timeout=40, preexec_fn=_as_at_a_terminal,
    )  # fmt: skip
    assert ran.returncode == 130
    assert ran.stderr == "Stopped. What was confirmed before is kept; run the same command again to go on.\n"


@pytest.fixture
def slow():
    """Yield a server that takes a question and never answers."""
    import socket

    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"127.0.0.1:{server.getsockname()[1]}"


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are listed in /proc")
@pytest.mark.parametrize(
    "words",
    [pytest.param(["import", "claims.csv"], marks=SLOWLY), ["extract", "--records", "--jobs", "2", "many.jsonl"]],
)
@pytest.mark.usefixtures("desk")
def test_helping_processes_do_not_outlive_a_command_that_is_killed(environment, folder, words):
    process = subprocess.Popen(
        [sys.executable, "-m", "workbench", *words], cwd=folder, env=environment, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    until = time.monotonic() + 60
    while len(_session(process.pid)) < 4 and time.monotonic() < until:  # itself, two that help, and their keeper
        time.sleep(0.1)
    process.kill()
    process.wait()
    until = time.monotonic() + 30
    while _session(process.pid) and time.monotonic() < until:
        time.sleep(0.1)
    assert _session(process.pid) == []


def _session(leader: int) -> list[int]:
    """Return the living processes that a command started, itself among them."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == leader and fields[0] != "Z":
            found.append(int(folder.name))
    return found


# --- records of every kind ---------------------------------------------------------------------------------

SAID = "Last year, in the first nine months, asylum applications fell by 40 percent from 151 to 91. “It fell by 5%”, he said."
ODD = [
    *({"text": SAID, "date": day} for day in ("0001-01-01", "9999-12-31", "9999-01-01", "2021-12-02", "")),
    *({"text": f"Crime fell by 5 percent {when}.", "date": day} for day in ("0001-01-01", "9999-12-31")
      for when in ("today", "yesterday", "tomorrow", "last week", "next month", "this decade", "in the past 9,000 years")),
    {"text": "In 9999 there were 7 people; on 31 December 9999, 5 cases; in 1 AD 3; in the 100th century 4; in year 0, 1."},
    *({"text": SAID, "place": place} for place in ("XXX", "\ud800", "", "x" * 9_999, "\x00", "-")),
    *({"text": SAID, "speaker": who} for who in ("\ud800", "\x1b[31m", "x" * 99_999, "[bold]", "")),
    *({"text": SAID, "language": tongue} for tongue in ("xx", "\ud800", "x" * 999_999, "../x", "\x00", "mk", "")),
    *({"text": SAID, "id": key} for key in ("\ud800", "", "\x00", "x" * 99_999, "twice", "twice")),
    *({"text": text} for text in (
        "", "\x00", " \n" * 999, "\ud800", "a\ud83d 5 percent", "\u0301" * 9_999, "\u202e5 percent\u2066", "٥٠٠ people",
        "שלום 5 אחוז בשנת 2020.", "9" * 999_990 + " people", "0." + "0" * 99_999 + "1 percent", "1e999999999 people",
        "5 percent of 0, 1 in 0, 5/0, 0 out of 0 people", "fell from 0 to 5, doubled from 0, 0 percent of 0",
        "5 million billion trillion " * 99, "-" * 99_999, "(" * 9_999, "“" * 9_999, "in 2021, " * 999,
        "over the past 99999999999 years 5 people", "in the first 0 months of 2021 5 people",
    )),
]  # fmt: skip


@pytest.mark.parametrize(
    "verb", ["sentences", "extract", "match --catalogue {titles}", "known --against {known}", "check --data {data}"]
)
def test_no_record_is_too_odd(workbench, tmp_path: Path, verb: str):
    (tmp_path / "titles.csv").write_text("source,id,title\nset,a,Asylum applications\n")
    (tmp_path / "known.jsonl").write_text('{"id": "1", "text": "Asylum applications fell by 40 percent in 2021"}\n')
    (tmp_path / "data.csv").write_text(
        "series,title,unit,place,time,value\na,Asylum applications,applications,MKD,2020,151\n"
        "a,Asylum applications,applications,MKD,2021,91\n"
    )
    lines = [json.dumps({"id": str(number), **record}) for number, record in enumerate(ODD)]
    words = verb.format(
        titles=tmp_path / "titles.csv", known=tmp_path / "known.jsonl", data=tmp_path / "data.csv"
    ).split()
    ran = workbench(*words, "--records", stdin="\n".join(lines) + "\n")
    assert ran.code == 0, ran.err
    assert len(ran.records) == len(ODD)
    assert all(letter.isprintable() or letter in "\n\xa0" for letter in set(ran.out)) or _harmless(ran.out)
    assert [answer["id"] for answer in ran.records] == [json.loads(line)["id"] for line in lines]
    assert [answer for answer in ran.records if "error" in answer] == []


def _harmless(text: str) -> bool:
    """Letters that do not print, such as a joiner, may stand; what steers a terminal may not."""
    raw = {
        *map(chr, range(32)),
        *map(chr, range(0x7F, 0xA0)),
        *"\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    }
    return not (set(text) - {"\n"}) & raw


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_line_of_forty_megabytes_and_one_of_fifty_without_an_end(workbench, jobs: str):
    long = b'{"id": "b", "text": "' + b"x" * 40_000_000 + b'"}\n'
    endless = b"[" * 50_000_000
    ran = workbench(
        "sentences", "--records", "--jobs", jobs, stdin=long + json.dumps(RECORD).encode() + b"\n" + endless
    )
    first, second, third = ran.records
    assert "longer than" in first["error"]["message"]
    assert second["id"] == "a"
    assert third == {"line": 3, "error": third["error"]}
    assert ran.code == 0


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.skipif(not Path("/proc").is_dir(), reason="memory is read in /proc")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_memory_stays_flat_over_a_gigabyte(environment, tmp_path, jobs: str):
    """A thousand megabytes of short-sentenced records: the program is as large at the end as at the beginning."""
    record = {"id": "a", "text": "In 2020, 5,000 people came, " + "who had nowhere to go and nothing to eat, " * 1_500}
    line = (json.dumps(record) + "\n").encode()
    process = subprocess.Popen(
        [sys.executable, "-m", "workbench", "sentences", "--records", "--jobs", jobs], env=environment, cwd=tmp_path,
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    sizes = []
    for number in range(1_000_000_000 // len(line)):
        process.stdin.write(line)
        if number % 500 == 499:
            sizes.append(int(Path(f"/proc/{process.pid}/statm").read_text().split()[1]) * 4096)
    process.stdin.close()
    assert process.wait(300) == 0
    assert max(sizes) < 300_000_000
    assert max(sizes[len(sizes) // 2 :]) < 1.3 * max(sizes[: len(sizes) // 2])


@pytest.mark.parametrize(
    "verb", ["sentences", "extract", "match --catalogue {titles}", "known --against {known}", "check --data {data}"]
)
def test_a_text_of_three_megabytes_holds_up_nobody(workbench, tmp_path: Path, verb: str):
    """It is split into sentences in a moment; what reads claims in it says so in its place, and goes on."""
    (tmp_path / "titles.csv").write_text("source,id,title\nset,a,Asylum applications\n")
    (tmp_path / "known.jsonl").write_text('{"id": "1", "text": "Asylum applications fell by 40 percent in 2021"}\n')
    (tmp_path / "data.csv").write_text(
        "series,title,unit,place,time,value\na,Asylum applications,applications,MKD,2021,91\n"
    )
    long = {"id": "b", "text": (RECORD["text"] + " ") * (3_000_000 // len(RECORD["text"]))}
    words = verb.format(titles=tmp_path / "titles.csv", known=tmp_path / "known.jsonl", data=tmp_path / "data.csv")
    ran = workbench(*words.split(), "--records", stdin="\n".join(map(json.dumps, (RECORD, long, RECORD))) + "\n")
    first, second, third = ran.records
    assert first == third
    assert "error" not in first
    if verb == "sentences":
        assert len(second["sentences"]) > 10_000
    else:
        assert "more than the 1,000,000 that are read of one record" in second["error"]["message"]
        assert second["error"]["hint"]
