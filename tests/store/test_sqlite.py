from __future__ import annotations

import pytest
from contract import StoreContract

from workbench.store import open_store


class TestSqlite(StoreContract):
    @pytest.fixture
    def store(self, tmp_path):
        with open_store(tmp_path / "desk.db") as store:
            yield store
