"""The HTTP client; only this module uses httpx.

Time-outs, address checks, redirects, size limits and retries are applied here, so that no source can forget one. Their
rules are in `sources._web.network_policy` and `sources._web.dns_lookup` (addresses), `sources._web.body_size_limits` (sizes),
`sources._web.retries`, `sources._web.rate_limit`, `sources._web.content_type` (kinds), `sources._web.service_keys` (keys).
"""

from __future__ import annotations

import asyncio
import json
import logging
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache, partial

import httpx
import truststore

from sources._web.body_size_limits import LIMITS, BodyLimits, Intake
from sources._web.content_type import believed, check_body, check_type, media_type
from sources._web.dns_lookup import resolve
from sources._web.download_progress import DownloadProgress
from sources._web.error_messages import busy, sentence, slow
from sources._web.http_errors import MOVED, named, status_error
from sources._web.http_request import HttpQuestion, Received
from sources._web.network_policy import AddressPolicy, Target
from sources._web.rate_limit import RateLimiter, RequestTurn
from sources._web.redirects import MOST_REDIRECTS, PendingRequest
from sources._web.retries import PASSING, PATIENCE, PassingError, RetryLimits, read_retry_after, retried
from sources._web.stored_headers import kept_headers
from sources._web.timeouts import Timeouts
from workbench.core.errors import RefusedAddressError, SourceError, UnreachableError, WrongAnswerError

for _name in ("httpx", "httpcore"):  # at lower levels they log whole addresses and headers, including keys
    logging.getLogger(_name).setLevel(logging.WARNING)


class Client:
    """Sends requests within rate limits, and checks the answers. Keeps no connection between requests."""

    def __init__(
        self,
        policy: AddressPolicy,
        *,
        agent: str,
        limits: BodyLimits = LIMITS,
        patience: RetryLimits = PATIENCE,
        timeouts: Timeouts | None = None,
        pace: RateLimiter | None = None,
    ) -> None:
        self._policy, self._agent, self._limits, self._patience = policy, agent, limits, patience
        self._timeouts = timeouts or Timeouts()
        self._pace = pace or RateLimiter()

    async def get(self, question: HttpQuestion) -> Received:
        """Send a request, and return a complete answer of the right kind.

        Raises:
            SourceError: One of its subclasses, with a message that never has a key.
        """
        try:
            return await self._get(question)
        except SourceError as error:
            if question.secret is None:
                raise
            raise question.secret.hide_in_error(error) from None

    async def _get(self, question: HttpQuestion) -> Received:
        target = self._policy.target(question.url, question.hosts)
        if question.secret and target.scheme != "https" and not target.trusted:
            raise RefusedAddressError(target.shown, "a key is not sent without TLS")
        async with self._pace.turn(target.netloc, question.who) as turn:
            pending = PendingRequest(question, target, turn.limits)
            return await retried(partial(self._attempt, pending, turn), self._patience)

    async def _attempt(self, request: PendingRequest, turn: RequestTurn) -> Received:
        await turn.step()
        try:
            answer = await self._follow(request)
        except PassingError as passing:
            turn.rest(passing.after)
            if passing.silent:
                turn.fell_silent(passing.silent)
            raise
        turn.spoke()
        return answer

    async def _follow(self, pending: PendingRequest) -> Received:
        here, question = pending.start, pending.question
        whole = max(self._timeouts.whole, 2 * pending.limits.silence)
        for _ in range(MOST_REDIRECTS + 1):
            try:
                async with asyncio.timeout(whole):
                    got = await self._exchange(pending, here)
            except TimeoutError as error:
                raise PassingError(slow(question.who, whole), slow=True) from error
            if isinstance(got, Received):
                moved = () if here is pending.start else (("content-location", here.shown.partition("?")[0]),)
                return replace(got, headers=(*got.headers, *moved))
            here = self._policy.redirect(pending.start, here, got, question.hosts)
        raise WrongAnswerError(question.who, "an answer", "one redirect after another")

    async def _exchange(self, pending: PendingRequest, target: Target) -> Received | str:
        """Send one request; return the answer, or the address of a redirect."""
        question = pending.question
        addresses = await resolve(target, question.who)
        timeouts = self._timeouts.patient(pending.limits.silence)
        with _translated(question.who, timeouts):
            async with self._open(pending, target, addresses, timeouts) as response:
                status = response.status_code
                if status in MOVED and (location := response.headers.get("location")):
                    return pending.moved(status, str(location))
                if status == httpx.codes.NOT_MODIFIED and question.known.headers():
                    return Received(b"", "", headers=kept_headers(response.headers), unchanged=True)
                if status == httpx.codes.OK or (status in question.reads_errors and status not in PASSING):
                    return await self._read(response, question, timeouts)
                raise await self._refusal(response, question)

    @asynccontextmanager
    async def _open(
        self, pending: PendingRequest, target: Target, addresses: list[str], timeouts: Timeouts
    ) -> AsyncIterator[httpx.Response]:
        """Connect to the first checked address that accepts the connection, with the requested host name."""
        timeout = httpx.Timeout(timeouts.silence, connect=timeouts.connect)
        async with httpx.AsyncClient(verify=_tls(), timeout=timeout, trust_env=False) as client:
            response = await self._send(client, pending, target, addresses, timeouts)
            try:
                yield response
            finally:
                await response.aclose()

    async def _send(
        self,
        client: httpx.AsyncClient,
        pending: PendingRequest,
        target: Target,
        addresses: list[str],
        timeouts: Timeouts,
    ) -> httpx.Response:
        question = pending.question
        path, headers = pending.sent(target, self._agent)
        content = pending.posted(target)
        for n, address in enumerate(addresses, start=1):
            url = httpx.URL(scheme=target.scheme, host=address, port=target.port, raw_path=path.encode("ascii"))
            named = {"sni_hostname": target.host}
            request = client.build_request(question.method, url, headers=headers, content=content, extensions=named)
            try:
                async with asyncio.timeout(timeouts.silence):  # covers connecting and waiting for the first byte
                    return await client.send(request, stream=True, follow_redirects=False)
            except TimeoutError as error:
                raise PassingError(slow(question.who, timeouts.silence), silent=timeouts.silence) from error
            except httpx.ConnectError:
                if n == len(addresses):
                    raise
        raise UnreachableError(question.who, "its name leads nowhere")

    async def _read(self, response: httpx.Response, question: HttpQuestion, timeouts: Timeouts) -> Received:
        status, media = response.status_code, media_type(response.headers.get("content-type", ""))
        expects = question.expects if status == httpx.codes.OK else ()
        media = believed(media, expects)
        check_type(question.who, media, expects)
        body = await self._body(response, question, question.limits(self._limits), timeouts)
        check_body(question.who, body, expects)
        if question.secret:
            body = question.secret.hide_in_body(body)
        return Received(
            body, media, response.headers.get("x-sample-answer", ""), status, kept_headers(response.headers)
        )

    async def _body(
        self, response: httpx.Response, question: HttpQuestion, limits: BodyLimits, timeouts: Timeouts
    ) -> bytes:
        length = response.headers.get("content-length")
        intake = Intake(question.who, response.headers.get("content-encoding", ""), limits)
        intake.expect(length)
        meter = DownloadProgress(question.who, length, question.tell)
        began = asyncio.get_running_loop().time()
        async for piece in response.aiter_raw():
            intake.take(piece)
            meter.at(response.num_bytes_downloaded)
            if timeouts.trickles(asyncio.get_running_loop().time() - began, response.num_bytes_downloaded):
                raise PassingError(slow(question.who, timeouts.silence), slow=True)
        meter.end(response.num_bytes_downloaded)
        try:
            return intake.whole()
        except UnreachableError as error:
            raise PassingError(error) from error

    async def _refusal(self, response: httpx.Response, question: HttpQuestion) -> Exception:
        """Return the error for a status other than 200: temporary or final, with the service's own message if any."""
        status, who = response.status_code, question.who
        kind = response.headers.get("content-type", "")
        if status in PASSING:
            after = read_retry_after(response.headers.get("retry-after"), datetime.now(UTC))
            return PassingError(UnreachableError(who, busy(status, after)), after)
        if status in question.passing and "json" not in kind:
            return PassingError(
                WrongAnswerError(who, "JSON", "an HTML error page" if "html" in kind else "an error page")
            )
        said = "" if "html" in kind else await self._said(response, question)
        return status_error(who, status, said or named(status, httpx.codes.get_reason_phrase(status)))

    async def _said(self, response: httpx.Response, question: HttpQuestion) -> str:
        try:
            body = await self._body(
                response, question, BodyLimits(self._limits.refusal, self._limits.refusal), self._timeouts
            )
            return sentence(json.loads(body))
        except (PassingError, SourceError, httpx.HTTPError, ValueError, RecursionError):
            return ""


class _translated:  # noqa: N801  (reads as a statement: with _translated(...))
    """Translates errors of httpx: temporary ones, to be tried again, and final ones."""

    def __init__(self, who: str, timeouts: Timeouts) -> None:
        self._who, self._timeouts = who, timeouts

    def __enter__(self) -> None:
        """Do nothing."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        """Translate an error of httpx."""
        match error:
            case httpx.ConnectTimeout():
                raise PassingError(slow(self._who, self._timeouts.connect), silent=self._timeouts.connect) from error
            case httpx.TimeoutException():
                raise PassingError(slow(self._who, self._timeouts.silence), slow=True) from error
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
