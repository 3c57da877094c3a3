"""The first research on a machine offers the services' whole lists: to a person at a terminal, once, and never to a script."""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from workbench.catalogue import Index
from workbench.cli.catalogue_offer import offer_lists
from workbench.core.series import Series, SeriesRef, SourceInfo
from workbench.desk import Desk, DeskPorts
from workbench.files.user_files import UserFiles
from workbench.ports import Ask, CataloguePage, Fetch, SourceAnswer
from workbench.scales.installed_scales import installed_scales
from workbench.store import open_store
from workbench.testing import MemoryArchive, utc_now

QUESTION = "Pull them now? [y/N]"
TEXT = "Skopje, 2 December 2021\n\nThe number of blue whales in Macedonian lakes rose by 40 percent in 2021.\n"


@pytest.fixture
def shell(home: Path) -> Callable[..., str]:
    """Run the command in a process of its own at a real terminal and type an answer; return all that was written on it."""
    environment = {**os.environ, "WORKBENCH_DB": str(home / "desk" / "workbench.db"), "TERM": "dumb"}

    def run(*words: str, answer: str = "\n") -> str:
        command = [sys.executable, "-m", "workbench", *words]
        mine, its = pty.openpty()
        process = subprocess.Popen(command, env=environment, stdin=its, stdout=its, stderr=its, close_fds=True)
        os.close(its)
        os.write(mine, answer.encode())
        seen = _all_of(mine)
        process.wait(30)
        return seen

    return run


@pytest.fixture
def terminal(home: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Return the same in this process: all its streams are a real terminal."""
    from workbench.cli.entry_point import run

    monkeypatch.setenv("TERM", "dumb")

    def call(*words: str, answer: str = "\n") -> str:
        mine, its = pty.openpty()
        with ThreadPoolExecutor(1) as reading, ExitStack() as streams, monkeypatch.context() as patch:
            seen = reading.submit(_all_of, mine)
            os.write(mine, answer.encode())
            for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
                patch.setattr(sys, name, streams.enter_context(open(its, mode, encoding="utf-8", closefd=False)))
            streams.callback(os.close, its)
            run([*words])
            streams.close()
            return seen.result()

    return call


def _all_of(terminal: int) -> str:
    """Return what is written on a terminal until its other end is closed."""
    seen = b"".join(iter(lambda: _read(terminal), b""))
    os.close(terminal)
    return seen.decode(errors="replace")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # the other end is closed
        return b""


@pytest.fixture
def claim(home: Path, workbench: Callable[..., Any]) -> str:
    """Return a claim that no series measures: research asks no service."""
    statement = home / "statement.txt"
    statement.write_text(TEXT, encoding="utf-8")
    workbench("import", statement)
    return workbench("claims").out.split()[0]


def test_a_person_is_asked_once_and_a_script_never(shell, terminal, workbench, claim):
    """Quiet, JSON, offline and a pipe are not asked; a person is, and her no is remembered."""
    for words in (("--quiet", "research", claim), ("research", claim, "--json"), ("--offline", "research", claim)):
        assert QUESTION not in terminal(*words)
    piped = workbench("research", claim, stdin="\n")
    assert QUESTION not in piped.out + piped.err
    assert "`workbench catalogue update` pulls the services' whole lists." in piped.out + piped.err
    assert QUESTION in shell("research", claim)
    assert QUESTION not in terminal("research", claim)


def test_at_a_terminal_of_this_process_a_person_is_asked_too(terminal, claim):
    """So that what is not asked there is not asked because of what it says, not because of where it runs."""
    assert QUESTION in terminal("research", claim)


class Service:
    """A service with a list of two series."""

    info = SourceInfo(name="one", title="Office One", publisher="Office", licence="free", url="https://one.example")

    async def catalogue(self, fetch: Fetch) -> AsyncIterator[CataloguePage]:
        yield CataloguePage(tuple(Series(ref=SeriesRef("one", key), title=f"Whales {key}") for key in "ab"), 2, 2)

    async def observations(self, fetch: Fetch, ask: Ask) -> SourceAnswer:
        raise AssertionError(ask)


class Terminal(io.StringIO):
    """A stream that a person sits at."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Index(tmp_path / "catalogue.db") as index:
        yield Desk(
            DeskPorts(
                store=open_store(":memory:"), archive=MemoryArchive(), catalogue=index, fetch=no_network, files=UserFiles(),
                scales=installed_scales(), clock=utc_now, sources={"one": Service()},
            )
        )  # fmt: skip


async def no_network(request: object, *, fresh: bool = False) -> object:
    raise AssertionError(request)


@pytest.mark.parametrize(
    ("answer", "pulled"), [("y\n", True), ("YES\n", True), ("n\n", False), ("", False), ("yep\n", False)]
)
def test_yes_pulls_the_lists_and_anything_else_leaves_them(desk, tmp_path, monkeypatch, capsys, *, answer, pulled):
    monkeypatch.setattr(sys, "stdin", Terminal(answer))
    monkeypatch.setattr(sys, "stdout", Terminal())
    offer_lists(desk, tmp_path / "catalogue.db", quiet=False, as_json=False)
    said = capsys.readouterr().err
    assert QUESTION in said
    assert ("titles to search." in said) is pulled
    assert (desk.ports.catalogue.counts().get("one", (0, None))[0] == 2) is pulled
    assert desk.catalogue.only_starter_lists is not pulled
