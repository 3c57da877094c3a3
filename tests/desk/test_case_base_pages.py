"""Pages of every kind over the case base (Arabic and Hebrew among its claims, corrected, updated and withdrawn ones): no error, no barrier.

WORKBENCH_NU names the vnu.jar of the Nu HTML checker, which needs Java; WORKBENCH_AXE names the axe.min.js of axe-core.
"""

from __future__ import annotations

import functools
import http.server
import importlib.util
import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from case_base import open_desk

from workbench.core.report import Report
from workbench.site import Site, SiteSettings, site_files, write_site

_FILE = Path(__file__).parents[1] / "cli" / "browser.py"
_SPEC = importlib.util.spec_from_file_location("browser_of_case_base", _FILE)
assert _SPEC is not None
assert _SPEC.loader is not None
browser = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(browser)

NU, AXE = (Path(os.environ.get(name, "-")) for name in ("WORKBENCH_NU", "WORKBENCH_AXE"))
JAVA = shutil.which("java")
LANGUAGES = ("en", "de")

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1800)]


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Report]]:
    """By language, the folder of a site with the report and its drafts beside it, and what it was made of."""
    folder, found = tmp_path_factory.mktemp("case"), {}
    with open_desk(folder / "desk") as desk:
        for code in LANGUAGES:
            report = desk.export_report(desk.report(language=code), "html").going.report
            site = Site(report, SiteSettings("https://checks.example.org", "Checks & <Balances>"), desk.archive.read)
            write_site(folder / code, site_files(site))
            for name, drafts in (("report", False), ("drafts", True)):
                page = desk.export(desk.report(language=code), "html", drafts=drafts)
                (folder / code / f"{name}.html").write_bytes(page)
            found[code] = (folder / code, report)
    return found


@pytest.mark.skipif(not (NU.is_file() and JAVA), reason="WORKBENCH_NU names no vnu.jar, or there is no Java")
@pytest.mark.parametrize("code", LANGUAGES)
def test_no_page_has_an_error(made, code: str):
    folder, report = made[code]
    pages = [str(page) for page in folder.rglob("*.html")]
    assert len(pages) > 2 * len(report.entries)
    command = [str(JAVA), "-jar", str(NU), "--stdout", "--format", "json", *pages]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert [each for each in json.loads(ran.stdout)["messages"] if each["type"] == "error"] == []


def kinds(folder: Path, report: Report) -> list[str]:
    """Return a page of each kind; of claims, those of each language and of each stage."""
    claims = {
        **{entry.claim.language: entry.claim.id for entry in report.entries},
        **{f"{entry.claim.language} {entry.verdict.stage}": entry.claim.id for entry in report.entries},
    }
    groups = [next((folder / kind).glob("*/index.html")) for kind in ("speakers", "topics", "series")]
    return [
        *(f"{name}/index.html" for name in ("method", "corrections", "verify")),
        *(page.relative_to(folder).as_posix() for page in (*groups, *folder.glob("*.html"))),
        *(f"claims/{key}/{page}.html" for key in dict.fromkeys(claims.values()) for page in ("index", "embed")),
    ]


@pytest.mark.skipif(
    not (AXE.is_file() and browser.CHROMIUM), reason="WORKBENCH_AXE names no axe.min.js, or no Chromium"
)
@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
async def test_axe_finds_nothing(made, tmp_path: Path, width: int, scheme: str):
    folder, report = made["en"]
    pages = kinds(folder, report)
    assert {entry.claim.language for entry in report.entries} >= {"ar", "he"}
    code, found = AXE.read_text(encoding="utf-8"), {}
    async with browser.Browser(tmp_path) as page:
        await page.ask("Page.setBypassCSP", enabled=True)
        await page.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        await page.ask("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=True)
        with served(folder) as address:
            for path in pages:
                await browser.opened(page, f"{address}/{path}")
                await browser.run(page, code)
                if told := await browser.run(page, "axe.run().then((all) => all.violations.map((each) => each.id))"):
                    found[path] = told
                if await browser.run(page, "document.documentElement.scrollWidth") > width:
                    found[path] = [*found.get(path, ()), "wider than the window"]
    assert found == {}
