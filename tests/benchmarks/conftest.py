"""Benchmarks lend each other what they are made of, and each of them is slow."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))


@pytest.hookimpl(tryfirst=True)  # before those that are slow are left out
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what stands here: a run that leaves out what is slow does not even load it."""
    for item in items:
        if item.path.parent == HERE:
            item.add_marker(pytest.mark.slow)
