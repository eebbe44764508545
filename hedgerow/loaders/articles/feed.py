"""RSS and Atom feeds: one article an entry, its full content or else its summary."""

import html
import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from hedgerow.errors import InputError
from hedgerow.graph.records import Appearance
from hedgerow.loaders.articles.guard import parsing
from hedgerow.loaders.compose import compose
from hedgerow.loaders.dates import to_edtf
from hedgerow.loaders.limits import MEGABYTE
from hedgerow.loaders.records import Item, Skipped, WebPage
from hedgerow.loaders.text import normalise, one_line

MAX_CHARACTERS = 5 * MEGABYTE
_START = re.compile(r"<(?:rss|feed|rdf:RDF|atom:feed)[\s>]", re.IGNORECASE)
_ROOT = re.compile(r"<[^\W\d][^<>]*>")
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_DEFINITIONS = re.compile(
    r"<!(?:ENTITY|ATTLIST|ELEMENT|NOTATION)|<!DOCTYPE[^<>\[]*\[", re.IGNORECASE
)
_AMPERSAND = re.compile(
    r"(?P<cdata><!\[CDATA\[.*?(?:\]\]>|\Z))"
    r"|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)(?:[a-z][a-z\d]{1,30};)?",
    re.IGNORECASE | re.DOTALL,
)
"""Where HTML's names for characters, or ampersands alone, stand in XML."""
_TAG = re.compile(r"<[A-Za-z/!][^<>]*>")
_AS_UTF_8 = {"content-type": "application/xml; charset=utf-8"}

Entry = Mapping[str, Any]


def is_feed(start: str) -> bool:
    """Whether the first element of what starts so is that of a feed."""
    root = _ROOT.search(start)
    return root is not None and _START.match(root[0]) is not None


def read_feed(text: str, name: str, published: str | None) -> Iterator[Item]:
    """The entries of a feed.

    Raises:
        InputError: it is no feed, or has no entries.
    """
    import feedparser  # type: ignore[import-untyped]  # noqa: PLC0415  takes a while

    if not is_feed(text):
        raise InputError("it is no RSS or Atom feed; save its articles as .html or .txt")
    with parsing("feed"):
        feed = feedparser.parse(
            io.BytesIO(_defused(text)),
            response_headers=_AS_UTF_8,
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    if not feed.entries:
        raise InputError("there are no entries in this feed; give another")
    for number, entry in enumerate(feed.entries, start=1):
        where = f"{name}, entry {number}"
        try:
            with parsing("entry of a feed"):
                item = _article(entry, feed.feed, where, published)
            yield item
        except InputError as error:
            yield Skipped(where, str(error))


def _defused(text: str) -> bytes:
    """The feed as well-formed XML that defines nothing, so that nothing in it can multiply."""
    if len(text) > MAX_CHARACTERS:
        raise InputError(f"a feed of more than {MAX_CHARACTERS // MEGABYTE} MB is not read; cut it")
    if _DEFINITIONS.search(text):
        raise InputError("it defines entities of its own, which no feed needs; remove them")
    plain = _AMPERSAND.sub(_mended, normalise(text))
    declared = _DECLARATION.match(plain)
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, encoding="utf-8"
    )
    with parsing("feed"):
        root = etree.fromstring(plain[declared.end() if declared else 0 :].encode(), parser)
        return bytes(etree.tostring(root, encoding="utf-8"))


def _mended(found: re.Match[str]) -> str:
    return found["cdata"] or html.escape(html.unescape(found[0]))


def _article(entry: Entry, feed: Entry, where: str, published: str | None) -> Item:
    stated = Appearance(
        where,
        url=_words(entry.get("link")),
        title=_words(html.unescape(_TAG.sub("", entry.get("title") or ""))),
        publisher=_words((entry.get("source") or {}).get("title") or feed.get("title")),
        published=_date(entry),
        language=_words(entry.get("language") or feed.get("language")),
        external_id=_words(entry.get("id")),
    )
    content = _longest(entry)
    # Feeds do not tell whether what they hold is markup.
    if _TAG.search(content):
        return WebPage(content, stated, published)
    return compose(html.unescape(content), stated, published=published)


def _longest(entry: Entry) -> str:
    contents = [each.get("value") or "" for each in entry.get("content") or ()]
    return max([*contents, entry.get("summary") or ""], key=len)


def _words(value: object) -> str | None:
    return one_line(value) or None if isinstance(value, str) else None


def _date(entry: Entry) -> str | None:
    """When the entry was published, else last changed: most such feeds mean the same by it."""
    for field in ("published", "updated"):
        try:
            return to_edtf(entry[field])
        except (KeyError, ValueError, TypeError):
            continue
    return None
