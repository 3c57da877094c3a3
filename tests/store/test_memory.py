"""A database in memory does what every store does, from several threads too."""

from __future__ import annotations

import pytest
from contract import StoreContract

from workbench.store import open_store
from workbench.store.repository import SqlStore


class TestMemory(StoreContract):
    @pytest.fixture
    def store(self) -> SqlStore:
        return open_store(":memory:")
