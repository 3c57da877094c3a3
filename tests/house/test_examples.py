"""The examples in docstrings are true, in every room, and no rule of reading is without one."""

from __future__ import annotations

import doctest
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def _told() -> Iterator[str]:
    """Every module that holds an example, by its dotted name."""
    for folder in ("workbench", "sources"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            if ">>> " in file.read_text(encoding="utf-8"):
                yield ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


MODULES = tuple(_told())


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_hold(name: str) -> None:
    tried = doctest.testmod(importlib.import_module(name))
    assert tried.attempted > 0
    assert tried.failed == 0


@pytest.mark.parametrize("room", ["extract", "match", "compare", "core", "readers", "store", "export"])
def test_a_room_has_examples_that_run(room: str) -> None:
    assert any(name.startswith(f"workbench.{room}.") for name in MODULES)
