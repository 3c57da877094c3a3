"""Every recorded answer, list and file of every service, read in place: into series or figures, or refused with a sentence."""

from __future__ import annotations

import gzip
import json
import lzma
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from sources._eurostat.send_requests import read_table
from sources._eurostat.table_of_contents import read_toc
from sources._factcheck.claimreview_feed import read_feed
from sources._files.read_file import read_file
from sources._formats.jsonstat.reader import read_jsonstat
from sources._formats.sdmx.reader import read_sdmx
from sources._worldbank.answer_reader import read_page
from workbench.core.errors import WorkbenchError, WrongAnswerError

from .any_owid import read_owid
from .any_pxweb import read_pxweb

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]  # a few of the files are large

Read = Callable[[bytes, str], object]


def by_file(body: bytes, name: str) -> object:
    """Return what a reviewer gets who names the file as figures of her own."""
    return read_file(body, name, "0" * 64)


def pages_of_the_world_bank(body: bytes, _: str) -> object:
    """Return the recording keeps the pages of one question in a list; its other files are none of the service's answers."""
    if not body.startswith(b"["):
        raise WrongAnswerError("World Bank", "a page of its API", "something else")
    return [read_page(json.dumps(page).encode()) for page in json.loads(body)]


READERS: dict[str, tuple[Read, ...]] = {
    "eurostat": (lambda body, _: read_table(body), lambda body, _: read_toc(body, "eurostat")),
    "factcheck": (read_feed,),
    "jsonstat": (lambda body, name: read_jsonstat(name, body),),
    "owid": (read_owid,),
    "pxweb": (lambda body, name: read_pxweb(name, body),),
    "sdmx": (lambda body, name: read_sdmx(name, body),),
    "worldbank": (pages_of_the_world_bank,),
}
"""The readers of a service's own formats; a body that none of them takes is tried as a file of the user's."""


def unpacked(path: Path) -> bytes:
    """Return the recorded bytes: large ones are kept packed."""
    body = path.read_bytes()
    if body[:2] == b"\x1f\x8b":
        return gzip.decompress(body)
    return lzma.decompress(body) if path.name.endswith(".json.xz") else body


def outcome(path: Path, service: str) -> str:
    body, name = unpacked(path), path.name.removesuffix(".gz")
    told = []
    for read in (*READERS.get(service, ()), by_file):
        try:
            read(body, name)
        except WorkbenchError as error:
            told.append(error)
        else:
            return "read"
    for error in told:
        assert error.message.rstrip().endswith("."), (path, error.message)
        assert error.message.isprintable(), path
        assert error.hint.isprintable(), path
    return "refused"


def test_each_of_all_the_recorded_files_is_read_or_refused_with_a_sentence(shared: Path, capsys):
    """No traceback, no silence: 789 files of 15 services."""
    folder = shared / "sources" / "recorded"
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != "manifest.csv"]
    found: dict[str, Counter[str]] = {}
    for path in files:
        service = path.relative_to(folder).parts[0]
        found.setdefault(service, Counter())[outcome(path, service)] += 1
    with capsys.disabled():
        for service, counts in found.items():
            print(f"\n{service:20} read {counts['read']:4} refused {counts['refused']:4}", end="")  # noqa: T201  (the table)
    assert len(files) >= 789
    assert sum(counts.total() for counts in found.values()) == len(files)
    for service in ("eurostat", "jsonstat", "owid", "pxweb", "sdmx", "unsdg", "worldbank", "unhcr"):
        assert found[service]["read"] > found[service]["refused"] / 2, service
