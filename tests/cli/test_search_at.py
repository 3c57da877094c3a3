"""A service that searches by itself is asked from the command line; the index is not."""

from __future__ import annotations

import json
from pathlib import Path

INDEX = """
[[answer]]
url = "https://api.db.nomics.world/v22/search"
params = { q = "unemployment", limit = "20", offset = "0" }
file = "found.json"
origin = "DBnomics"
as_of = "2026-11-25"
"""


def test_dbnomics_is_searched_where_it_lies(workbench, tmp_path: Path) -> None:
    """Over a stored answer, by the real client and server."""
    folder = tmp_path / "answers"
    folder.mkdir()
    answer = {
        "results": {"docs": [{"code": "UNRATE", "name": "Unemployment rate", "provider_code": "BLS"}], "num_found": 1}
    }
    (folder / "found.json").write_text(json.dumps(answer), encoding="utf-8")
    (folder / "answers.toml").write_text(INDEX, encoding="utf-8")
    done = workbench("--samples", str(folder), "catalogue", "search", "unemployment", "--at", "dbnomics")
    assert done.out.startswith("dbnomics:BLS/UNRATE  Unemployment rate")


def test_a_service_without_a_search_is_told_with_those_that_have_one(workbench) -> None:
    done = workbench("catalogue", "search", "unemployment", "--at", "worldbank")
    assert done.code == 2
    assert "dbnomics" in done.err
