"""The sample files, read as a user's own would be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.core.claim import Claim
from workbench.core.document import Document
from workbench.desk.importing.document_import import read_claims, read_raw
from workbench.files.user_files import UserFiles
from workbench.readers import readers

SAMPLES = Path(__file__).resolve().parents[2] / "sample_data"


@pytest.fixture(scope="session")
def samples() -> Path:
    """Return the folder of samples."""
    return SAMPLES


@pytest.fixture(scope="session")
def statement() -> Callable[[str], tuple[Document, list[Claim]]]:
    """Read a statement, and the claims in it."""

    def read(name: str) -> tuple[Document, list[Claim]]:
        done = read_raw(readers(), UserFiles().raw(str(SAMPLES / "statements" / name)))
        assert not done.problems
        return done.document, list(read_claims(done.document).claims)

    return read
