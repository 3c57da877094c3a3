"""Every page of a site and of a report is valid by the Nu HTML checker. It needs Java, and WORKBENCH_NU names its vnu.jar."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from workbench.core.report import Report
from workbench.core.reviews.public_change import PublicChange
from workbench.core.reviews.published import ChangeKind
from workbench.plugins import EXPORTERS, Plugins
from workbench.site import Site, SiteSettings, site_files, write_site

NU = Path(os.environ.get("WORKBENCH_NU", "-"))
JAVA = shutil.which("java")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (NU.is_file() and JAVA), reason="WORKBENCH_NU names no vnu.jar, or there is no Java"),
]


def test_no_page_has_an_error(report: Report, tmp_path: Path):
    first = report.entries[0]
    change = PublicChange(ChangeKind.CORRECTED, report.made, "False", "True", "\u05d4\u05e9\u05e0\u05d4 (2020) <b>.")
    changed = replace(report, entries=(replace(first, changes=(change, replace(change))), *report.entries[1:]))
    settings = SiteSettings("https://checks.example.org", "Checks & <Balances>")
    write_site(tmp_path, site_files(Site(changed, settings, lambda key: key.encode())))
    (tmp_path / "report.html").write_bytes(Plugins(EXPORTERS)["html"].export(changed))
    pages = [str(page) for page in tmp_path.rglob("*.html")]
    assert len(pages) > len(report.entries)
    ran = subprocess.run(
        [str(JAVA), "-jar", str(NU), "--stdout", "--format", "json", *pages],
        capture_output=True,
        text=True,
        check=False,
    )
    told = json.loads(ran.stdout)["messages"]
    assert [each["message"] for each in told if each["type"] == "error"] == []
