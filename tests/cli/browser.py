"""A headless Chromium, driven by its own protocol: keys in, and what the terminal in the page was sent, as words."""

from __future__ import annotations

import asyncio
import base64
import re
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)

_ESCAPES = re.compile(r"\x1b(\[[0-9;?]*[a-zA-Z]|\][^\x07]*\x07|[()][A-Z0-9]|[=>])")


class Browser:
    """One page of a browser.

    Attributes:
        seen: Everything that the terminal in the page was sent, without escape codes.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._waiting: dict[int, asyncio.Future[Any]] = {}
        self._number = 0
        self.seen = ""
        self.asked: list[str] = []

    async def __aenter__(self) -> Self:
        import aiohttp

        options = (
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--remote-debugging-port=0",
        )
        self._process = await asyncio.create_subprocess_exec(
            str(CHROMIUM), *options, f"--user-data-dir={self._folder}", "--window-size=1200,800", "about:blank",
            stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        port = await self._port()
        self._session = aiohttp.ClientSession()
        async with self._session.get(f"http://127.0.0.1:{port}/json/list") as answer:
            pages = [each for each in await answer.json() if each["type"] == "page"]
        self._socket = await self._session.ws_connect(pages[0]["webSocketDebuggerUrl"], max_msg_size=0)
        self._listener = asyncio.create_task(self._listen())
        await self.ask("Network.enable")
        await self.ask("Page.enable")
        await self.ask("Emulation.setFocusEmulationEnabled", enabled=True)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._listener.cancel()
        await self._socket.close()
        await self._session.close()
        with suppress(ProcessLookupError):
            self._process.terminate()
        await self._process.wait()

    async def _port(self) -> str:
        file = self._folder / "DevToolsActivePort"
        for _ in range(600):
            if file.exists() and (lines := file.read_text().splitlines()):
                return lines[0]
            await asyncio.sleep(0.1)
        raise AssertionError("the browser did not start")

    async def _listen(self) -> None:
        async for message in self._socket:
            told = message.json()
            if "id" in told:
                self._waiting.pop(told["id"]).set_result(told.get("result", told.get("error")))
            elif told["method"] == "Network.webSocketFrameReceived":
                response = told["params"]["response"]
                body = response["payloadData"]
                text = base64.b64decode(body).decode("utf-8", "replace") if response["opcode"] == 2 else ""
                self.seen += _ESCAPES.sub("", text)
            elif told["method"] == "Network.requestWillBeSent":
                self.asked.append(told["params"]["request"]["url"])

    async def ask(self, method: str, **params: object) -> Any:
        """Ask the browser one thing."""
        self._number += 1
        self._waiting[self._number] = answer = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": self._number, "method": method, "params": params})
        return await asyncio.wait_for(answer, 60)

    async def open(self, address: str) -> None:
        """Open an address, and give the keys to the terminal in it."""
        await self.ask("Page.navigate", url=address)
        await self.until("Queue")
        await self.ask("Runtime.evaluate", expression="document.querySelector('textarea').focus()")

    async def until(self, words: str) -> None:
        """Wait until the terminal was sent some words since the last key."""
        for _ in range(2_400):
            if words in self.seen:
                return
            await asyncio.sleep(0.05)
        raise AssertionError(f"never seen: {words!r}\n{self.seen[-3000:]}")

    async def press(self, key: str, *, then: str) -> None:
        """Press a key and wait for words that it brings."""
        self.seen = ""
        named = {"Enter": ("Enter", "\r", 13), "Escape": ("Escape", "", 27)}
        name, text, code = named.get(key, (key, key, ord(key.upper()) if len(key) == 1 else 0))
        more = {"key": name, "windowsVirtualKeyCode": code}
        await self.ask("Input.dispatchKeyEvent", type="keyDown", **({"text": text} if text else {}), **more)
        await self.ask("Input.dispatchKeyEvent", type="keyUp", **more)
        await self.until(then)

    async def write(self, text: str) -> None:
        """Types a text."""
        for letter in text:
            await self.ask("Input.dispatchKeyEvent", type="char", text=letter)

    async def picture(self) -> bytes:
        """Return the page as a PNG."""
        return base64.b64decode((await self.ask("Page.captureScreenshot"))["data"])


async def run(page: Any, expression: str) -> Any:
    """Return what an expression gives in a page, once it is there."""
    answer = await page.ask("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
    return answer["result"].get("value")


async def opened(page: Any, address: str) -> None:
    """Open an address, and wait until it is read whole."""
    await page.ask("Page.navigate", url=address)
    for _ in range(300):
        if await run(page, f"document.readyState === 'complete' && location.href.startsWith('{address}')"):
            return
        await asyncio.sleep(0.1)
    raise AssertionError(f"{address} was not opened")
