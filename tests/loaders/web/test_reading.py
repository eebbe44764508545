"""From addresses to articles, each known by where it was found, not by what it says of itself."""

import json
from pathlib import Path

from hedgerow.graph.records import Document
from hedgerow.loaders.records import Item, Skipped, WebPage
from hedgerow.loaders.sources import Sources
from hedgerow.loaders.web.reading import is_of_one_site
from tests.loaders.web.servers import (
    ARTICLE,
    PAGE,
    PRIVATE,
    SENTENCE,
    Site,
    World,
    page,
    redirect,
    serving,
)

HOME = "http://news.example"
OTHER = "https://outlet.example/story"
SPOOFED = f"""<html><head><link rel="canonical" href="{OTHER}"><meta property="og:url"
content="{OTHER}"><script type="application/ld+json">{{"@type": "NewsArticle", "url": "{OTHER}"}}
</script></head><body><article><p>{SENTENCE * 3}</p></article></body></html>"""


def read(site: Site, *paths: str, published: str | None = None) -> list[Item]:
    with serving(site) as server:
        addresses = [f"{HOME}{path}" for path in paths]
        return list(Sources(addresses, published=published, fetcher=World(server).fetcher()))


def urls(site: Site) -> list[str | None]:
    found = read(site, "/")
    return [item.appearances[0].url for item in found if isinstance(item, Document)]


def test_a_page_is_known_by_where_it_was_found_in_the_end() -> None:
    (found,) = read({"/": redirect("/b?c=d"), "/b?c=d": page()}, "/", published="2024-03-04")
    assert isinstance(found, Document)
    (place,) = found.appearances
    assert (place.source, place.url) == (f"{HOME}/", f"{HOME}/b?c=d")
    assert (place.title, place.published) == ("Pact", "2024-03-04")
    assert place.retrieved is not None and place.retrieved.endswith("Z")


def test_a_page_that_says_it_is_another_outlets_is_not_believed() -> None:
    assert urls({"/": page(SPOOFED.encode())}) == [f"{HOME}/"]


def test_a_feed_entry_that_links_to_another_site_is_not_taken_for_its_text() -> None:
    feed = f"""<rss><channel><title>F</title>
    <item><link>{HOME}/1</link><description>{SENTENCE}</description></item>
    <item><link>{OTHER}?a=1#b</link><description>{SENTENCE} It was.</description></item>
    <item><guid>tag 7</guid><description>{SENTENCE} It is.</description></item>
    <item><link>javascript:a</link><description>{SENTENCE} It will.</description></item>
    <item><description>&lt;p&gt;{SENTENCE} It may. &lt;link rel=canonical href={OTHER}&gt;
    </description></item></channel></rss>"""
    found = urls({"/": page(feed.encode(), "application/rss+xml")})
    assert found[:4] == [
        f"{HOME}/1",
        f"{HOME}/#{OTHER}?a=1%23b",
        f"{HOME}/#tag%207",
        f"{HOME}/#javascript:a",
    ]
    assert found[4] is not None and found[4].startswith(f"{HOME}/#")


def test_articles_in_json_are_of_the_site_they_come_from() -> None:
    articles = [{"text": SENTENCE, "url": OTHER}, {"html": SPOOFED, "url": f"{HOME}/own"}]
    content = json.dumps(articles).encode()
    assert urls({"/": page(content, "application/json")}) == [f"{HOME}/#{OTHER}", f"{HOME}/own"]


def test_sites_are_told_apart_by_their_registered_domain() -> None:
    assert is_of_one_site("https://feeds.bbc.co.uk/a", "http://www.bbc.co.uk/b")
    assert not is_of_one_site("https://a.co.uk/", "https://b.co.uk/")
    assert not is_of_one_site("https://one.github.io/", "https://two.github.io/")
    assert not is_of_one_site("https://bbc.co.uk.evil.com/", "https://bbc.co.uk/")
    assert not is_of_one_site("javascript:alert(1)", "https://bbc.co.uk/")


def test_a_page_in_an_encoding_that_its_server_states_is_read() -> None:
    text = ARTICLE.format("Đại sứ quán Việt Nam " * 20)
    site = {"/": page(text.encode("utf-16-le"), "text/html; charset=utf-16-le")}
    (found,) = read(site, "/")
    assert isinstance(found, Document)
    assert "Đại sứ" in found.text


def test_nothing_that_a_page_links_to_is_fetched() -> None:
    links = '<img src="/i.png"><script src="/s.js"></script><iframe src="/f"></iframe>'
    meta = '<meta http-equiv="refresh" content="0; url=/r"><link rel="stylesheet" href="/c.css">'
    with serving({"/": page(PAGE.replace(b"<p>", f"{links}{meta}<p>".encode()))}) as server:
        assert list(Sources([f"{HOME}/"], fetcher=World(server).fetcher()))
        assert server.paths == ["/"]


def test_what_cannot_be_fetched_is_skipped_with_its_reason_and_the_rest_is_read() -> None:
    found = read({"/": page(), "/c": page(b"", "text/plain")}, "/gone", "/c", "/")
    assert [type(item) for item in found] == [Skipped, Skipped, Document]
    assert [str(item) for item in found[:2]] == [
        f"{HOME}/gone: there is no such page; check the address",
        f"{HOME}/c: it is empty; give a file that holds an article",
    ]


def test_a_page_goes_to_the_cleaners_as_it_is() -> None:
    with serving({"/": page()}) as server:
        sources = Sources([f"{HOME}/"], fetcher=World(server).fetcher())
        kinds = [type(item).__name__ for item in sources.with_ends()]
    assert kinds == [WebPage.__name__, "Finished"]


def test_passwords_in_addresses_are_not_told() -> None:
    (skipped,) = Sources(["http://me:secret@intranet.example/"], fetcher=World(None).fetcher())
    assert "secret" not in str(skipped)


def test_an_address_named_twice_is_asked_for_once(tmp_path: Path) -> None:
    with serving({"/": page()}) as server:
        world = World(server, {"inside.example": [[PRIVATE]]})
        named = [f"{HOME}/", "http://inside.example/"]
        found = list(Sources(named, addresses=named, fetcher=world.fetcher()))
        assert [type(item) for item in found] == [Document, Skipped]
        assert server.paths == ["/"]
