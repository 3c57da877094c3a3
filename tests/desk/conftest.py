"""A desk of its own for every test, and the real command over it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from workbench.files.user_files import UserFiles
from workbench.readers import readers
from workbench.store import open_store

sys.path.insert(0, str(Path(__file__).parent))  # the lists that lie beside the tests


@pytest.fixture
def said(workbench, tmp_path: Path, request: pytest.FixtureRequest):
    """Return what `check` says of a text beside the table ``DATA`` of the test's file; ``ABOUT`` is what is known of the text, where it has one."""
    table, about = tmp_path / "data.csv", getattr(request.module, "ABOUT", {})
    table.write_text(request.module.DATA)

    def call(text: str, **more: str):
        record = json.dumps({"id": "a", "text": text, **about, **more})
        ran = workbench("check", "--records", "--data", table, stdin=f"{record}\n".encode())
        assert ran.code == 0, ran
        return json.loads(ran.out)

    return call


@pytest.fixture
def ports(tmp_path: Path) -> Iterator[SimpleNamespace]:
    """Yield what an import needs of a desk."""
    with open_store(tmp_path / "desk.db") as store:
        yield SimpleNamespace(worth={}, store=store, files=UserFiles(), readers=readers())
