"""How the tests are run: what each process compiles, and how a test is called."""

from __future__ import annotations

import sys
from pathlib import Path
from threading import Timer

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def shared_by_all(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Return the file of what all tests share, over temporary files of this test's own."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return request.config.pluginmanager.get_plugin(str(ROOT / "tests" / "conftest.py"))


def test_a_fresh_checkout_is_compiled_by_the_first_process_alone(shared_by_all, tmp_path: Path) -> None:
    """The others wait until it has loaded all tests; where everything was compiled before, none does."""
    done = Timer(0.2, shared_by_all.collected("run").touch)
    done.start()
    assert not shared_by_all.let_the_first_compile(tmp_path, "gw0", "run", patience=0)
    assert not shared_by_all.let_the_first_compile(tmp_path, None, "run", patience=0)
    assert shared_by_all.let_the_first_compile(tmp_path, "gw1", "run")
    assert shared_by_all.collected("run").exists()
    (tmp_path / ".hypothesis").mkdir()
    assert not shared_by_all.let_the_first_compile(tmp_path, "gw1", "another run", patience=0)


def test_nobody_waits_for_ever(shared_by_all, tmp_path: Path) -> None:
    assert shared_by_all.let_the_first_compile(tmp_path, "gw1", "run", patience=0.1)
    assert not shared_by_all.collected("run").exists()


@pytest.mark.parametrize("value", ["x" * 9_000, b"x" * 9_000])
def test_a_test_is_named_after_the_beginning_of_a_long_value(
    request: pytest.FixtureRequest, value: str | bytes
) -> None:
    assert len(request.node.name) < 400
    assert len(value) == 9_000
