"""stdout is data, stderr is talk: UTF-8 whatever the locale, safe on a terminal, and a bar where somebody watches."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable

import pytest

from workbench.cli.output import standard_streams
from workbench.core.errors import Problem
from workbench.ports import Progress


class Terminal(io.StringIO):
    """A stderr that somebody watches."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Callable[[], Terminal]:
    """Put a terminal in the place of stderr, from within the test: pytest has its own until then."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")

    def begin() -> Terminal:
        terminal = Terminal()
        monkeypatch.setattr(sys, "stderr", terminal)
        return terminal

    return begin


def test_a_bar_a_task_on_a_terminal_and_a_failure_beside_it(watch):
    """Titles of sources come from strangers: what looks like markup or an escape code is shown as it stands."""
    watched = watch()
    with standard_streams.progress(quiet=False) as tell:
        tell(Progress("Office [bold]\x1b[31m", 0, 10))
        tell(Progress("Office [bold]\x1b[31m", 5, 10))
        tell(Progress("Other", 0, 0, "failed", "It did not answer [in time]."))
    seen = watched.getvalue()
    assert "Office [bold]" in seen
    assert "\x1b[31m" not in seen
    assert "Other: It did not answer [in time]." in seen


@pytest.mark.parametrize("quiet", [True, False])
def test_without_a_terminal_or_where_quiet_is_asked_nothing_is_drawn(capsys, quiet: bool):
    with standard_streams.progress(quiet=quiet) as tell:
        tell(Progress("Office", 5, 10))
    assert capsys.readouterr() == ("", "")


def test_quiet_draws_nothing_on_a_terminal_either(watch):
    watched = watch()
    with standard_streams.progress(quiet=True) as tell:
        tell(Progress("Office", 5, 10))
    assert watched.getvalue() == ""


def test_control_characters_of_foreign_text_are_shown_and_not_sent(capsys):
    standard_streams.write("a\x1b[2Jb\nsecond\x07 line\u202e")
    standard_streams.say("c\x1b]0;title\x07d")
    standard_streams.tell_problems([Problem("office\x1b[1m", "It failed\r.", "Ask again.")])
    seen = capsys.readouterr()
    assert seen.out.count("\n") == 2
    assert seen.err.count("\n") == 2
    assert all(character.isprintable() or character == "\n" for character in seen.out + seen.err)
    assert "Ask again." in seen.err


def test_records_are_a_line_each_and_keep_every_sign(capsys):
    standard_streams.put({"text": "Скопје\n“16,000”\x1b", "n": 1})
    out = capsys.readouterr().out
    assert out.count("\n") == 1
    assert "Скопје" in out
    assert "\x1b" not in out


def test_both_streams_are_utf_8_and_a_half_sign_stops_nothing(monkeypatch):
    bodies = {name: io.BytesIO() for name in ("stdout", "stderr")}
    for name, body in bodies.items():
        monkeypatch.setattr(sys, name, io.TextIOWrapper(body, encoding="ascii"))
    standard_streams.open_streams()
    standard_streams.write("Скопје")
    standard_streams.say("\N{LATIN SMALL LETTER E WITH ACUTE}")
    sys.stdout.write("\ud800\n")
    for name in bodies:
        getattr(sys, name).flush()
    assert bodies["stdout"].getvalue() == "Скопје\n\\ud800\n".encode()
    assert bodies["stderr"].getvalue() == "é\n".encode()


@pytest.mark.parametrize("closed", ["stdin", "stdout", "stderr"])
def test_a_stream_that_was_closed_leads_nowhere(monkeypatch, closed: str):
    """`workbench claims >&-`: nothing is read, nothing is written, and nothing falls over."""
    monkeypatch.setattr(sys, closed, None)
    standard_streams.open_streams()
    stream = getattr(sys, closed)
    if closed == "stdin":
        assert stream.read() == ""
    else:
        assert stream.write("x") == 1
    stream.close()


def test_a_number_that_was_closed_is_taken_before_a_database_gets_it(tmp_path):
    """A stray line on a closed stdout must never end up in the database that was opened under its number."""
    before = os.dup(0)
    try:
        os.close(0)
        standard_streams._fill(0)
        with (tmp_path / "desk.db").open("wb") as file:
            assert file.fileno() != 0
        standard_streams._fill(0)
    finally:
        os.dup2(before, 0)
        os.close(before)


def test_bytes_come_after_what_was_written_before(capfdbinary):
    sys.stdout.write("first\n")
    standard_streams.write_bytes(b"\x00\xffsecond")
    assert capfdbinary.readouterr().out == b"first\n\x00\xffsecond"
