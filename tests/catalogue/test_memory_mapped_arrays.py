"""Arrays in a file: what was written is read, and what is not whole is not read at all."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays_of

from workbench.catalogue import memory_mapped_arrays
from workbench.catalogue.memory_mapped_arrays import DamagedError

KINDS = st.sampled_from([np.int8, np.uint8, np.int32, np.int64, np.uint64, np.float32])
SOME = {"ids": np.arange(900, dtype=np.int64), "none": np.zeros((0, 128), dtype=np.int8), "one": np.ones(1, np.float32)}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "titles.shelf"
    memory_mapped_arrays.write(made, SOME, {"rules": "мк", "sources": [["office", 3]]})
    return made


def spoilt(path: Path, at: int, by: bytes) -> None:
    body = bytearray(path.read_bytes())
    body[at : at + len(by)] = by
    path.write_bytes(body)


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.text(max_size=6), KINDS.flatmap(lambda kind: arrays_of.arrays(kind, arrays_of.array_shapes(min_side=0, max_dims=2))), max_size=4))  # fmt: skip
def test_what_was_written_is_read(tmp_path_factory: pytest.TempPathFactory, written: dict[str, np.ndarray]):
    path = tmp_path_factory.mktemp("arrays") / "some"
    memory_mapped_arrays.write(path, written, {"a": 1})
    found, about = memory_mapped_arrays.read(path)
    assert about == {"a": 1}
    assert found.keys() == written.keys()
    for name, array in written.items():
        assert found[name].dtype == array.dtype
        assert found[name].tobytes() == array.tobytes()
        assert found[name].shape == array.shape


def test_what_is_mapped_cannot_be_changed(path: Path):
    with pytest.raises(ValueError, match="read-only"):
        memory_mapped_arrays.read(path)[0]["ids"][0] = 7


@pytest.mark.parametrize("kept", [0, 5, 20, 200, -1, -64])
def test_half_a_file_is_told(path: Path, kept: int):
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(DamagedError):
        memory_mapped_arrays.read(path)


def test_a_longer_file_is_told(path: Path):
    path.write_bytes(path.read_bytes() + b"more")
    with pytest.raises(DamagedError, match="end"):
        memory_mapped_arrays.read(path)


def test_another_programs_file_is_told(path: Path):
    spoilt(path, 0, b"PK\x03\x04")
    with pytest.raises(DamagedError, match="no index"):
        memory_mapped_arrays.read(path)


def test_a_newer_version_is_told(path: Path):
    spoilt(path, len(memory_mapped_arrays.MARK) - 1, b"\x09")
    with pytest.raises(DamagedError, match="another version"):
        memory_mapped_arrays.read(path)


@pytest.mark.parametrize("at", [30, 60, 100])
def test_a_changed_head_is_told(path: Path, at: int):
    spoilt(path, at, b"\xff")
    with pytest.raises(DamagedError, match="head"):
        memory_mapped_arrays.read(path)


def test_a_changed_number_is_told(path: Path):
    spoilt(path, path.stat().st_size - 200, b"\xff\xff")
    with pytest.raises(DamagedError, match="sums"):
        memory_mapped_arrays.read(path)


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(path: Path):
    class FullError(Exception):
        pass

    class Odd:
        def __array__(self, dtype=None, copy=None):
            raise FullError

    before = path.read_bytes()
    with pytest.raises(FullError):
        memory_mapped_arrays.write(path, {"odd": Odd()}, {})
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]
