"""Record live answers in a folder, from which they can be replayed without the network.

A case for a talk, a lesson or a dispute must give the same figures next year. ``--record FOLDER`` stores the services'
answers, ``--samples FOLDER`` replays them, both in the format of `sources._web.stored_answers`. Recordings have no keys:
requests that reach this module have none, and those in a user's own address are hidden.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Callable
from pathlib import Path

from sources._web.addresses import full_url, replay_url
from sources._web.keys_in_addresses import without_keys
from sources._web.replay import read_asked
from sources._web.stored_answers import INDEX, StoredAnswers, StoredRequest
from workbench.core.errors import WritingError
from workbench.core.evidence import Snapshot
from workbench.ports import Answer, Fetch, Request

_SUFFIXES = {"json": ".json", "csv": ".csv", "xml": ".xml", "html": ".html", "spreadsheet": ".xlsx", "text/": ".txt"}
_DELETE = str.maketrans({"\x7f": "\\u007f"})


class Recording:
    """A fetch function that also stores live answers in a folder.

    Args:
        fetch: The function that fetches.
        folder: The folder for answers; created if missing, extended if present.
        origin: Returns a source's title and licence, given its name.

    Raises:
        BadIndexError: The folder has an invalid index.
        WritingError: The folder cannot be written.
    """

    def __init__(self, fetch: Fetch, folder: Path, origin: Callable[[str], tuple[str, str]]) -> None:
        self._fetch, self._folder, self._origin = fetch, folder, origin
        self._known: set[str] = set()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise WritingError(folder, _why(error)) from error
        if (folder / INDEX).exists():
            StoredAnswers(folder)  # an invalid index must not be extended

    async def __call__(self, request: Request, *, fresh: bool = False) -> Answer:
        """Fetch and store an answer. Samples and the user's own files are not stored, since they are local already."""
        answer = await self._fetch(request, fresh=fresh)
        if not answer.snapshot.sample and not request.url.startswith("file:"):
            self._keep(request, answer)
        return answer

    def _keep(self, request: Request, answer: Answer) -> None:
        entry = self._entry(request, answer.snapshot)
        if entry in self._known:
            return
        try:
            _write(self._folder / _name(answer.snapshot), answer.body)
            with (self._folder / INDEX).open("ab", buffering=0) as index:
                index.write(entry.encode())  # in one write, so that two commands may record into one folder
        except OSError as error:
            raise WritingError(self._folder, _why(error)) from error
        self._known.add(entry)

    def _entry(self, request: Request, snapshot: Snapshot) -> str:
        """Return the answer's entry in the index."""
        asked = read_asked(replay_url("", without_keys(full_url(request))))
        title, licence = self._origin(request.source)
        rows = {
            "url": _text(asked.url),
            "params": _params(asked),
            "posted": _text(request.body.decode("utf-8", errors="replace")) if request.method == "POST" else "",
            "file": _text(_name(snapshot)),
            "origin": _text(title),
            "exact": "true",
            "as_of": _text(snapshot.fetched.date().isoformat()),
            "licence": _text(licence) if licence else "",
            "status": str(snapshot.status) if snapshot.status != 200 else "",
            "media_type": _text(snapshot.header("content-type") or snapshot.media_type),
        }
        return "\n[[answer]]\n" + "".join(f"{name} = {value}\n" for name, value in rows.items() if value)


def _params(asked: StoredRequest) -> str:
    """Return the query as an inline table; a name that repeats has a list.

    >>> _params(StoredRequest("https://x", (("geo", "MK"), ("geo", "DE"), ("format", "JSON"))))
    '{ "geo" = ["MK", "DE"], "format" = "JSON" }'
    """
    values: dict[str, list[str]] = {}
    for name, value in asked.params:
        values.setdefault(name, []).append(_text(value))
    cells = (
        f"{_text(name)} = {all_[0] if len(all_) == 1 else '[' + ', '.join(all_) + ']'}" for name, all_ in values.items()
    )
    return f"{{ {', '.join(cells)} }}" if values else ""


def _text(text: str) -> str:
    r"""Encode any text as a TOML string.

    >>> _text('a "b"\x1b\x7f')
    '"a \\"b\\"\\u001b\\u007f"'
    """
    whole = text.encode("utf-8", errors="replace").decode()
    return json.dumps(whole, ensure_ascii=False).translate(_DELETE)


def _name(snapshot: Snapshot) -> str:
    """Return the file name of a body: source and hash, with the suffix of its format."""
    source = re.sub(r"[^a-z0-9-]+", "-", snapshot.source.lower()).strip("-") or "answers"
    suffix = next((ending for key, ending in _SUFFIXES.items() if key in snapshot.media_type), ".bin")
    return f"{source}/{snapshot.id[:20]}{suffix}"


def _write(path: Path, body: bytes) -> None:
    """Write a body whole or not at all; an existing file has the same body."""
    if path.is_file() and path.stat().st_size == len(body):
        return
    path.parent.mkdir(exist_ok=True)
    new = path.with_name(f".{path.name}-{secrets.token_hex(4)}")
    try:
        new.write_bytes(body)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def _why(error: OSError) -> str:
    return (error.strerror or "unknown reason").lower()
