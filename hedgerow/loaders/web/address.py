"""Addresses of pages: which may be asked for at all, and which machines they may lead to."""

import ipaddress
import re
from dataclasses import dataclass
from typing import Self

import httpx

from hedgerow.errors import InputError

LONGEST = 4096
LAST_PORT = 65535
_AROUND = re.compile(r"[/?#@%*]|\]:")
_PORTS = {"http": 80, "https": 443}
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")
"""IPv4 through NAT64: the last 32 bits are the address that is reached."""
_OPEN_NET = ipaddress.IPv6Network("2000::/3")
_Machine = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Address:
    """An http or https address without user, password and fragment."""

    scheme: str
    host: str
    port: int
    target: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """The address that a text is.

        Raises:
            InputError: it is none that is asked for.
        """
        return cls._of(_url(text))

    def joined(self, location: str) -> Self:
        """The address to which this one redirects.

        Raises:
            InputError: it is none that is asked for.
        """
        try:
            return self._of(httpx.URL(str(self)).join(_url(location)))
        except (httpx.InvalidURL, ValueError) as error:
            raise InputError("it redirects to something that is no address") from error

    @classmethod
    def _of(cls, url: httpx.URL) -> Self:
        if url.scheme not in _PORTS:
            raise InputError("only http and https addresses are fetched; save it as a file")
        if url.userinfo:
            raise InputError("it holds a user or password; give the address without")
        host = url.raw_host.decode("ascii").lower().rstrip(".")
        if not host:
            raise InputError("it names no host; check the address")
        port = _PORTS[url.scheme] if url.port is None else url.port
        if not 0 < port <= LAST_PORT:
            raise InputError("its port is none; check the address")
        return cls(url.scheme, host, port, url.raw_path.decode("ascii"))

    @property
    def origin(self) -> str:
        """Scheme, host and port, which one robots.txt speaks for."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}"

    def __str__(self) -> str:
        return self.origin + self.target


def host_of(text: str) -> str:
    """The host that a text names, in the form that it has in an `Address`.

    Raises:
        InputError: the text is no host, or more than one.
    """
    named = f"[{text}]" if _is_ipv6(text) else text
    address = Address.parse(f"http://{named}/")
    # A port, a path or anything else around the host would be lost.
    if _AROUND.search(text) or (":" in named and not _is_ipv6(address.host)):
        raise InputError("it is more than a host")
    return address.host


def is_public(machine: str) -> bool:
    """Whether an IP address is one of the open net, in whatever form it is wrapped."""
    try:
        found = ipaddress.ip_address(machine)
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        inner = _wrapped(found)
        return _is_open(inner) if inner else found in _OPEN_NET and _is_open(found)
    return _is_open(found)


def _is_ipv6(host: str) -> bool:
    try:
        return bool(ipaddress.IPv6Address(host))
    except ValueError:
        return False


def _is_open(machine: _Machine) -> bool:
    return machine.is_global and not machine.is_multicast and not machine.is_reserved


def _wrapped(machine: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address leads to."""
    if machine in _TRANSLATED:
        return ipaddress.IPv4Address(int(machine) & 0xFFFFFFFF)
    return machine.ipv4_mapped or machine.sixtofour


def _url(text: str) -> httpx.URL:
    if len(text) > LONGEST:
        raise InputError(f"the address has more than {LONGEST:,} characters")
    if not text.isprintable() or "\\" in text or " " in text:
        raise InputError("the address holds characters that no address has; check it")
    try:
        return httpx.URL(text)
    except (httpx.InvalidURL, ValueError, TypeError) as error:
        raise InputError("this is no address; check it") from error
