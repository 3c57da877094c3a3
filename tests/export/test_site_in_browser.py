"""The site in a browser: its search is driven, and a page is no wider than a small telephone."""

from __future__ import annotations

import asyncio
import functools
import http.server
import importlib.util
import os
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from workbench.core.document import Attribution, How, Span, Speaker
from workbench.core.report import Report
from workbench.site import Site, SiteSettings, site_files, write_site

_FILE = Path(__file__).parents[1] / "cli" / "browser.py"
_SPEC = importlib.util.spec_from_file_location("browser_of_site", _FILE)
assert _SPEC is not None
assert _SPEC.loader is not None
browser = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(browser)

AXE = Path(os.environ.get("WORKBENCH_AXE", "-"))
"""The file axe.min.js of axe-core, where it is at hand."""

AXE_CODE = AXE.read_text(encoding="utf-8") if AXE.is_file() else ""

pytestmark = pytest.mark.skipif(browser.CHROMIUM is None, reason="no Chromium is installed")


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Yield a folder behind an address of this machine."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def address(report: Report, tmp_path: Path) -> Iterator[str]:
    pytest.importorskip("aiohttp", reason="aiohttp is not installed")
    write_site(
        tmp_path,
        site_files(Site(report, SiteSettings("https://checks.example.org", "Checks"), lambda key: key.encode())),
    )
    with served(tmp_path) as address:
        yield address


@pytest.fixture
async def page(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Any]:
    async with browser.Browser(tmp_path_factory.mktemp("browser")) as page:
        yield page


SHOWN = "[...document.querySelectorAll('.claims li')].filter((row) => !row.hidden).length"


async def test_the_list_is_searched_and_filtered_without_a_server(report: Report, address: str, page: Any):
    await browser.opened(page, f"{address}/index.html")
    assert await browser.run(page, SHOWN) == len(report.entries)
    await browser.run(page, "document.querySelector('input[name=words]').focus()")
    await page.write("down 70")
    assert await browser.run(page, SHOWN) == 1
    assert await browser.run(page, "document.querySelector('.search output').value") == "1 check"
    await browser.run(
        page, "document.querySelector('.search').reset(); document.querySelector('input[name=words]').focus()"
    )
    await page.write("nothing of the kind")
    assert await browser.run(page, SHOWN) == 0
    await browser.run(
        page,
        "{ const form = document.querySelector('.search'); form.reset(); form.verdict.value = 'False';"
        "form.dispatchEvent(new Event('input', {bubbles: true})) }",
    )
    assert await browser.run(page, SHOWN) == 1


async def test_an_archived_body_is_verified_in_the_browser(address: str, page: Any):
    """The bodies of this report are not those of their hashes, and the page says so."""
    await browser.opened(page, f"{address}/verify/index.html")
    await browser.run(page, "document.querySelector('button[data-hash]').click()")
    for _ in range(100):
        told = await browser.run(page, "document.querySelector('.bodies output').value")
        if told:
            break
        await asyncio.sleep(0.1)
    assert told.startswith("The bytes differ: ")


@pytest.mark.parametrize("width", [320, 390, 1280])
async def test_no_page_is_wider_than_its_window(address: str, page: Any, width: int):
    await page.ask("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=True)
    for path in (
        "index.html",
        "claims/c1/index.html",
        "verify/index.html",
        "corrections/index.html",
        "method/index.html",
    ):
        await browser.opened(page, f"{address}/{path}")
        assert await browser.run(page, "document.documentElement.scrollWidth") <= width, path


async def test_a_name_of_one_long_word_stays_in_its_window(report: Report, page: Any, tmp_path: Path):
    """It ran out of a telephone's window, with the whole page behind it."""
    named = Attribution((Span(0, 4),), Speaker("Donaudampfschifffahrtsgesellschaft" * 3, ""), None, None, How.TURN)
    entries = tuple(replace(each, claim=replace(each.claim, attribution=named)) for each in report.entries)
    settings = SiteSettings("https://checks.example.org", "Checks")
    write_site(tmp_path, site_files(Site(replace(report, entries=entries), settings, lambda key: key.encode())))
    [speaker] = (tmp_path / "speakers").glob("*/index.html")
    await page.ask("Emulation.setDeviceMetricsOverride", width=320, height=900, deviceScaleFactor=1, mobile=True)
    with served(tmp_path) as address:
        for path in (speaker.relative_to(tmp_path).as_posix(), "index.html", "claims/c1/index.html"):
            await browser.opened(page, f"{address}/{path}")
            assert await browser.run(page, "document.documentElement.scrollWidth") <= 320, path


@pytest.mark.skipif(not AXE_CODE, reason="WORKBENCH_AXE names no axe.min.js")
@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_axe_finds_nothing(address: str, page: Any, scheme: str):
    await page.ask("Page.setBypassCSP", enabled=True)
    await page.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    for path in (
        "index.html",
        "claims/c1/index.html",
        "claims/c1/embed.html",
        "verify/index.html",
        "corrections/index.html",
        "method/index.html",
    ):
        await browser.opened(page, f"{address}/{path}")
        await browser.run(page, AXE_CODE)
        assert await browser.run(page, "axe.run().then((found) => found.violations.map((each) => each.id))") == [], path
