from __future__ import annotations

import shutil

import pytest
from contract import StoreContract

from workbench.store import open_store


@pytest.fixture(scope="session")
def fresh(tmp_path_factory):
    """Return an empty database, migrated once for all tests."""
    path = tmp_path_factory.mktemp("fresh") / "desk.db"
    open_store(path).close()
    return path


class TestSqlite(StoreContract):
    @pytest.fixture
    def store(self, fresh, tmp_path):
        shutil.copy(fresh, tmp_path / "desk.db")
        with open_store(tmp_path / "desk.db") as store:
            yield store
