"""What the tests of the catalogue share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.catalogue import Index


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where an index is kept, in a folder that is not there yet."""
    return tmp_path / "data" / "catalogue.sqlite"


@pytest.fixture
def index(path: Path) -> Iterator[Index]:
    """A fresh index: it holds the starter list."""
    with Index(path) as fresh:
        yield fresh


@pytest.fixture(autouse=True)
def _made_here(own_catalogue: None) -> None:
    """Nothing is copied here: how a catalogue is made is what these tests ask."""
