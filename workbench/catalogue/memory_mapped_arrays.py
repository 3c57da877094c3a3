"""Store arrays in one file that is read by memory map: only the parts used are loaded.

A file is written under another name and then renamed, so that nobody reads half of one. It has a magic mark, a version,
and the offsets and checksums of its arrays. Header and small arrays, which locate the others, are checked at each
opening; in the large ones, which hold numbers of titles and their weights, a changed bit misplaces a title at worst.
"""

from __future__ import annotations

import json
import math
import mmap
import os
import zlib
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

MARK = b"WBSHELF\x01"
"""The first bytes of the file; the last of them is the version of its form."""

CHECKED = 4_000_000
"""Bytes up to which an array's sum is checked when the file is opened: some milliseconds for all of them."""

_SUM, _LENGTH, _ALIGNED, _LONGEST_HEAD = 16, 4, 64, 1_000_000


class DamagedError(Exception):
    """The file is of another kind or version, or damaged; the message says which."""


def write(path: Path, arrays: Mapping[str, Array], about: Mapping[str, Any]) -> None:
    """Write arrays with metadata, whole or not at all.

    Raises:
        OSError: The disk is full, or the folder is not writable.
    """
    half = path.with_name(f"{path.name}.half")
    try:
        with half.open("wb") as file:
            for piece in _pieces({name: np.ascontiguousarray(array) for name, array in arrays.items()}, about):
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
    except BaseException:
        half.unlink(missing_ok=True)
        raise


def _pieces(arrays: Mapping[str, Array], about: Mapping[str, Any]) -> Iterator[bytes | memoryview]:
    at, placed = 0, {}
    for name, array in arrays.items():
        placed[name] = [
            array.dtype.str,
            array.shape,
            at,
            zlib.crc32(_bytes(array) if array.size else b""),
        ]
        at += -(-array.nbytes // _ALIGNED) * _ALIGNED
    head = json.dumps({"arrays": placed, "about": about, "bytes": at}).encode()
    yield MARK + len(head).to_bytes(_LENGTH, "little") + blake2b(head, digest_size=_SUM).digest() + head
    yield bytes(-(len(MARK) + _LENGTH + _SUM + len(head)) % _ALIGNED)
    for array in arrays.values():
        yield _bytes(array)
        yield bytes(-array.nbytes % _ALIGNED)


def read(path: Path, *, whole: bool = False) -> tuple[dict[str, Array], dict[str, Any]]:
    """Map the arrays of a file, and read their metadata.

    Args:
        path: The file.
        whole: Whether to check the checksums of the large arrays too, as before writing them again.

    Raises:
        DamagedError: The file cannot be used.
        OSError: It does not exist, or may not be read.
    """
    with path.open("rb") as file:
        head, start = _head(file.read(len(MARK) + _LENGTH + _SUM + _LONGEST_HEAD))
        if os.fstat(file.fileno()).st_size != start + head["bytes"]:
            raise DamagedError("its end is missing")
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    arrays = {name: _array(mapped, start, place, whole=whole) for name, place in head["arrays"].items()}
    return arrays, head["about"]


def _head(first: bytes) -> tuple[dict[str, Any], int]:
    """Read the header of a file, and the offset of its arrays."""
    if first[: len(MARK) - 1] != MARK[:-1]:
        raise DamagedError("it is no index of titles")
    if first[: len(MARK)] != MARK:
        raise DamagedError("it was written by another version of the workbench")
    at = len(MARK) + _LENGTH
    end = at + _SUM + int.from_bytes(first[len(MARK) : at], "little")
    body = first[at + _SUM : end]
    if len(first) < end or blake2b(body, digest_size=_SUM).digest() != first[at : at + _SUM]:
        raise DamagedError("its head is damaged")
    head: dict[str, Any] = json.loads(body)
    return head, -(-end // _ALIGNED) * _ALIGNED


def _array(mapped: mmap.mmap, start: int, place: list[Any], *, whole: bool) -> Array:
    kind, shape, at, checked = place
    array = np.frombuffer(mapped, dtype=kind, count=math.prod(shape), offset=start + at)
    if (whole or array.nbytes <= CHECKED) and _sum(array) != checked:
        raise DamagedError("its sums are wrong")
    return array.reshape(shape)


def _sum(array: Array) -> int:
    return zlib.crc32(_bytes(array))


def _bytes(array: Array) -> memoryview:
    """Return an array as the bytes that it is."""
    return array.reshape(-1).view(np.uint8).data
