"""A command line over a database of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.config import sample_folder


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
