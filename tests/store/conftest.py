"""Lets the tests of this folder import the contract and the nouns that lie beside them; an S3 store of their own."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from s3_server import KEYS, FakeS3, serving


@pytest.fixture(scope="session")
def _protocol_read_once() -> Iterator[None]:
    """Has all clients of a session share what botocore reads of S3's protocol: each would parse megabytes of JSON."""
    from botocore.loaders import JSONFileLoader

    with pytest.MonkeyPatch.context() as patch:
        read = cache(JSONFileLoader().load_file)
        patch.setattr(JSONFileLoader, "load_file", lambda _, path: read(path))
        yield


@pytest.fixture
def s3(monkeypatch: pytest.MonkeyPatch, _protocol_read_once: None) -> Iterator[FakeS3]:
    """Yield a running store, whose keys stand in the environment."""
    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)
    with serving() as running:
        yield running
