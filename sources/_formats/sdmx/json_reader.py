"""Read SDMX-JSON data messages, versions 1.0 and 2.0, as a cube.

Some services support only SDMX-JSON, in which the position of a figure is a path of indices
(``/dataSets/0/series/0:1:0/observations/3/0``). Attributes of a data set, a group or a series apply to each of its
figures.
Standard: https://github.com/sdmx-twg/sdmx-json.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from sources._formats.sdmx.concept_roles import Message
from sources._formats.sdmx.json_structure import JsonParts, listed, parts_of
from sources._formats.sdmx.points_to_cube import SaidValues, SdmxPoint, message_of
from sources._formats.sdmx.table_structure import Structure
from sources._text.json_body import read_json
from sources._text.printable_text import clean
from workbench.core.errors import Problem, ServiceError, WrongAnswerError

_DELETE = frozenset({"delete"})


def read_sdmx_json(
    title: str, body: bytes, structure: Structure | None = None, *, places: Sequence[str] = ()
) -> Message:
    """Read a body.

    Args:
        title: The service's name for readers.
        body: The bytes.
        structure: Labels of codes, where known; the body mostly has them itself.
        places: Additional ids of the place dimension at this service.

    Raises:
        ServiceError: The service refused.
        WrongAnswerError: It is no SDMX-JSON data message.
    """
    tree = read_json(title, body)
    if not isinstance(tree, dict):
        raise WrongAnswerError(title, "an SDMX-JSON message", "JSON of another shape")
    inner, base = (tree["data"], "/data") if isinstance(tree.get("data"), dict) else (tree, "")
    said = _said_no(tree)
    if said and not inner.get("dataSets"):
        raise ServiceError(title, said)
    if not isinstance(inner.get("dataSets"), list):
        raise WrongAnswerError(title, "an SDMX-JSON message of data", f"one of {_kinds(inner)}")
    reading = _JsonReading(title, inner, base)
    points = [point for n, one in enumerate(inner["dataSets"]) for point in reading.data_set(n, one)]
    return reading.message(points, structure, places, said)


def _kinds(inner: Mapping[str, Any]) -> str:
    return clean(", ".join(str(name) for name in list(inner)[:5]), 100) or "nothing"


def _said_no(tree: Mapping[str, Any]) -> str:
    """Return the error texts of a message; empty where it has data or no errors."""
    errors = [one for one in listed(tree.get("errors")) if isinstance(one, dict | str)]
    said = [
        one if isinstance(one, str) else one.get("title") or one.get("message") or one.get("detail") for one in errors
    ]
    words = clean(" ".join(str(one) for one in said if one))
    return words or ("an error without words" if errors else "")


class _JsonReading:
    """Reads the data sets of one message."""

    def __init__(self, title: str, inner: Mapping[str, Any], base: str) -> None:
        self._title, self._base = title, base
        structures = [one for one in listed(inner.get("structures")) if isinstance(one, dict)]
        single = inner.get("structure")
        self._parts = [parts_of(title, one) for one in structures or ([single] if isinstance(single, dict) else [])]
        if not self._parts:
            raise WrongAnswerError(title, "an SDMX-JSON message with its structure", "one without")
        self._bad = self._deleted = 0
        self._said = SaidValues()

    def message(
        self, points: Sequence[SdmxPoint], structure: Structure | None, places: Sequence[str], said: str
    ) -> Message:
        """Build the message from the points; `said` has the service's error texts besides them."""
        parts = self._parts[0]
        order = [one.id for one in parts.ordered]
        labels = {one.id: one.axis for one in (*parts.ordered, *parts.attributes)}
        made = message_of(points, order, structure=structure, flow=parts.name, places=places, labels=labels)
        return made.with_problems(tuple(self._problems(said)))

    def _problems(self, said: str) -> Iterator[Problem]:
        if said:
            yield Problem(self._title, f"it said beside its figures: {said}", "They may not be all.", "service-said")
        if self._bad:
            message = f"{self._bad} observations of its answer cannot be read."
            yield Problem(self._title, message, "They were left out.", "bad-cell")
        if self._deleted:
            message = f"{self._deleted} data sets of its answer say which figures were taken back."
            yield Problem(self._title, message, "They are no figures.", "deleted")

    def data_set(self, number: int, one: Any) -> Iterator[SdmxPoint]:
        """Yield the points of a data set."""
        if not isinstance(one, dict):
            self._bad += 1
            return
        if str(one.get("action", "")).lower() in _DELETE:
            self._deleted += 1
            return
        at = one.get("structure")
        parts = self._parts[at] if isinstance(at, int) and 0 <= at < len(self._parts) else self._parts[0]
        path = f"{self._base}/dataSets/{number}"
        codes = {each.id: each.code(0) for each in parts.at_data_set if each.members}
        said = parts.said_of_data_set(one.get("attributes"))
        groups = parts.groups(one.get("dimensionGroupAttributes"))
        for series_codes, series_said, observations, where in self._series(parts, one, path):
            above = {**said, **series_said}
            for point in self._observations(parts, observations, where, {**codes, **series_codes}, above):
                if groups:
                    point.said = self._said.of(groups.of(point.codes), point.said)
                yield point

    def _series(
        self, parts: JsonParts, one: Mapping[str, Any], path: str
    ) -> Iterator[tuple[dict[str, str], dict[str, str], Any, str]]:
        """Yield the series of a data set, and its observations without a series."""
        if isinstance(one.get("observations"), dict):
            yield {}, {}, one["observations"], f"{path}/observations"
        series = one.get("series")
        for key, each in series.items() if isinstance(series, dict) else ():
            codes = parts.codes(parts.at_series, key)
            if codes is None or not isinstance(each, dict):
                self._bad += 1
                continue
            said = parts.said(parts.series_attributes, each.get("attributes"))
            yield codes, said, each.get("observations"), f"{path}/series/{key}/observations"

    def _observations(
        self, parts: JsonParts, observations: Any, path: str, codes: dict[str, str], above: dict[str, str]
    ) -> Iterator[SdmxPoint]:
        for key, cells in observations.items() if isinstance(observations, dict) else ():
            mine = parts.codes(parts.at_observation, key)
            row = cells if isinstance(cells, list) else [cells]
            if mine is None or not row:
                self._bad += 1
                continue
            at, width = parts.value_at
            pointer = f"{path}/{key}/{at}" if isinstance(cells, list) else f"{path}/{key}"
            text = _text(row[at] if at < len(row) else None)
            if text is None:
                self._bad += 1
                continue
            said = parts.said(parts.observation_attributes, row[width:])
            yield SdmxPoint({**codes, **mine}, text, pointer, self._said.of(above, said))


def _text(cell: Any) -> str | None:
    """Return the digits of a value; empty for a missing one, None for an invalid one."""
    if cell is None:
        return ""
    if isinstance(cell, bool) or not isinstance(cell, int | Decimal | str):
        return None
    return str(cell)
