"""What a web page states about its article: when it was published, and by whom.

Dates are read from what is marked up as such, never guessed from the page: a date finder
fills a missing day with today's, and takes the dates of other stories on the page for its own.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import yaml
from lxml.html import HtmlElement
from pydantic import BaseModel

from hedgerow.loaders.dates import to_edtf

_URL_DATE = re.compile(r"/(\d{4})/(\d{2})/(\d{2})(?=[/-]|$)")
_MARKED = "//time[@pubdate or contains(@itemprop, 'datePublished')]/@datetime"
_ONLY_ARTICLE = "//article[count(//article) = 1]//time[not(ancestor::aside)]/@datetime"


class _Names(BaseModel):
    date_names: tuple[str, ...]
    publisher_names: tuple[str, ...]
    article_types: frozenset[str]


@cache
def _names() -> _Names:
    source = files("hedgerow.loaders") / "data" / "page.yaml"
    return _Names.model_validate(yaml.safe_load(source.read_text(encoding="utf-8")))


def page_published(tree: HtmlElement, url: str | None) -> str | None:
    """The EDTF date of publication: JSON-LD, then named metadata, marked times, the address."""
    return next((date for value in _stated(tree, url) if (date := _edtf(value))), None)


def page_publisher(tree: HtmlElement) -> str | None:
    """The publisher's name, spelled as the page spells it."""
    named = _named(tree)
    return next((named[name] for name in _names().publisher_names if named.get(name)), None)


def _stated(tree: HtmlElement, url: str | None) -> Iterator[object]:
    yield from (article.get("datePublished") for article in _json_articles(tree))
    named = _named(tree)
    yield from (named.get(name) for name in _names().date_names)
    yield from tree.xpath(_MARKED)
    yield from tree.xpath(_ONLY_ARTICLE)[:1]
    if match := _URL_DATE.search(url or ""):
        yield "-".join(match.groups())


def _edtf(value: object) -> str | None:
    try:
        return to_edtf(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _named(tree: HtmlElement) -> dict[str, str]:
    """The page's metadata by lower-case name; where a name is repeated, the first counts."""
    found: dict[str, str] = {}
    for element in tree.xpath("//meta[@content]"):
        for key in ("property", "name", "itemprop"):
            if name := element.get(key):
                found.setdefault(name.lower(), element.get("content"))
    return found


def _json_articles(tree: HtmlElement) -> Iterator[dict[str, object]]:
    """The JSON-LD objects that describe an article."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            data = json.loads(script)
        except (ValueError, RecursionError):
            continue
        for item in _objects(data):
            stated = item.get("@type")
            types = stated if isinstance(stated, list) else [stated]
            if any(isinstance(name, str) and name in _names().article_types for name in types):
                yield item


def _objects(data: object) -> Iterator[dict[str, object]]:
    """The top-level objects of a JSON-LD script: one, a list, or those of its graph."""
    if isinstance(data, dict):
        yield data
        data = data.get("@graph")
    if isinstance(data, list):
        yield from (item for item in data if isinstance(item, dict))
