"""Network policy: the addresses that the workbench may connect to.

Addresses come from the configuration, from users and from redirects by strangers. A request may only reach public hosts
that its source names: not the machine itself, not its local network, not the metadata service of a cloud. This module
is pure: names are resolved elsewhere.
"""

from __future__ import annotations

import socket
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import quote, urljoin, urlsplit

from sources._web.keys_in_addresses import without_keys
from workbench.core.errors import RefusedAddressError, printable

_NAT64 = 0x64FF9B << 96
_LOW32 = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Target:
    """A checked address: where to connect and what to request.

    Attributes:
        url: The address as requested.
        scheme: ``http`` or ``https``.
        host: The host in lower case, ASCII.
        port: The port.
        path: Path and query as sent.
        trusted: Whether the configuration allows exactly this host, even if private.
    """

    url: str
    scheme: str
    host: str
    port: int
    path: str
    trusted: bool = False

    @property
    def shown(self) -> str:
        """The address for messages."""
        return _shown(self.url)

    @property
    def netloc(self) -> str:
        """Host and port for the ``Host`` header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def _shown(url: str) -> str:
    return printable(without_keys(url), 120)


_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class AddressPolicy:
    """The rules for addresses.

    Attributes:
        allow: Hosts (``host`` or ``host:port``) that the configuration trusts although they are private.
    """

    allow: frozenset[str] = frozenset()

    def target(self, url: str, hosts: Iterable[str] = ()) -> Target:
        """Check an address before its host is resolved.

        Args:
            url: The address.
            hosts: The hosts that the source may contact; empty for any public host.

        Raises:
            RefusedAddressError: It has another scheme, a name and password, no host, or a host that the source does not name.
        """
        shown = _shown(url)
        parsed = _parse(url, shown)
        host = _ascii(parsed.hostname or "", shown)
        port = parsed.port or _PORTS[parsed.scheme]
        trusted = host in self.allow or f"{host}:{port}" in self.allow
        named = frozenset(hosts)
        if named and host not in named and not trusted:
            raise RefusedAddressError(shown, "its source does not name this host")
        path = _wire((parsed.path or "/") + (f"?{parsed.query}" if parsed.query else ""))
        return Target(url, parsed.scheme, host, port, path, trusted)

    def redirect(self, start: Target, here: Target, location: str, hosts: Iterable[str] = ()) -> Target:
        """Check a redirect: it may lead to the source's hosts or the original site, and never from https to http.

        A name with and without ``www.`` is the same site.

        Args:
            start: The original address.
            here: The address that redirects.
            location: The new address, absolute or relative.
            hosts: The hosts that the source may contact.

        Raises:
            RefusedAddressError: The redirect leads elsewhere.
        """
        try:
            url = urljoin(here.url, location)
        except ValueError as error:
            raise RefusedAddressError(_shown(location), "it is no address") from error
        there = self.target(url)
        if _site(there) != _site(start) and there.netloc not in hosts and not there.trusted:
            raise RefusedAddressError(_shown(url), f"{here.netloc} sent us to another host")
        if here.scheme == "https" and there.scheme == "http":
            raise RefusedAddressError(_shown(url), "a redirect from https to http is not followed")
        return there


def _site(target: Target) -> str:
    return target.netloc.removeprefix("www.")


def _parse(url: str, shown: str) -> _Split:
    if any(c.isspace() or not c.isprintable() or c == "\\" for c in url):
        raise RefusedAddressError(shown, "an address has no spaces, control characters or backslashes")
    try:
        parsed = urlsplit(url)
        port = parsed.port
    except ValueError as error:
        raise RefusedAddressError(shown, "it is no address") from error
    if parsed.scheme not in _PORTS:
        raise RefusedAddressError(shown, "only http and https are opened")
    if "@" in parsed.netloc:
        raise RefusedAddressError(shown, "an address with a user name in it hides where it leads")
    return _Split(parsed.scheme, parsed.hostname, port, parsed.path, parsed.query)


@dataclass(frozen=True, slots=True)
class _Split:
    scheme: str
    hostname: str | None
    port: int | None
    path: str
    query: str


def _wire(path: str) -> str:
    """Return the path as sent: non-ASCII letters percent-encoded, everything else unchanged.

    >>> _wire("/Година?x=[a]%20b")
    '/%D0%93%D0%BE%D0%B4%D0%B8%D0%BD%D0%B0?x=[a]%20b'
    """
    return "".join(c if c.isascii() else quote(c) for c in path)


def _ascii(host: str, shown: str) -> str:
    try:
        name = host.rstrip(".") if host.isascii() else host.rstrip(".").encode("idna").decode("ascii")
    except UnicodeError as error:
        raise RefusedAddressError(shown, "its host is no host name") from error
    if not name:
        raise RefusedAddressError(shown, "it names no host")
    return name.lower()


def literal(host: str) -> str | None:
    """Return the IP address of a host that is not a name, in any notation; None for a name.

    >>> literal("0x7f.1"), literal("2130706433"), literal("api.worldbank.org")
    ('127.0.0.1', '127.0.0.1', None)
    """
    try:
        return str(ip_address(host.partition("%")[0]))
    except ValueError:
        pass
    try:
        return socket.inet_ntoa(socket.inet_aton(host))
    except OSError:
        return None


def why_refused(address: str) -> str:
    """Return why an address is refused; empty for a public one.

    >>> why_refused("169.254.169.254"), why_refused("::ffff:10.0.0.1"), why_refused("151.101.1.1")
    ('it leads to a private address', 'it leads to a private address', '')
    """
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return "it leads to no address"
    public = all(each.is_global and not each.is_multicast and not each.is_reserved for each in _meanings(ip))
    return "" if public else "it leads to a private address"


def _meanings(ip: IPv4Address | IPv6Address) -> list[IPv4Address | IPv6Address]:
    """Return the address and any IPv4 address embedded in it."""
    if isinstance(ip, IPv4Address):
        return [ip]
    inner = [each for each in (ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())) if each is not None]
    if int(ip) >> 32 << 32 == _NAT64:
        inner.append(IPv4Address(int(ip) & _LOW32))
    return list(inner) if ip.ipv4_mapped else [ip, *inner]
