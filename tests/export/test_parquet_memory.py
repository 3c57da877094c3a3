"""An export as Parquet leaves memory to the system: the pool that comes with pyarrow holds ten megabytes that nothing uses."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

pytest.importorskip("pyarrow", reason="pyarrow is not installed")

MADE = """
from datetime import UTC, datetime
from workbench.core.report import Report
from workbench.export.parquet import EXPORTER
from workbench.scales.installed_scales import installed_scales
body = EXPORTER.export(Report(title="t", made=datetime(2022, 1, 1, tzinfo=UTC), entries=(), snapshots={}, scale=installed_scales().scale("five-point")))
import pyarrow
print(body[:4].decode(), pyarrow.default_memory_pool().backend_name)
"""


@pytest.mark.parametrize(("wanted", "pool"), [(None, "system"), ("mimalloc", "mimalloc")])
def test_it_uses_the_systems_memory_unless_told_otherwise(wanted: str | None, pool: str):
    env = {name: value for name, value in os.environ.items() if name != "ARROW_DEFAULT_MEMORY_POOL"}
    env |= {} if wanted is None else {"ARROW_DEFAULT_MEMORY_POOL": wanted}
    ran = subprocess.run([sys.executable, "-c", MADE], env=env, capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["PAR1", pool]
