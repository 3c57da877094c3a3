"""Resolve a host's name to checked addresses.

A public name may point to any address, and change at any moment. Each address is checked after the look-up, and
connections use exactly the checked addresses, so that a later change of the name has no effect.
"""

from __future__ import annotations

import asyncio
import socket

from sources._web.network_policy import Target, literal, why_refused
from sources._web.retries import PassingError
from workbench.core.errors import RefusedAddressError, UnreachableError


async def resolve(target: Target, who: str) -> list[str]:
    """Resolve a host and check each of its addresses.

    Raises:
        RefusedAddressError: One of them is private, and the configuration does not trust the host.
        UnreachableError: The name has no address.
        PassingError: The look-up failed temporarily.
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
