"""Stored answers: a folder of plain bodies and an index that says which request each one answers.

The demo, the tests and a user's own cases replay answers without the network. The index is
``answers.toml``::

    [[answer]]
    url = "https://api.worldbank.org/v2/country/MKD/indicator/SP.POP.TOTL"
    params = { format = "json", per_page = "*", page = "1" }   # exactly these; "*" is any value
    file = "worldbank/SP.POP.TOTL-MKD.json"
    origin = "World Bank, World Development Indicators"
    as_of = "2026-03-06"
    licence = "CC BY 4.0"
    # a name that repeats has a list: params = { geo = ["MK", "DE"] }
    # and where needed: status = 200, media_type = "application/json; charset=utf-8",
    # exact = true           # a "*" is a star and nothing else
    # posted = '{"query": [], "response": {"format": "json-stat2"}}'   # a POST of this JSON; "*" is a POST of anything

If two entries match a request, the later one counts, since a recorder appends.
A request without a matching entry gets status 404 with ``{"error": {"message": …}}``.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sources._web.keys_in_addresses import hide_params
from workbench.core.encoding.toml_reader import read_toml
from workbench.core.errors import MissingFileError, ReadingError

INDEX = "answers.toml"
JSON = "application/json; charset=utf-8"
NO_SAMPLE = "no stored answer"


class BadIndexError(ReadingError):
    """The index of stored answers is invalid."""

    def __init__(self, path: object, why: str) -> None:
        super().__init__(f"{path}: {why}.", "Each [[answer]] needs url, file, origin and as_of.")


@dataclass(frozen=True, slots=True)
class StoredRequest:
    """A request to the replay server: the service's own address without its query, the query, and the posted body."""

    url: str
    params: tuple[tuple[str, str], ...] = ()
    posted: bytes | None = None


@dataclass(frozen=True, slots=True)
class Stored:
    """A stored answer as sent, with a description of the sample."""

    body: bytes
    sample: str = ""
    status: int = 200
    media_type: str = JSON


Answers = Callable[[StoredRequest], Stored | None]
"""Finds the stored answer to a request."""


@dataclass(frozen=True, slots=True)
class _Entry:
    url: str
    params: tuple[tuple[str, str], ...]
    path: Path
    sample: str
    status: int
    media_type: str
    posted: str | None
    any: str

    def answers(self, asked: StoredRequest) -> bool:
        if asked.url != self.url or len(asked.params) != len(self.params) or not self._posted(asked.posted):
            return False
        return all(
            k == name and wanted in {self.any, v}
            for (k, v), (name, wanted) in zip(sorted(hide_params(asked.params)), self.params, strict=True)
        )

    def _posted(self, body: bytes | None) -> bool:
        if body is None or self.posted is None:
            return body is None and self.posted is None
        return self.posted in {self.any, canonical(body)}


class StoredAnswers:
    """The stored answers of a folder.

    Args:
        folder: The folder of the index and the bodies.

    Raises:
        ReadingError: The index is missing or invalid.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()
        index = self._folder / INDEX
        try:
            table = read_toml(index.read_text(encoding="utf-8"))
        except OSError as error:
            raise MissingFileError(index) from error
        except (ValueError, RecursionError) as error:
            raise BadIndexError(index, "it is not TOML") from error
        rows = table.get("answer", [])
        if not isinstance(rows, list):
            raise BadIndexError(index, "its answers are no list")
        self._entries = [self._entry(index, row) for row in rows]

    def __call__(self, asked: StoredRequest) -> Stored | None:
        """Find the answer to a request; None where the folder has none, or its file is missing."""
        for entry in reversed(self._entries):
            if entry.answers(asked):
                with suppress(OSError):
                    return Stored(entry.path.read_bytes(), entry.sample, entry.status, entry.media_type)
        return None

    def _entry(self, index: Path, row: dict[str, Any]) -> _Entry:
        try:
            path = (self._folder / str(row["file"])).resolve()
            sample = f"{row['origin']}, as of {row['as_of']}"
            url, params = str(row["url"]), dict(row.get("params", {}))
        except (KeyError, TypeError, ValueError) as error:
            raise BadIndexError(index, f"an answer has no {error}") from error
        if not path.is_relative_to(self._folder) or not path.is_file():
            raise BadIndexError(index, f"{row['file']} is no file of this folder")
        pairs = tuple(sorted(hide_params((str(k), str(v)) for k, given in params.items() for v in _each(given))))
        posted = canonical(str(row["posted"]).encode()) if "posted" in row else None
        return _Entry(
            url, pairs, path, sample, _status(index, row), str(row.get("media_type", JSON)), posted, _any(row)
        )


def _any(row: dict[str, Any]) -> str:
    """Return the wildcard of an entry; None for an exact one, in which stars are literal."""
    return "\0" if row.get("exact") is True else "*"


def _each(given: object) -> list[object]:
    return given if isinstance(given, list) else [given]


def _status(index: Path, row: dict[str, Any]) -> int:
    status = row.get("status", 200)
    if not isinstance(status, int) or not 200 <= status <= 599:
        raise BadIndexError(index, f"an answer has the status {status}")
    return status


def canonical(body: bytes) -> str:
    """Normalise a posted body for comparison: JSON regardless of spaces and order of names, other text unchanged.

    >>> canonical(b'{"b": 1, "a": []}')
    '{"a":[],"b":1}'
    """
    text = body.decode("utf-8", errors="replace")
    try:
        tree = json.loads(text)
    except (ValueError, RecursionError):
        return text.strip()
    return json.dumps(tree, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def no_answer(asked: StoredRequest) -> Stored:
    """Return the replay server's own 404 answer, labelled so that it is not taken for the service's."""
    body = {"error": {"message": "the sample answers do not hold this question", "question": asked.url}}
    return Stored(json.dumps(body).encode(), NO_SAMPLE, 404)
