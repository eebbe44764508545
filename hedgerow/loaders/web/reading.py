"""From an address to the articles there.

Whoever runs a site says what stands under its own addresses, not what stands under another's: a
page that calls itself another outlet's, or a feed whose entry links there, would otherwise put its
text in the place of theirs.
"""

import datetime as dt
import hashlib
import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from tld import get_fld

from hedgerow.errors import InputError
from hedgerow.graph.records import Appearance, Document
from hedgerow.loaders.articles.unpacking import Budget
from hedgerow.loaders.encoding import decode
from hedgerow.loaders.failures import reported
from hedgerow.loaders.formats import read_handle
from hedgerow.loaders.records import Item, Skipped, WebPage
from hedgerow.loaders.web.address import Address
from hedgerow.loaders.web.fetching import Fetched, Fetcher
from hedgerow.loaders.web.names import shown

PAGE = "page"
ARTICLES = frozenset({PAGE, "text", "markdown", "pdf"})
"""Kinds of files that hold one article, which is known by their address."""
_FRAGMENT = ":/?=&%;,@!~+()"


def read_address(fetcher: Fetcher, address: str, published: str | None) -> Iterator[Item]:
    """The articles at an address, or why there are none.

    They are known by the address to which it led in the end; `source` is the one that was given.
    """
    name = shown(address)
    try:
        with reported():
            yield from _read(fetcher.fetch(address), name, published)
    except InputError as error:
        yield Skipped.because(name, error)
    except OSError as error:
        yield Skipped(name, f"it cannot be fetched ({error.strerror or type(error).__name__})")


def _read(fetched: Fetched, name: str, published: str | None) -> Iterator[Item]:
    retrieved = dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if fetched.kind == PAGE:
        stated = Appearance(name, url=fetched.address, retrieved=retrieved)
        yield WebPage(decode(fetched.content, fetched.charset), stated, published)
        return
    handle: Any = io.BufferedReader(io.BytesIO(fetched.content))
    budget = Budget(len(fetched.content))
    for item in read_handle(fetched.kind, handle, name, published, budget):
        yield _placed(item, fetched, retrieved)


def _placed(item: Item, fetched: Fetched, retrieved: str) -> Item:
    if isinstance(item, WebPage):
        url = _address(item.stated, item.markup, fetched)
        return replace(item, stated=replace(item.stated, url=url, retrieved=retrieved))
    if isinstance(item, Document):
        places = (
            replace(each, url=_address(each, item.text, fetched), retrieved=retrieved)
            for each in item.appearances
        )
        return Document(item.text, tuple(places))
    return item


def _address(stated: Appearance, content: str, fetched: Fetched) -> str:
    """Under which address an article is known: its own where that is of the same site."""
    if fetched.kind in ARTICLES:
        return fetched.address
    if stated.url and is_of_one_site(stated.url, fetched.address):
        return stated.url
    own = stated.url or stated.external_id or hashlib.sha256(content.encode()).hexdigest()[:16]
    return f"{fetched.address}#{quote(own, safe=_FRAGMENT)}"


def is_of_one_site(one: str, other: str) -> bool:
    """Whether two web addresses are of one host or one registered domain."""
    try:
        hosts = {Address.parse(each).host for each in (one, other)}
    except InputError:
        return False
    sites = {get_fld(each, fail_silently=True, search_private=True) for each in (one, other)}
    return len(hosts) == 1 or (len(sites) == 1 and None not in sites)
