"""Mail: its plain text, else its HTML."""

import io
from collections.abc import Iterator, Sequence
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import EmailPolicy
from email.utils import parseaddr
from typing import cast

from hedgerow.errors import InputError
from hedgerow.graph.records import Appearance
from hedgerow.loaders.articles.guard import parsing
from hedgerow.loaders.compose import compose
from hedgerow.loaders.dates import to_edtf
from hedgerow.loaders.encoding import decode
from hedgerow.loaders.limits import read_bounded
from hedgerow.loaders.records import Item, WebPage
from hedgerow.loaders.text import one_line

MAX_PARTS, MAX_LINES = 200, 2000
"""Multiparts in a mail, and lines that may separate their parts."""
MAX_HEADER = 1000
"""Characters of one header; the parser's time grows with their square."""
_PREFERRED = ("plain", "html")


class _Bounded(EmailPolicy):
    """How mails are read: what is too long in a header is cut off."""

    def header_source_parse(self, sourcelines: Sequence[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(list(sourcelines))
        return name, value[:MAX_HEADER]


def read_email(handle: io.BufferedReader, name: str, published: str | None) -> Iterator[Item]:
    """The article that a mail carries.

    Raises:
        InputError: it is no mail, or there is no text in it.
    """
    data = read_bounded(handle)
    if data.count(b"\n--") > MAX_LINES or data.lower().count(b"boundary") > MAX_PARTS:
        raise InputError("it has more parts than any mail; save the article itself as .txt")
    with parsing("mail"):
        message = BytesParser(EmailMessage, policy=_Bounded()).parsebytes(data)
        yield _article(cast("EmailMessage", message), name, published)


def _article(message: EmailMessage, name: str, published: str | None) -> Item:
    stated = Appearance(
        name,
        title=_header(message, "subject"),
        publisher=_domain(message),
        published=_date(message),
        external_id=_header(message, "message-id"),
    )
    body = message.get_body(_PREFERRED)
    if not isinstance(body, EmailMessage):
        raise InputError("there is no text in this mail; save the article itself as .txt")
    content = body.get_payload(decode=True)
    text = decode(content if isinstance(content, bytes) else b"", body.get_content_charset())
    if body.get_content_subtype() == "html":
        return WebPage(text, stated, published)
    return compose(text, stated, published=published)


def _header(message: EmailMessage, name: str) -> str | None:
    value = message.get(name)
    return one_line(str(value)) or None if value else None


def _domain(message: EmailMessage) -> str | None:
    """The domain that sent it: who wrote it may be a private person."""
    _, at, domain = parseaddr(_header(message, "from") or "")[1].rpartition("@")
    return domain.lower() if at and domain else None


def _date(message: EmailMessage) -> str | None:
    try:
        return to_edtf(_header(message, "date") or "")
    except ValueError:
        return None
