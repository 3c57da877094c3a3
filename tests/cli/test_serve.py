"""The screens in a browser: on this machine, behind a token, with the same keys."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from workbench.cli import serve
from workbench.cli.serving import access_token
from workbench.config import sample_folder

from . import browser

needs_extra = pytest.mark.skipif(find_spec("textual_serve") is None, reason="the extra `web` is not installed")
needs_browser = pytest.mark.skipif(browser.CHROMIUM is None, reason="there is no Chromium on this machine")

TOKEN = "tests-0123456789_abc"


@contextmanager
def served(home: Path, *words: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Yield a server of its own process; gives its address."""
    command = [sys.executable, "-m", "workbench", *words, "serve", "--port", "0"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ | {"WORKBENCH_TOKEN": TOKEN}
    ) as process:
        try:
            yield process.stdout.readline().strip(), process
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(30)


def status(address: str) -> int:
    try:
        with urlopen(address, timeout=10) as answer:  # noqa: S310  (our own server)
            return answer.status
    except HTTPError as error:
        return error.code


@needs_extra
def test_nothing_is_shown_without_the_token(home: Path) -> None:
    with served(home, "--offline") as (address, process):
        assert address.startswith("http://127.0.0.1:")
        assert address.endswith(f"/{TOKEN}/")
        root = address.removesuffix(f"{TOKEN}/")
        paths = (
            "",
            "ws",
            "static/js/textual.js",
            f"{TOKEN[:-1]}/",
            f"{TOKEN}x/",
            f"?token={TOKEN}",
            f"x/{TOKEN}/",
            "%00/",
        )
        assert {path: status(root + path) for path in paths} == dict.fromkeys(paths, 403)
        assert status(address) == status(f"{address}static/js/textual.js") == 200
        assert status(f"{address}static/../../server.py") in {403, 404}
    assert process.returncode == 0


@needs_extra
def test_a_new_token_is_made_at_each_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WORKBENCH_TOKEN", raising=False)
    tokens = {access_token.access_token() for _ in range(50)}
    assert len(tokens) == 50
    assert min(map(len, tokens)) >= 32


@needs_extra
@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "example.org"])
def test_an_address_that_others_reach_is_refused_unless_it_is_meant(workbench, host: str) -> None:
    ran = workbench("serve", "--host", host)
    assert ran.code == 2
    assert "is reached from other machines" in ran.err
    assert "add --open" in ran.err


@needs_extra
def test_where_it_is_meant_a_warning_says_what_it_means(workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    from workbench.cli.serving import browser_server

    monkeypatch.setattr(browser_server, "run_server", lambda *_: None)
    ran = workbench("serve", "--host", "0.0.0.0", "--open")
    assert ran.code == 0
    assert "! Whoever gets the address works here as ana, on the way it is not encrypted." in ran.err


@needs_extra
@pytest.mark.parametrize("token", ["short", "with/slashes-in-the-token", "ж" * 20])
def test_a_token_that_will_not_do_is_refused(workbench, monkeypatch: pytest.MonkeyPatch, token: str) -> None:
    monkeypatch.setenv("WORKBENCH_TOKEN", token)
    ran = workbench("serve")
    assert ran.code == 2
    assert token not in ran.err


@needs_extra
def test_a_server_that_a_script_started_behind_it_ends_as_soon_as_it_is_told_to() -> None:
    """What a shell runs in the background is deaf to Ctrl-C until it says that it listens: nothing may come before that."""
    command = [sys.executable, "-m", "workbench", "--offline", "serve", "--port", "0"]
    deaf = f"import os, signal; signal.signal(signal.SIGINT, signal.SIG_IGN); os.execv({sys.executable!r}, {command!r})"
    with subprocess.Popen(
        [sys.executable, "-c", deaf], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout.readline().startswith("http://")
            process.send_signal(signal.SIGINT)
            assert process.wait(60) == 0
        finally:
            process.kill()


@needs_extra
def test_a_port_that_is_taken_is_told(home: Path, workbench) -> None:
    with served(home, "--offline") as (address, _):
        ran = workbench("serve", "--port", address.split(":")[2].split("/")[0])
        assert ran.code == 2
        assert "Nothing can be served on 127.0.0.1" in ran.err
        assert "0 is a free one" in ran.err


def test_without_the_extra_it_says_what_to_install(workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "find_spec", lambda _: None)
    ran = workbench("serve")
    assert ran.code == 2
    assert "pip install 'claim-workbench[web]'" in ran.err


def test_a_password_of_the_database_is_on_no_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    from workbench.cli.options.global_options import GlobalOptions

    monkeypatch.setenv("WORKBENCH_DB", "")
    address = "postgresql://ana:secret@localhost/desk"
    command = serve._screens(GlobalOptions(db=address, samples=Path("a b"), offline=True))
    assert "secret" not in command
    assert os.environ["WORKBENCH_DB"] == address
    assert command.endswith("-m workbench --samples 'a b' --offline tui")


@needs_extra
@needs_browser
@pytest.mark.timeout(240)
async def test_open_edit_rate_and_export_in_a_browser(home: Path, workbench, statements: Path, tmp_path: Path) -> None:
    workbench("import", statements)
    out = tmp_path / "claim.json"
    with served(home, "--samples", str(sample_folder() / "answers")) as (address, process):
        async with browser.Browser(tmp_path / "profile") as page:
            await page.open(address)
            await page.press("Enter", then="No official figure")
            await page.press("E", then="Put right, as in")
            await page.write("period 2020")
            await page.press("Enter", then="Put right: period 2020")
            await page.press("5", then="Rated “False”")
            await page.press("x", then="Write to:")
            for _ in range(60):
                await page.ask("Input.dispatchKeyEvent", type="keyDown", key="Backspace", windowsVirtualKeyCode=8)
            await page.write(str(out))
            await page.press("Enter", then="1 claim written to")
            elsewhere = [url for url in page.asked if not url.startswith((address, "data:", "about:"))]
            await asyncio.to_thread((tmp_path / "page.png").write_bytes, await page.picture())
        assert elsewhere == []
    assert process.returncode == 0
    [claim] = json.loads(out.read_text(encoding="utf-8"))["claims"]
    assert "2020" in json.dumps(claim["claim"]["period"])
    rated = [row for row in workbench("claims", "--json").records if row["stage"] == "draft"]
    assert len(rated) == 1
