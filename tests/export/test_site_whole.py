"""A site that cannot be written to its end is what it was before: nothing of it is half new."""

from __future__ import annotations

import errno
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from workbench.core.errors import WritingError
from workbench.core.report import Report
from workbench.files import writing
from workbench.site import Site, SiteSettings, site_files, write_site

Fault = Callable[[pytest.MonkeyPatch], None]


def written(folder: Path, report: Report, title: str = "Checks") -> None:
    settings = SiteSettings("https://checks.example.org", title)
    write_site(folder, site_files(Site(report, settings, lambda key: key.encode())))


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _full_at(count: int) -> Fault:
    """Return a disk that is full after so many files."""

    def fault(patch: pytest.MonkeyPatch) -> None:
        fill, left = writing._fill, iter(range(count))

        def one_less(handle: int, body: object) -> None:
            if next(left, None) is None:
                raise OSError(errno.ENOSPC, "No space left on device")
            fill(handle, body)  # type: ignore[arg-type]

        patch.setattr(writing, "_fill", one_less)

    return fault


def _shut(patch: pytest.MonkeyPatch) -> None:
    """A folder in which nothing may be written, though all others may be."""
    prepared = writing.prepared

    def but_there(target: Path, body: object) -> Path:
        if target.parent.name == "corrections":
            raise PermissionError(errno.EACCES, "Permission denied")
        return prepared(target, body)  # type: ignore[arg-type]

    patch.setattr(writing, "prepared", but_there)


@pytest.mark.parametrize("fault", [_full_at(0), _full_at(3), _full_at(9), _shut], ids=["at once", "3", "9", "a folder"])
def test_the_site_of_before_stays_whole(report: Report, tmp_path: Path, monkeypatch, fault: Fault):
    written(tmp_path, report)
    before = files(tmp_path)
    fault(monkeypatch)
    with pytest.raises(WritingError, match=r"cannot be written: (no space left on device|permission denied)"):
        written(tmp_path, report, title="Others")
    assert files(tmp_path) == before


@pytest.mark.parametrize("fault", [_full_at(3), _shut], ids=["full", "a folder"])
def test_nothing_is_left_of_a_first_site(report: Report, tmp_path: Path, monkeypatch, fault: Fault):
    """No file, and no folder that it made."""
    fault(monkeypatch)
    with pytest.raises(WritingError):
        written(tmp_path / "site" / "of" / "ours", report)
    assert not list(tmp_path.iterdir())


def test_a_folder_from_which_nothing_may_be_taken_is_told_before_anything_is_written(
    report: Report, tmp_path: Path, monkeypatch
):
    written(tmp_path, report)
    before = files(tmp_path)
    monkeypatch.setattr("workbench.site.folder_writing.os.access", lambda *_: False)
    with pytest.raises(WritingError, match="permission denied"):
        written(tmp_path, replace(report, entries=report.entries[:1]))
    assert files(tmp_path) == before
