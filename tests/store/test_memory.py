from __future__ import annotations

import pytest
from contract import StoreContract

from workbench.store.memory import MemoryStore


class TestMemory(StoreContract):
    @pytest.fixture
    def store(self) -> MemoryStore:
        return MemoryStore()
