"""A command line over a database of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from workbench.config import sample_folder


@pytest.fixture(scope="session")
def _desks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """Where the desks that tests share are kept, and what the work on each gave."""
    return tmp_path_factory.mktemp("desks"), {}


@pytest.fixture
def once(home: Path, _desks: tuple[Path, dict[str, Any]]) -> Callable[[str, Callable[[], Any]], Any]:
    """Fill the desk by some work the first time that a name is given, and with a copy of what came of it from then on; return what the work gave."""
    folder, given = _desks

    def fill(name: str, work: Callable[[], Any]) -> Any:
        if name in given:
            shutil.copytree(folder / name, home / "desk", dirs_exist_ok=True)
        else:
            found = work()
            shutil.copytree(home / "desk", folder / name)
            given[name] = found
        return given[name]

    return fill


@pytest.fixture
def answers() -> str:
    """Return the folder of sample answers."""
    return str(sample_folder() / "answers")


@pytest.fixture
def statements() -> Path:
    """Return the folder of sample statements."""
    return sample_folder() / "statements"
