"""What goes wrong ends in sentences and an exit code: a fault of ours, the machine's, a stop, and a stderr that is gone."""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

import pytest
import typer

from workbench.cli.output import error_messages
from workbench.cli.output.error_messages import FAULT, STOPPED, report_failure
from workbench.core.errors import StoreError, UsageError
from workbench.desk import Desk


@pytest.fixture
def failing(workbench, monkeypatch: pytest.MonkeyPatch):
    """Run `claims` where the desk raises something while it lists them."""

    def run(error: BaseException):
        def raising(*_: object, **__: object) -> None:
            raise error

        monkeypatch.setattr(Desk, "claims", raising)
        return workbench("claims")

    return run


def test_a_fault_of_ours_is_two_sentences_and_a_file(failing, monkeypatch, tmp_path: Path):
    """The traceback is written down for a report, with no password in it, and is not shown."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    ran = failing(ZeroDivisionError("at postgresql://ana:secret@host/db"))
    assert ran.code == FAULT
    assert "Traceback" not in ran.err
    first, second = ran.err.splitlines()
    assert first == "The workbench failed: ZeroDivisionError. Nothing that was confirmed is lost."
    told_of = Path(re.search(r"with (\S+), which", second)[1])
    assert told_of.parent == tmp_path
    written = told_of.read_text("utf-8")
    assert "Traceback" in written
    assert "secret" not in written


def test_a_fault_on_a_full_disk_is_told_without_a_file(failing, monkeypatch):
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "NamedTemporaryFile", full)
    ran = failing(KeyError("x"))
    assert ran.code == FAULT
    assert ran.err.splitlines()[1] == (
        "Where it failed could not be written down (No space left on device); make room and try again."
    )


MACHINE = [
    (OSError(28, "No space left on device"), "No space left on device"),
    (MemoryError(), "it has no more memory"),
    (RecursionError("maximum recursion depth exceeded"), "maximum recursion depth exceeded"),
]


@pytest.mark.parametrize(("error", "why"), MACHINE)
def test_what_the_machine_stops_says_what_to_free(failing, error: Exception, why: str):
    ran = failing(error)
    assert ran.code == 2
    assert ran.err.splitlines() == [
        f"The machine stopped the work: {why}.",
        "Free some memory or disk space and try again; what was confirmed before is kept.",
    ]


@pytest.mark.parametrize("error", [KeyboardInterrupt(), EOFError()])
def test_a_stop_says_that_nothing_confirmed_is_lost(failing, error: BaseException):
    ran = failing(error)
    assert ran.code == STOPPED
    assert ran.err == "Stopped. What was confirmed before is kept; run the same command again to go on.\n"


def test_a_stop_while_a_class_is_being_made_is_a_stop(failing):
    """Python 3.11 makes a RuntimeError of it, far inside of a library that is being loaded."""
    made = RuntimeError("Error calling __set_name__")
    made.__cause__ = KeyboardInterrupt()
    ran = failing(made)
    assert (ran.code, ran.err[:8]) == (STOPPED, "Stopped.")
    assert failing(RuntimeError("of another cause")).code == FAULT


@pytest.mark.parametrize(
    ("error", "code"), [(UsageError("No.", "Yes."), 2), (StoreError("No.", "Yes."), 4), (StoreError("No.", ""), 4)]
)
def test_an_error_of_the_workbench_is_its_own_sentences_and_code(failing, error: Exception, code: int):
    ran = failing(error)
    assert ran.code == code
    assert ran.err.splitlines() == [line for line in ("No.", error.hint) if line]


@pytest.mark.parametrize(("error", "code"), [(typer.Exit(3), 3), (typer.Abort(), 1)])
def test_what_a_command_ended_with_on_purpose_is_not_talked_over(failing, error: Exception, code: int):
    ran = failing(error)
    assert (ran.code, ran.err) == (code, "")


def test_where_stderr_is_gone_the_code_is_the_same(monkeypatch):
    def gone(_: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr(error_messages, "_say", gone)
    assert report_failure(StoreError("No.", "Yes.")) == 4
    assert report_failure(KeyboardInterrupt()) == STOPPED


def test_a_reader_who_has_seen_enough_is_no_failure(failing):
    """`workbench claims | head -1`."""
    ran = failing(BrokenPipeError())
    assert (ran.code, ran.err) == (0, "")


def test_a_group_without_a_verb_shows_its_verbs_and_what_it_needs(workbench):
    ran = workbench("memory")
    assert ran.code == 2
    assert "forget" in ran.err
    assert ran.err.splitlines()[-1] == "workbench memory needs one of these commands."


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("clams",), "workbench --help lists the commands; workbench COMMAND --help explains one."),
        (("claims", "--limt", "3"), "workbench claims --help explains it."),
    ],
)
def test_a_slip_of_the_keyboard_says_where_the_verb_is_explained(workbench, words, hint: str):
    ran = workbench(*words)
    assert ran.code == 2
    assert ran.err.splitlines()[-1] == hint
    assert sys.stdout is not None
