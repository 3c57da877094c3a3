"""A second reading of recorded bodies: the plainest that each format allows, by the standard library alone.

That a reader raises nothing says nothing of its figures. Each reading here gives, for the codes of a cell, the
digits as they stand in the body; it shares no line with the readers that it is held against.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from itertools import product
from typing import Any
from xml.etree import ElementTree as ET

Cells = dict[tuple[str, ...], str]
"""The digits of each cell, by the codes of its members in the order of the axes."""

WORDS = {"1": 0, "units": 0, "thousands": 3, "millions": 6, "billions": 9}
"""Multipliers that are texts: they are factors, where a number is a power of ten."""

NO_FIGURE = frozenset({"", "nan", "null", "none", "na", "n/a", ":", ": ", "..", "...", "-", ".", "…", "–", "x", "z"})


class Written(str):
    """A number as it is written."""

    __slots__ = ()


def plain_json(body: bytes) -> Any:
    """Return JSON with its numbers as they are written."""
    return json.loads(body.decode("utf-8-sig"), parse_float=Written, parse_int=Written)


def is_figure(text: str) -> bool:
    """Return whether a cell holds plain digits."""
    try:
        return bool(text.strip()) and Decimal(text.strip()).is_finite()
    except InvalidOperation:
        return False


def line(text: object) -> str:
    """Return a code on one line without control characters."""
    return "".join(c for c in " ".join(str(text).split()) if c.isprintable())


# --- JSON-stat


def datasets(tree: Any) -> Iterator[Mapping[str, Any]]:
    """Yield the datasets of a body of any class and version."""
    if "dimension" in tree and "value" in tree:
        yield tree
    elif tree.get("class") == "collection":
        yield from (item for item in tree["link"].get("item", ()) if "value" in item)
    else:
        yield from (
            each for each in tree.values() if isinstance(each, dict) and "value" in each and "dimension" in each
        )


def members(name: str, row: Mapping[str, Any]) -> list[str]:
    """Return the codes of a dimension in order."""
    category = row.get("category", {})
    index = category.get("index")
    if isinstance(index, dict):
        return sorted(index, key=lambda code: int(index[code]))
    return list(index or category.get("label") or [name])


def jsonstat(tree: Mapping[str, Any]) -> Cells:
    """Return the cells of one dataset."""
    dimension = tree["dimension"]
    names = tree.get("id") or dimension["id"]
    codes = list(product(*(members(name, dimension[name]) for name in names)))
    values = tree["value"]
    listed = values.items() if isinstance(values, dict) else enumerate(values)
    return {
        tuple(map(line, codes[int(n)])): str(v) for n, v in listed if v is not None and str(v).lower() not in NO_FIGURE
    }


def multipliers(tree: Mapping[str, Any]) -> dict[str, int]:
    """Return the power of ten of each member that has one."""
    dimension = tree["dimension"]
    names = tree.get("id") or dimension["id"]
    units = ((dimension[name].get("category") or {}).get("unit") or {} for name in names)
    return {
        line(code): int(unit["multiplier"])
        if isinstance(unit["multiplier"], Written)
        else WORDS[unit["multiplier"].lower()]
        for each in units
        for code, unit in each.items()
        if "multiplier" in unit
    }


# --- PxWeb


_STATEMENT = re.compile(r'([A-Z][A-Z0-9-]*)(?:\[(\w+)\])?(?:\("((?:[^"])*)"\))?=((?:[^";]|"[^"]*")*);', re.DOTALL)
_TEXT = re.compile(r'"([^"]*)"')


def px(body: bytes) -> Cells:
    """Return the cells of a PC-Axis file by the members' codes, or their names where they have no codes."""
    head, _, data = body.decode(_codepage(body)).partition("DATA=")
    said: dict[tuple[str, str], list[str]] = {}
    for keyword, language, about, value in _STATEMENT.findall(head):
        if not language:
            joined = re.sub(r'"\s*\n\s*"', "", value) if keyword in {"TITLE", "NOTE", "CONTENTS"} else value
            said[keyword, about] = _TEXT.findall(joined)
    names = [*said.get(("STUB", ""), []), *said.get(("HEADING", ""), [])]
    codes = [said.get(("CODES", name)) or said["VALUES", name] for name in names]
    tokens = re.findall(r'"[^"]*"|[^\s;]+', data.partition(";")[0])
    cells = zip(product(*codes), tokens, strict=True)
    return {tuple(map(line, key)): token for key, token in cells if token[:1] != '"' and token not in NO_FIGURE}


def _codepage(body: bytes) -> str:
    found = re.search(rb'CODEPAGE="([^"]+)"', body[:4000])
    name = found[1].decode() if found else "windows-1252" if b'CHARSET="ANSI"' in body[:4000] else "utf-8"
    return "utf-8-sig" if body.startswith(b"\xef\xbb\xbf") or name.lower() == "utf-8" else name


# --- SDMX


def sdmx_json(tree: Any) -> dict[frozenset[tuple[str, str]], str]:
    """Return the figures of the first data set of an SDMX-JSON message, each by its dimensions."""
    inner = tree.get("data", tree)
    structure = (inner.get("structures") or [inner.get("structure")])[0]
    dimensions = structure["dimensions"]
    whole, parts, last = (dimensions.get(name, []) for name in ("dataSet", "series", "observation"))
    found: dict[frozenset[tuple[str, str]], str] = {}
    first = inner["dataSets"][0]
    rows = first.get("series") or {"": {"observations": first.get("observations", {})}}
    fixed = [(each["id"], _code(each["values"][0])) for each in whole]
    for key, row in rows.items():
        head = _chosen(parts, key)
        for at, seen in row.get("observations", {}).items():
            value = seen[0] if isinstance(seen, list) else seen
            if value is not None and str(value).lower() not in NO_FIGURE:
                found[frozenset((*fixed, *head, *_chosen(last, at)))] = str(value)
    return found


def _chosen(dimensions: list[Any], key: str) -> list[tuple[str, str]]:
    numbers = [int(part) for part in key.split(":")] if key else []
    return [(each["id"], _code(each["values"][n])) for each, n in zip(dimensions, numbers, strict=True)]


def _code(value: Mapping[str, Any]) -> str:
    return line(value.get("id", value.get("value", "")))


def _plain(tag: str) -> str:
    return tag.rpartition("}")[2]


def by_axes(figures: Mapping[frozenset[tuple[str, str]], str], names: list[str]) -> Cells:
    """Return figures by the members of some dimensions, in their order."""
    return {tuple(line(dict(key).get(name, "")) for name in names): value for key, value in figures.items()}


_OF_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"


def sdmx_xml(body: bytes) -> dict[frozenset[tuple[str, str]], str]:
    """Return the figures of an SDMX-ML message, each by its dimensions and attributes as they are written."""
    found: dict[frozenset[tuple[str, str]], str] = {}
    root = ET.fromstring(body)  # noqa: S314  (a recorded body)
    at = next(
        (each.attrib["dimensionAtObservation"] for each in root.iter() if "dimensionAtObservation" in each.attrib), ""
    )
    for data in (each for each in root if _plain(each.tag) == "DataSet"):
        for key, value in _observations(data, {}):
            if value.lower() not in NO_FIGURE:
                if (
                    measure := key.get(_OF_TYPE)
                ) and at not in key:  # births or deaths: the type of the element says which
                    key[at] = measure.partition(":")[2]
                found[frozenset(key.items())] = value
    return found


def _observations(node: ET.Element, over: Mapping[str, str]) -> Iterator[tuple[dict[str, str], str]]:
    here = {**over, **{_plain(name): text for name, text in node.attrib.items() if "}" not in name}}
    for child in node:
        if _plain(child.tag) in {"SeriesKey", "GroupKey"}:
            here |= {each.attrib.get("id", each.attrib.get("concept", "")): each.attrib["value"] for each in child}
    for child in node:
        match _plain(child.tag):
            case "Obs":
                yield from _observation(child, here)
            case "Series":
                yield from _observations(child, here)


def _observation(node: ET.Element, over: Mapping[str, str]) -> Iterator[tuple[dict[str, str], str]]:
    here = {**over, **node.attrib}
    value = node.attrib.get("OBS_VALUE", "")
    for child in node:
        match _plain(child.tag):
            case "ObsDimension":
                here[child.attrib.get("id", "TIME_PERIOD")] = child.attrib["value"]
            case "Time":
                here["TIME_PERIOD"] = (child.text or "").strip()
            case "ObsKey":
                here |= {each.attrib["id"]: each.attrib["value"] for each in child}
            case "ObsValue":
                value = child.attrib["value"]
    yield here, value


# --- delimited text


def rows(body: bytes) -> list[list[str]]:
    """Return the rows of a comma-separated body."""
    return list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline="")))


_POINTER = re.compile(r"csv:row=(\d+)&col=(.+?)(?:&|\Z)")


def at(pointer: str, table: list[list[str]]) -> str:
    """Return the cell that a pointer into a comma-separated body names."""
    from urllib.parse import unquote

    found = _POINTER.match(pointer)
    assert found, pointer
    column = unquote(found[2])
    row = table[int(found[1]) - 1]
    return (
        row[int(column[1:]) - 1] if column.startswith("#") else row[[name.strip() for name in table[0]].index(column)]
    )
