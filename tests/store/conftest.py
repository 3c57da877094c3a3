"""Lets the tests of this folder import the contract and the nouns that lie beside them; an S3 store of their own."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from s3_server import KEYS, FakeS3, serving


@pytest.fixture
def s3(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeS3]:
    """Yield a running store, whose keys stand in the environment."""
    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)
    with serving() as running:
        yield running
