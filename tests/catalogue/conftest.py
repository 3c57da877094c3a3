"""What the tests of the catalogue share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from workbench.catalogue import Index, title_arrays
from workbench.catalogue.title_arrays import Title, TitleArrays
from workbench.ports.meaning_encoder import Encoder


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where an index is kept, in a folder that is not there yet."""
    return tmp_path / "data" / "catalogue.sqlite"


@pytest.fixture
def index(path: Path) -> Iterator[Index]:
    """Yield a fresh index: it holds the starter list."""
    with Index(path) as fresh:
        yield fresh


@pytest.fixture(autouse=True)
def _made_here(own_catalogue: None) -> None:
    """Nothing is copied here: how a catalogue is made is what these tests ask."""


@pytest.fixture(scope="session", autouse=True)
def _titles_read_once() -> Iterator[None]:
    """Has the same titles be read once: every fresh index holds the starter list, and is still made, written and opened by itself."""
    make, known = title_arrays.stock_of, dict[tuple[object, ...], tuple[TitleArrays, Encoder]]()

    def shared(source: str, titles: Iterable[Title], encoder: Encoder) -> TitleArrays:
        key = (source, *(given := tuple(titles)), id(encoder))
        if len(given) > MANY:
            return make(source, given, encoder)
        if key not in known:
            known[key] = make(source, given, encoder), encoder  # which lives on, so that no other gets its id
        return known[key][0]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(title_arrays, "stock_of", shared)
        yield


MANY = 10_000
"""Titles: more than the starter list has of any source."""
