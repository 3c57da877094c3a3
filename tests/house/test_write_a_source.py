"""The source that the manual shows is whole: it is taken from there and held to the rules that ours pass."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import ModuleType
from typing import ClassVar

import pytest

from workbench.core.series import SeriesRef
from workbench.plugins import SOURCES, Plugins
from workbench.ports import Archive, Ask, Fetch, StatSource
from workbench.testing import CannedFetch, SourceContract

MANUAL = (Path(__file__).resolve().parents[2] / "workbench" / "manual" / "write-a-source.md").read_text(
    encoding="utf-8"
)
SHOWN = re.search(r"```python\n(\"\"\"My Office.*?)```", MANUAL, re.DOTALL)
BODY = b"place,year,deaths\nMKD,2020,116\nMKD,2021,\n"


def module() -> ModuleType:
    assert SHOWN, "The manual shows no source any more"
    made = ModuleType("my_office")
    exec(compile(SHOWN[1], "write-a-source.md", "exec"), made.__dict__)  # noqa: S102  (our own manual)
    return made


class TestMyOffice(SourceContract):
    source: ClassVar[StatSource] = module().SOURCE
    asks: ClassVar[Ask] = Ask(SeriesRef("myoffice", "road-deaths"), ("MKD",), 2019, 2021)
    figures: ClassVar[dict[tuple[str, str], str | None]] = {("MKD", "2020"): "116", ("MKD", "2021"): None}
    unit: ClassVar[str] = "death"

    def fetch(self, archive: Archive) -> Fetch:
        return CannedFetch(archive, BODY, "text/csv")


def test_it_is_found_by_its_entry_point(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Installed beside the workbench, as pip would leave it: a module and the record of its entry point."""
    assert SHOWN
    (tmp_path / "my_office.py").write_text(SHOWN[1], encoding="utf-8")
    about = tmp_path / "my_office-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: my-office\nVersion: 1.0\n", encoding="utf-8")
    (about / "entry_points.txt").write_text("[workbench.sources]\nmyoffice = my_office:SOURCE\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "my_office", raising=False)
    found: Plugins[StatSource] = Plugins(SOURCES)
    assert "myoffice" in list(found)
    assert found["myoffice"].info.title == "My Office"
