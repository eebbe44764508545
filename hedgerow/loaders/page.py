"""Web pages to articles: main text by trafilatura, menus and layout tables undone first."""

import logging
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lxml.etree import ParserError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from hedgerow.errors import InputError
from hedgerow.graph.records import Appearance
from hedgerow.loaders.page_metadata import page_published, page_publisher
from hedgerow.loaders.text import normalise

# What cannot be read is reported by us; without a handler, loggers write to the terminal.
for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).addHandler(logging.NullHandler())

MAX_ELEMENTS = 20_000
MAX_ATTRIBUTES = 5_000
"""In one tag; the parser's time grows with their square."""
MIN_LINKS = 3
LINK_SHARE = 0.6
PROSE_CELL = 300
_BLOCKS = frozenset({"ul", "ol", "nav", "aside", "td", "div", "p"})
_PARSER = HTMLParser(encoding="utf-8")
_NO_SEARCH = {"extensive_search": False, "original_date": True}
_TABLE = ("table", "tbody", "tr", "td", "th")


@dataclass(frozen=True, slots=True)
class Page:
    """The article of a page and what the page states about it; `published` is an EDTF string."""

    text: str
    title: str | None
    url: str | None
    publisher: str | None
    published: str | None

    def stated(self, known: Appearance) -> Appearance:
        """What is known of the article from elsewhere, completed by what its page states."""
        return replace(
            known,
            url=known.url or self.url,
            title=known.title or self.title,
            publisher=known.publisher or self.publisher,
            published=known.published or self.published,
        )


@dataclass(slots=True)
class _Weight:
    """The letters in an element, those of them in links, and the number of links."""

    letters: int = 0
    linked: int = 0
    links: int = 0


def read_page(html: str) -> Page:
    """The article in a page, however malformed.

    Raises:
        InputError: the page has no article text, or more elements or attributes than an article.
    """
    import trafilatura  # noqa: PLC0415  slow to import, and most sources are no pages

    tags = (part.partition(">")[0] for part in html.split("<"))
    if any(tag.count("=") > MAX_ATTRIBUTES for tag in tags):
        raise InputError("a tag has thousands of attributes; save the article itself as .txt")
    tree = _parse(html)
    if tree is None:
        raise InputError("no article text was found in the page; save the article itself as .txt")
    if sum(1 for _ in tree.iter()) > MAX_ELEMENTS:
        raise InputError("the page is too large for one article; save the article itself as .txt")
    stated = trafilatura.extract_metadata(tree, date_config=_NO_SEARCH)
    published, publisher = page_published(tree, stated.url), page_publisher(tree)
    text = _main_text(tree)
    return Page(text, stated.title, stated.url, publisher or stated.sitename, published)


def _parse(html: str) -> HtmlElement | None:
    try:
        return document_fromstring(normalise(html).encode(), parser=_PARSER)
    except ParserError:
        return None


def _main_text(tree: HtmlElement) -> str:
    import trafilatura  # noqa: PLC0415

    _undo_layout_tables(tree)
    _drop_menus(tree)
    text = trafilatura.extract(tree, include_comments=False, include_tables=False)
    text = text or trafilatura.html2txt(tree)
    if not text.strip():
        raise InputError("no article text was found in the page; save the article itself as .txt")
    return "\n\n".join(line for line in text.split("\n") if line.strip())


def _undo_layout_tables(tree: HtmlElement) -> None:
    """Turn tables that hold prose into plain blocks; what is left are tables of figures."""
    for table in list(tree.iter("table")):
        if any(len(cell.text_content()) > PROSE_CELL for cell in table.iter("td")):
            for element in table.iter(*_TABLE):
                element.tag = "div"


def _drop_menus(tree: HtmlElement) -> None:
    """Drop blocks that consist of links: menus, most-read lists, other headlines."""
    elements = list(tree.iter())
    weights = _weigh(elements)
    for element in elements:
        weight = weights[element]
        is_menu = weight.links >= MIN_LINKS and weight.linked >= LINK_SHARE * weight.letters
        if is_menu and element.tag in _BLOCKS and element.getparent() is not None:
            element.drop_tree()


def _weigh(elements: Sequence[HtmlElement]) -> Mapping[HtmlElement, _Weight]:
    """The weight of every element of a tree, given in document order; children add to parents."""
    weights: defaultdict[HtmlElement, _Weight] = defaultdict(_Weight)
    for element in reversed(elements):
        weight = weights[element]
        weight.letters += _letters(element.text) if isinstance(element.tag, str) else 0
        if element.tag == "a":
            weight.links, weight.linked = weight.links + 1, weight.letters
        if (parent := element.getparent()) is not None:
            weights[parent].links += weight.links
            weights[parent].linked += weight.linked
            weights[parent].letters += weight.letters + _letters(element.tail)
    return weights


def _letters(text: str | None) -> int:
    return len("".join(text.split())) if text else 0
