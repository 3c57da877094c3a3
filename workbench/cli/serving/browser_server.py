"""The server of `serve`: a page with a terminal, and one process of the screens for each window.

Every path must begin with the token; any other is refused. The page loads nothing from other servers.
"""

from __future__ import annotations

import asyncio
import hmac
import logging
import signal
import sys
from contextlib import suppress
from pathlib import Path
from weakref import WeakSet

import textual_serve
from aiohttp import web
from aiohttp.typedefs import Handler
from textual_serve.server import Server, to_int

from workbench.core.errors import WorkbenchError

STATIC = Path(textual_serve.__file__).parent / "static"

HEADERS = {
    "Content-Security-Policy": "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self' ws: wss:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
}

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>workbench</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="static/css/xterm.css">
<script src="static/js/textual.js"></script>
<style>
body {{ margin: 0; background: #16181f; color: #d5d9e6; font-family: monospace; }}
.closed {{ display: none; padding: 2em; }}
body.-closed .closed {{ display: block; }}
body.-closed .textual-terminal {{ display: none; }}
</style></head><body>
<div class="closed">The workbench was closed; everything that was confirmed is kept. <a href="">Open it again</a></div>
<div id="terminal" class="textual-terminal" data-session-websocket-url="{socket}" data-font-size="{size}"></div>
</body></html>
"""

REFUSED = "The address is not whole: it ends in the token that `workbench serve` printed.\n"


class PortError(WorkbenchError):
    """The server cannot listen on the address."""

    def __init__(self, host: str, port: int, why: str) -> None:
        super().__init__(
            f"Nothing can be served on {host}, port {port}: {why}.", "Give another --port; 0 is a free one."
        )


class ScreenServer(Server):
    """Serves the screens below a token.

    Args:
        command: The command that opens the screens, run once for each window.
        token: The first part of every path.
    """

    def __init__(self, command: str, token: str) -> None:
        super().__init__(command, title="workbench")
        self._token = token
        self._open: WeakSet[web.WebSocketResponse] = WeakSet()

    def application(self) -> web.Application:
        """Return the server as an application."""
        app = web.Application(middlewares=[self._with_token])
        root = f"/{self._token}"
        app.add_routes(
            [
                web.get(f"{root}/", self._page),
                web.get(f"{root}/ws", self.handle_websocket),
                web.get(f"{root}/download/{{key}}", self.handle_download),
                web.static(f"{root}/static", STATIC),
            ]
        )
        return app

    @web.middleware
    async def _with_token(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Refuse every request without the token."""
        given = request.path.split("/")[1]
        if not hmac.compare_digest(given.encode("utf-8", "surrogatepass"), self._token.encode()):
            return web.Response(status=403, text=REFUSED, headers=HEADERS)
        if request.path == f"/{self._token}":
            raise web.HTTPFound(f"/{self._token}/")
        response = await handler(request)
        if not response.prepared:
            response.headers.update(HEADERS)
        return response

    async def _page(self, request: web.Request) -> web.Response:
        size = min(max(to_int(request.query.get("fontsize", "16"), 16), 6), 60)
        scheme = "wss" if request.secure else "ws"
        socket = request.url.origin().with_scheme(scheme).with_path(f"/{self._token}/ws")
        return web.Response(text=PAGE.format(socket=socket, size=size), content_type="text/html")


def run_server(command: str, host: str, port: int, token: str) -> None:
    """Serve until it is stopped by Ctrl-C or SIGTERM; print the address first. Raises PortError."""
    logging.getLogger("textual-serve").addHandler(logging.NullHandler())
    asyncio.run(_serve(ScreenServer(command, token), host, port, token))


async def _serve(server: ScreenServer, host: str, port: int, token: str) -> None:
    from workbench.cli.output.standard_streams import say, write

    stop = _stopped_by()  # before the address is printed, since a reader of it may stop the server at once
    runner = web.AppRunner(server.application(), access_log=None, shutdown_timeout=5)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        try:
            await site.start()
        except OSError as error:
            raise PortError(host, port, error.strerror or str(error)) from error
        name = f"[{host}]" if ":" in host else host
        write(f"http://{name}:{runner.addresses[0][1]}/{token}/")
        sys.stdout.flush()
        say("Open this address in a browser; each window is a session of its own. Ctrl-C ends them all.")
        await stop.wait()
    finally:
        await runner.cleanup()


def _stopped_by() -> asyncio.Event:
    """Return an event that Ctrl-C and SIGTERM set from now on."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # on Windows, Ctrl-C raises KeyboardInterrupt
            loop.add_signal_handler(number, stop.set)
    return stop
