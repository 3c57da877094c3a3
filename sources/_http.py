"""HTTP: the one file that knows httpx.

Why this file exists: time-outs, addresses, redirects, caps and retries are settled once, and no source can forget one of
them. What the rules are stands beside it: `_policy` (addresses), `_limits` (sizes), `_retries`, `_pace`, `_shape` (kinds).
"""

from __future__ import annotations

import asyncio
import json
import socket
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, partial

import httpx
import truststore

from sources._limits import LIMITS, Intake, Limits
from sources._pace import Pace
from sources._policy import Policy, Target, literal, why_refused
from sources._refusals import StatusError
from sources._retries import PATIENCE, PassingError, Patience, read_retry_after, retried
from sources._shape import check_body, check_type, media_type
from workbench.core.errors import (
    RefusedAddressError,
    SourceError,
    UnreachableError,
    WrongAnswerError,
    printable,
)

PASSING = frozenset({429, 502, 503})
MOVED = frozenset({301, 302, 303, 307, 308})
MOST_REDIRECTS = 5


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds for a connection, for silence in mid-answer, and for one whole exchange."""

    connect: float = 10.0
    silence: float = 30.0
    whole: float = 120.0


@dataclass(frozen=True, slots=True)
class Question:
    """One GET: where, who is meant in sentences, what is wanted, and the hosts that may answer."""

    url: str
    who: str
    accept: str = "application/json"
    expects: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Received:
    """A whole, checked body."""

    body: bytes
    media_type: str
    sample: str = ""


class Client:
    """Asks services politely and reads answers warily. Holds no connection between questions."""

    def __init__(
        self,
        policy: Policy,
        *,
        agent: str,
        limits: Limits = LIMITS,
        patience: Patience = PATIENCE,
        timeouts: Timeouts | None = None,
        pace: Pace | None = None,
    ) -> None:
        self._policy, self._agent, self._limits, self._patience = policy, agent, limits, patience
        self._timeouts = timeouts or Timeouts()
        self._pace = pace or Pace()

    async def get(self, question: Question) -> Received:
        """Gives the answer, whole and of the right kind.

        Raises:
            SourceError: Each of its kinds, with its own sentence.
        """
        target = self._policy.target(question.url, question.hosts)
        async with self._pace.turn(target.netloc):
            return await retried(partial(self._follow, target, question), self._patience)

    async def _follow(self, start: Target, question: Question) -> Received:
        here = start
        for _ in range(MOST_REDIRECTS + 1):
            try:
                async with asyncio.timeout(self._timeouts.whole):
                    got = await self._exchange(here, question)
            except TimeoutError as error:
                raise PassingError(_slow(question.who, self._timeouts.whole)) from error
            if isinstance(got, Received):
                return got
            here = self._policy.redirect(start, here, got, question.hosts)
        raise WrongAnswerError(question.who, "an answer", "one redirect after another")

    async def _exchange(self, target: Target, question: Question) -> Received | str:
        """One request: the answer, or the address that it sends us to."""
        addresses = await _resolve(target, question.who)
        with _translated(question.who, self._timeouts):
            async with self._open(target, addresses, question) as response:
                if response.status_code in MOVED and (location := response.headers.get("location")):
                    return str(location)
                if response.status_code != httpx.codes.OK:
                    raise await self._refusal(response, question)
                return await self._read(response, question)

    @asynccontextmanager
    async def _open(self, target: Target, addresses: list[str], question: Question) -> AsyncIterator[httpx.Response]:
        """Connects to the first checked address that takes the connection, under the name that was asked for."""
        limits = self._timeouts
        timeout = httpx.Timeout(limits.silence, connect=limits.connect)
        async with httpx.AsyncClient(verify=_tls(), timeout=timeout, trust_env=False) as client:
            response = await self._send(client, target, addresses, question)
            try:
                yield response
            finally:
                await response.aclose()

    async def _send(
        self, client: httpx.AsyncClient, target: Target, addresses: list[str], question: Question
    ) -> httpx.Response:
        headers = {
            "Host": target.netloc,
            "User-Agent": self._agent,
            "Accept": question.accept,
            "Accept-Encoding": "gzip, identity",
        }
        for n, address in enumerate(addresses, start=1):
            url = httpx.URL(
                scheme=target.scheme, host=address, port=target.port, raw_path=target.path.encode("ascii", "ignore")
            )
            request = client.build_request("GET", url, headers=headers, extensions={"sni_hostname": target.host})
            try:
                return await client.send(request, stream=True, follow_redirects=False)
            except httpx.ConnectError:
                if n == len(addresses):
                    raise
        raise UnreachableError(question.who, "its name leads nowhere")

    async def _read(self, response: httpx.Response, question: Question) -> Received:
        media = media_type(response.headers.get("content-type", ""))
        check_type(question.who, media, question.expects)
        body = await self._body(response, question.who, self._limits)
        check_body(question.who, body, question.expects)
        return Received(body, media, response.headers.get("x-sample-answer", ""))

    async def _body(self, response: httpx.Response, who: str, limits: Limits) -> bytes:
        intake = Intake(who, response.headers.get("content-encoding", ""), limits)
        intake.expect(response.headers.get("content-length"))
        async for piece in response.aiter_raw():
            intake.take(piece)
        return intake.whole()

    async def _refusal(self, response: httpx.Response, question: Question) -> Exception:
        """What a status other than 200 means: to be tried again, or final, with the service's own words where it has some."""
        status, who = response.status_code, question.who
        html = "html" in response.headers.get("content-type", "")
        if status in PASSING:
            after = read_retry_after(response.headers.get("retry-after"), datetime.now(UTC))
            return PassingError(UnreachableError(who, _busy(status, after)), after)
        if status == httpx.codes.BAD_REQUEST and html:  # the World Bank's passing failure, with an ASP.NET page
            return PassingError(WrongAnswerError(who, "JSON", "an HTML error page"))
        said = "" if html else await self._said(response, who)
        phrase = httpx.codes.get_reason_phrase(status) or "unknown status"
        return StatusError(who, status, said or f"HTTP {status} {phrase}.")

    async def _said(self, response: httpx.Response, who: str) -> str:
        try:
            body = await self._body(response, who, Limits(self._limits.refusal, self._limits.refusal))
            return _sentence(json.loads(body))
        except (SourceError, httpx.HTTPError, ValueError, RecursionError):
            return ""


def _sentence(tree: object) -> str:
    """The message of a JSON error body, in the shapes that services use."""
    while isinstance(tree, dict | list) and tree:
        if isinstance(tree, list):
            tree = tree[0]
        else:
            tree = next((tree[key] for key in ("error", "message", "label", "detail") if key in tree), "")
    return printable(tree, 240) if isinstance(tree, str) else ""


def _busy(status: int, after: float | None) -> str:
    what = (
        "it asks for fewer questions (429)"
        if status == httpx.codes.TOO_MANY_REQUESTS
        else f"it is not well (HTTP {status})"
    )
    return f"{what}, and to wait {after:.0f} seconds" if after else what


def _slow(who: str, seconds: float) -> UnreachableError:
    return UnreachableError(who, f"no whole answer within {seconds:g} seconds")


async def _resolve(target: Target, who: str) -> list[str]:
    """The addresses of a host, each checked; connections go to these and are not looked up a second time."""
    found = [literal(target.host)] if literal(target.host) else await _look_up(target, who)
    addresses = [address for address in dict.fromkeys(found) if address]
    for address in addresses:
        why = "" if target.trusted else why_refused(address)
        if why:
            raise RefusedAddressError(printable(target.url, 120), why)
    return addresses


async def _look_up(target: Target, who: str) -> list[str]:
    loop = asyncio.get_running_loop()
    try:
        rows = await loop.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        lost = UnreachableError(who, "its name is not known here; is there a network")
        if isinstance(error, socket.gaierror) and error.errno == socket.EAI_AGAIN:
            raise PassingError(lost) from error
        raise lost from error
    return [str(row[4][0]) for row in rows]


class _translated:  # noqa: N801  (reads as a statement: with _translated(...))
    """Turns what httpx raises into our errors: passing ones to be tried again, others final."""

    def __init__(self, who: str, timeouts: Timeouts) -> None:
        self._who, self._timeouts = who, timeouts

    def __enter__(self) -> None:
        """Nothing to do."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        """Raises our error from theirs."""
        match error:
            case httpx.ConnectTimeout():
                raise PassingError(_slow(self._who, self._timeouts.connect)) from error
            case httpx.TimeoutException():
                raise PassingError(_slow(self._who, self._timeouts.silence)) from error
            case httpx.ConnectError() if "CERTIFICATE" in str(error).upper():
                raise UnreachableError(self._who, "its certificate could not be verified") from error
            case httpx.ConnectError():
                raise PassingError(UnreachableError(self._who, "no connection")) from error
            case httpx.TransportError():
                raise PassingError(UnreachableError(self._who, "the line was cut")) from error
            case httpx.InvalidURL() | httpx.HTTPError():
                raise WrongAnswerError(self._who, "an answer", "something that is no HTTP") from error


@cache
def _tls() -> ssl.SSLContext:
    """Certificates as the operating system trusts them."""
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
