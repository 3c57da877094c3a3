"""An export as Parquet leaves memory to the system, and pandas on the disk: pyarrow's own pool and pandas hold sixty megabytes that nothing uses."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

pytest.importorskip("pyarrow", reason="pyarrow is not installed")

MADE = """
import sys
from datetime import UTC, datetime
from workbench.core.report import Report
from workbench.export.parquet import EXPORTER
from workbench.scales.installed_scales import installed_scales
body = EXPORTER.export(Report(title="t", made=datetime(2022, 1, 1, tzinfo=UTC), entries=(), snapshots={}, scale=installed_scales().scale("five-point")))
import pyarrow
print(body[:4].decode(), pyarrow.default_memory_pool().backend_name, *(name for name in sys.modules if name == "pandas"))
"""


@pytest.mark.parametrize(("wanted", "pool"), [(None, "system"), ("mimalloc", "mimalloc")])
def test_it_uses_the_systems_memory_unless_told_otherwise(wanted: str | None, pool: str):
    env = {name: value for name, value in os.environ.items() if name != "ARROW_DEFAULT_MEMORY_POOL"}
    env |= {} if wanted is None else {"ARROW_DEFAULT_MEMORY_POOL": wanted}
    ran = subprocess.run([sys.executable, "-c", MADE], env=env, capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["PAR1", pool]


def test_pandas_is_not_loaded_and_can_be_loaded_afterwards():
    pytest.importorskip("pandas", reason="pandas is not installed")
    frame = """
print(pyarrow.table({"a": [1]}).to_pandas().to_dict())
"""
    ran = subprocess.run([sys.executable, "-c", MADE + frame], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines() == ["PAR1 system", "{'a': {0: 1}}"]
