"""A command line over a database of its own."""

from __future__ import annotations

import io
import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from workbench.cli.run import run
from workbench.config import sample_folder


@dataclass
class Ran:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str

    @property
    def records(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home: nothing of the machine's own configuration or data is read."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.setenv("WORKBENCH_DB", str(tmp_path / "desk" / "workbench.db"))
    monkeypatch.setenv("WORKBENCH_REVIEWER", "ana")
    monkeypatch.delenv("WORKBENCH_CONFIG", raising=False)
    return tmp_path


@pytest.fixture
def workbench(home: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    """Runs the command line in this process."""

    def call(*arguments: str, stdin: str | bytes = "") -> Ran:
        body = stdin if isinstance(stdin, bytes) else stdin.encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(body)))
        code = run([*map(str, arguments)])
        sys.stdout.flush()
        sys.stderr.flush()
        captured = capfd.readouterr()
        return Ran(code, captured.out, captured.err)

    return call


@pytest.fixture
def once(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[], object]], None]:
    """Fills the desk by some work the first time that a name is given, and with a copy of what came of it from then on."""

    def fill(name: str, work: Callable[[], object]) -> None:
        made = tmp_path_factory.getbasetemp() / f"desk-of-{name}"
        if made.exists():
            shutil.copytree(made, home / "desk", dirs_exist_ok=True)
        else:
            work()
            shutil.copytree(home / "desk", made)

    return fill


@pytest.fixture
def answers() -> str:
    """The folder of sample answers."""
    return str(sample_folder() / "answers")


@pytest.fixture
def statements() -> Path:
    """The folder of sample statements."""
    return sample_folder() / "statements"
