"""From a host's name to the addresses that are gone to.

A public name may be pointed anywhere, at any moment. Each address is checked after the look-up, and
connections go to the very addresses that were checked: a name that changes its mind in between changes nothing.
"""

from __future__ import annotations

import asyncio
import socket

from sources._web.network_policy import Target, literal, why_refused
from sources._web.retries import PassingError
from workbench.core.errors import RefusedAddressError, UnreachableError


async def resolve(target: Target, who: str) -> list[str]:
    """Return the addresses of a host, each checked.

    Raises:
        RefusedAddressError: One of them is private, and the configuration does not trust the host.
        UnreachableError: The name leads nowhere.
        PassingError: Names cannot be looked up just now.
    """
    found = [literal(target.host)] if literal(target.host) else await _look_up(target, who)
    addresses = [address for address in dict.fromkeys(found) if address]
    for address in addresses:
        why = "" if target.trusted else why_refused(address)
        if why:
            raise RefusedAddressError(target.shown, why)
    if not addresses:
        raise UnreachableError(who, "its name leads nowhere")
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
