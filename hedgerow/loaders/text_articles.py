"""Articles that are a file of their own: plain text, Markdown, a web page."""

from collections.abc import Iterator

from hedgerow.errors import InputError
from hedgerow.graph.records import Appearance
from hedgerow.loaders.compose import compose
from hedgerow.loaders.dates import to_edtf
from hedgerow.loaders.front import markdown_text, split_front_matter
from hedgerow.loaders.handling import stated_mark
from hedgerow.loaders.records import Item, WebPage


def read_text(text: str, name: str, published: str | None) -> Iterator[Item]:
    """A plain text article."""
    yield compose(text, Appearance(name), published=published)


def read_markdown(text: str, name: str, published: str | None) -> Iterator[Item]:
    """A Markdown article with or without front matter."""
    fields, body = split_front_matter(text)
    stated = Appearance(
        name,
        url=fields.get("url"),
        title=fields.get("title"),
        publisher=fields.get("publisher"),
        published=_stated_date(fields.get("published") or fields.get("date")),
        language=fields.get("language") or fields.get("lang"),
        external_id=fields.get("id"),
        handling=stated_mark(fields.get("handling")),
    )
    yield compose(markdown_text(body), stated, published=published)


def read_html(text: str, name: str, published: str | None) -> Iterator[Item]:
    """A web page."""
    yield WebPage(text, Appearance(name), published)


def _stated_date(value: str | None) -> str | None:
    try:
        return to_edtf(value) if value else None
    except ValueError as error:
        raise InputError(f"in its front matter, {error}") from None
