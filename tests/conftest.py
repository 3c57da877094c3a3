"""What all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]

settings.register_profile("workbench", deadline=None)  # how long an example takes is the machine's business
settings.load_profile("workbench")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of recorded answers and labelled sets beside the checkout; tests that read it skip where it is not."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the folder of recorded answers (../shared) does not lie beside this checkout")
    return folder
