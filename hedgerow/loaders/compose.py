"""One way from any source's raw text to a document."""

from dataclasses import replace

from hedgerow.errors import InputError
from hedgerow.graph.records import Appearance, Document
from hedgerow.loaders.articles.guard import parsing
from hedgerow.loaders.boilerplate import without_boilerplate
from hedgerow.loaders.failures import reported
from hedgerow.loaders.language import language_of
from hedgerow.loaders.limits import check_length
from hedgerow.loaders.page import read_page
from hedgerow.loaders.publication import find_dateline, headline, take_header
from hedgerow.loaders.text import normalise, printable, unwrap
from hedgerow.loaders.web.names import without_user


def compose(raw: str, stated: Appearance, *, published: str | None = None) -> Document:
    """The document of a raw text, with what its source states about it.

    Cutting happens before storing, so the stored text is what quotes and offsets refer to. The
    publication date is the source's own, else the one in a header, else the dateline's where it has
    a year, else `published` (the caller's), else None.

    Raises:
        InputError: the text is empty or longer than an article can be.
    """
    with reported():
        return _composed(raw, stated, published)


def _composed(raw: str, stated: Appearance, published: str | None) -> Document:
    text, header = take_header(without_boilerplate(unwrap(normalise(check_length(raw)))))
    if not any(char.isalnum() for char in text):
        raise InputError("there is no article text in it; give a file that holds an article")
    dateline = find_dateline(text)
    appearance = replace(
        stated,
        source=printable(without_user(stated.source)),
        url=stated.url and without_user(stated.url),
        title=stated.title or headline(text),
        published=stated.published or header or (dateline and dateline.date) or published,
        language=language_of(text, stated.language),
    )
    return Document(text, (appearance,))


def compose_page(markup: str, stated: Appearance, *, published: str | None = None) -> Document:
    """The document of a web page; what its source states beats what the page does.

    Raises:
        InputError: there is no article in it.
    """
    with parsing("page"):
        page = read_page(markup)
        return compose(page.text, page.stated(stated), published=published)
