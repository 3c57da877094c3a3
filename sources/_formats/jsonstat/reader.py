"""Read JSON-stat, versions 1 and 2, as cubes, without parsing more of it than needed.

Eurostat, PxWeb, the Irish and the Norwegian office and many others use this format (https://json-stat.org/full/). A
body is a dataset, a bundle of datasets by name (version 1), a collection of datasets or of links to them, or a single
dimension. Values stay slices of the body until a cell is requested.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from sources._cube.cube import Cell, Cube
from sources._formats.jsonstat.axes import MOST_NOTES, Axes, read_axes, read_axis, read_notes
from sources._formats.jsonstat.cells import cells_of
from sources._formats.jsonstat.value_texts import UnreadableError
from sources._text.printable_text import clean
from sources._text.time_stamps import read_day
from workbench.core.errors import WrongAnswerError

_BOM = b"\xef\xbb\xbf"
_MOST = 1000
_LARGEST_PART = 16_000_000
Parts = Mapping[str, msgspec.Raw]


@dataclass(frozen=True, slots=True)
class Dataset:
    """One dataset of a body.

    Attributes:
        name: Its name in a bundle of version 1; empty otherwise.
        cube: Its cells.
        extension: The service's additions to the format, as plain JSON; no figure is read from it.
    """

    name: str
    cube: Cube
    extension: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class JsonStatLink:
    """A dataset that a collection points to: its address and title."""

    href: str
    title: str


@dataclass(frozen=True, slots=True)
class JsonStat:
    """The datasets of a body, and for a collection also links to others."""

    datasets: tuple[Dataset, ...] = ()
    links: tuple[JsonStatLink, ...] = ()


def read_jsonstat(source: str, body: bytes) -> JsonStat:
    """Read a body of any class and version.

    Args:
        source: The service's name for readers.
        body: The bytes as archived; pointers refer to them.

    Raises:
        WrongAnswerError: It is no JSON, no JSON-stat, or inconsistent.

    >>> body = b'{"class": "dataset", "id": ["year"], "size": [2], "value": [91, 4832.50],'
    >>> body += b' "dimension": {"year": {"category": {"index": ["2020", "2021"]}}}}'
    >>> [(cell.codes, cell.text, cell.pointer) for cell in read_jsonstat("Tuvalu", body).datasets[0].cube.cells()]
    [(('2020',), '91', '/value/0'), (('2021',), '4832.50', '/value/1')]
    """
    plain = body.removeprefix(_BOM)
    try:
        top = _parts(plain)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise WrongAnswerError(source, "JSON", "something that cannot be read as JSON") from error
    try:
        found = _read(top)
    except (UnreadableError, msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise WrongAnswerError(source, "JSON-stat", "JSON whose parts do not fit together") from error
    if not found.datasets and not found.links:
        raise WrongAnswerError(source, "JSON-stat", "JSON of another shape")
    return found


def read_cube(source: str, body: bytes) -> Cube:
    """Read the first dataset of a body.

    Raises:
        WrongAnswerError: There is none.
    """
    found = read_jsonstat(source, body)
    if not found.datasets:
        raise WrongAnswerError(source, "a table in JSON-stat", "a list of tables")
    return found.datasets[0].cube


def _parts(raw: bytes | msgspec.Raw) -> dict[str, msgspec.Raw]:
    return msgspec.json.decode(raw, type=dict[str, msgspec.Raw])


def _plain(parts: Parts, key: str) -> Any:
    """Return one part of an object as plain JSON; None where it is missing.

    Python objects take many times the memory of their text, so a description larger than any office's is not parsed.
    """
    if key in parts and len(memoryview(parts[key])) > _LARGEST_PART:
        raise UnreadableError
    return msgspec.json.decode(parts[key]) if key in parts else None


def _read(top: Parts) -> JsonStat:
    match _kind(top):
        case "collection":
            return _collection(top)
        case "dimension":
            axis = read_axis("", {key: msgspec.json.decode(raw) for key, raw in top.items()})
            return JsonStat((Dataset("", Cube(title=axis.label, axes=(axis,), scan=_nothing)),))
        case "dataset":
            return JsonStat((_dataset("", top, ""),))
        case _:
            return JsonStat(tuple(_bundle(top)))


def _kind(top: Parts) -> str:
    if "dimension" in top and ("value" in top or "id" in top):
        return "dataset"
    kind = _text(top, "class")
    return kind if kind in {"collection", "dimension"} else ""


def _bundle(top: Parts) -> Iterator[Dataset]:
    """Yield the datasets of version 1; anything else among them is skipped."""
    for name, raw in list(top.items())[:_MOST]:
        if bytes(memoryview(raw)[:1]) == b"{":
            parts = _parts(raw)
            if "value" in parts and "dimension" in parts:
                yield _dataset(clean(name), parts, "/" + name.replace("~", "~0").replace("/", "~1"))


def _collection(top: Parts) -> JsonStat:
    if "link" not in top:
        raise UnreadableError
    items = _parts(top["link"]).get("item")
    rows = msgspec.json.decode(items, type=list[dict[str, msgspec.Raw]]) if items is not None else []
    datasets = [_dataset("", row, f"/link/item/{n}") for n, row in enumerate(rows[:_MOST]) if "value" in row]
    links = [JsonStatLink(_text(row, "href"), _text(row, "label")) for row in rows[:_MOST] if "href" in row]
    return JsonStat(tuple(datasets), tuple(links))


def _text(parts: Parts, *keys: str) -> str:
    """Return the first of some parts that is a text."""
    found = (text for key in keys if isinstance(one := _plain(parts, key), str) and (text := clean(one)))
    return next(found, "")


def _dataset(name: str, parts: Parts, at: str) -> Dataset:
    if "value" not in parts or "dimension" not in parts:
        raise UnreadableError
    read = read_axes(_plain(parts, "dimension"), _plain(parts, "id"), _plain(parts, "size"), _plain(parts, "role"))
    cells = cells_of(read, parts["value"], parts.get("status"), at)
    extension = _plain(parts, "extension")
    cube = Cube(
        title=_text(parts, "label", "title") or name,
        axes=read.axes,
        scan=cells.scan,
        updated=read_day(_plain(parts, "updated" if "updated" in parts else "lastUpdateDate")),
        source=_text(parts, "source"),
        unit=_one_unit(read),
        notes=_all_notes(parts, read),
        problems=cells.problems,
    )
    return Dataset(name, cube, extension if isinstance(extension, dict) else {})


def _one_unit(read: Axes) -> str:
    """Return the unit's text where all members of the axis with units share it."""
    for axis in read.axes:
        units = {member.unit for member in axis.members}
        if any(units):
            return units.pop() if len(units) == 1 else ""
    return ""


def _all_notes(parts: Parts, read: Axes) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*read_notes(_plain(parts, "note")), *read.notes)))[:MOST_NOTES]


def _nothing(only: object) -> Iterator[Cell]:
    del only  # a single dimension has no cells
    return iter(())
