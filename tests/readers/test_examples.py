"""The examples in this room's docstrings are true."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

from workbench import readers


@pytest.mark.parametrize("name", [module.name for module in pkgutil.iter_modules(readers.__path__)])
def test_examples_in_docstrings_hold(name: str):
    assert doctest.testmod(importlib.import_module(f"workbench.readers.{name}")).failed == 0
