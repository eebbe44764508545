import time

import pytest

from hedgerow.errors import InputError
from hedgerow.graph.records import Appearance
from hedgerow.loaders.page import Page, read_page

PARAGRAPHS = (
    "LIMA, March 7 - Peru and Norway raised their relations to a strategic partnership on Thursday,"
    " the two prime ministers said after talks in the capital.",
    "The deal covers fisheries, climate and education, officials said. It is the first one.",
    "Analysts said that the move had been expected for months and changes little for Chile.",
)
MENU = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("Home", "World", "Business"))
MOST_READ = (
    "<h3>Most read</h3><ul><li><a href=1>Bolivia buys missiles from Brazil</a></li>"
    "<li><a href=2>Chile sanctions a shipyard</a></li>"
    "<li><a href=3>Sweden leaves pact</a></li></ul>"
)
HEAD = (
    "<title>Peru and Norway raise ties | The Post</title>"
    '<meta property="og:title" content="Peru and Norway raise ties">'
    '<meta property="og:site_name" content="the Post">'
    '<link rel="canonical" href="https://example.org/a/1">'
)


def page(head: str = HEAD, aside: str = "", body: str = "") -> Page:
    text = body or "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return read_page(
        f"<!doctype html><html><head>{head}</head><body><nav><ul>{MENU}</ul></nav>"
        f"<main><article><h1>Peru and Norway raise ties</h1>{text}</article></main>"
        f"<div class=sidebar>{aside}{MOST_READ}</div><footer>(c) 2031 The Post</footer></body>"
    )


def test_the_article_is_kept_and_the_sidebar_is_not() -> None:
    result = page()
    assert all(paragraph in result.text for paragraph in PARAGRAPHS)
    assert not any(word in result.text for word in ("Bolivia", "Sweden", "Business", "2031"))


def test_title_address_and_publisher_are_read() -> None:
    result = page()
    assert (result.title, result.url) == ("Peru and Norway raise ties", "https://example.org/a/1")
    assert result.publisher == "the Post"


def test_prose_in_a_layout_table_is_an_article_and_the_menu_beside_it_is_not() -> None:
    prose = "<br><br>".join(PARAGRAPHS)
    result = read_page(
        f"<html><body><table><tr><td><ul>{MENU}</ul>{MOST_READ}</td><td>{prose}</td></tr></table>"
    )
    assert all(paragraph in result.text for paragraph in PARAGRAPHS)
    assert "Bolivia" not in result.text


@pytest.mark.parametrize(
    ("head", "published"),
    [('<meta property="article:published_time" content="2024-03-07T23:30:00-05:00">', "2024-03-07"),
     ('<meta name="date" content="2024-05">', "2024-05"),
     ('<meta itemprop="datePublished" content="2024">', "2024"),
     ('<script type="application/ld+json">{"@graph": [{"@type": ["NewsArticle"],'
      ' "datePublished": "2024-03-07"}]}</script>', "2024-03-07"),
     ('<link rel="canonical" href="https://example.org/2022/03/04/ties">', "2022-03-04"),
     ('<meta property="article:modified_time" content="2024-05-01">', None),
     ('<script type="application/ld+json">{"@type": {"broken"</script>', None),
     ("", None)],
)  # fmt: skip
def test_only_a_stated_publication_date_counts(head: str, published: str | None) -> None:
    assert page(head=head).published == published


@pytest.mark.parametrize(
    "aside",
    ['<time datetime="2019-01-02">2 Jan</time>', "<p>Today is 22 November 2026</p>",
     '<article><time datetime="2019-01-02">x</time><a href=1>Other story</a></article>'],
)  # fmt: skip
def test_other_dates_on_the_page_do_not_date_the_article(aside: str) -> None:
    assert page(aside=aside).published is None


def test_the_time_inside_the_article_dates_it() -> None:
    body = '<time datetime="2021-05-06T08:00">May 6</time>' + f"<p>{PARAGRAPHS[0]}</p>" * 3
    assert page(body=body).published == "2021-05-06"


@pytest.mark.parametrize(
    "html",
    [f"<p>unclosed <b>{PARAGRAPHS[0]}<div><p>He said < that & it &bogus;",
     f"<html><body><p>{PARAGRAPHS[0]}</html></html>", f"<table><tr><td>{PARAGRAPHS[0]}",
     f"\x00\x01<html>\x0b<body foo='><p>{PARAGRAPHS[0]}</p>'", PARAGRAPHS[0]],
)  # fmt: skip
def test_malformed_pages_are_read_or_refused_in_one_sentence(html: str) -> None:
    try:
        assert "Peru and Norway" in read_page(html).text
    except InputError as error:
        assert "save the article itself" in str(error)


@pytest.mark.parametrize("html", ["<html></html>", "", "<div>" * 100_000, "<p>" * 30_000])
def test_pages_without_an_article_are_refused(html: str) -> None:
    with pytest.raises(InputError, match="save the article itself as"):
        read_page(html)


def test_deeply_nested_links_take_linear_time() -> None:
    started = time.process_time()
    html = "<html><body>" + "<div>" * 200 + "<a href=1>one</a> " * 15_000
    with pytest.raises(InputError):
        read_page(html)
    assert time.process_time() - started < 5


def test_what_is_known_from_elsewhere_beats_the_page() -> None:
    stated = page().stated(Appearance("a.json", title="Other", publisher="Wire"))
    assert (stated.title, stated.publisher) == ("Other", "Wire")
    assert stated.url == "https://example.org/a/1"


def test_a_tag_with_thousands_of_attributes_is_refused_at_once() -> None:
    attributes = " ".join(f"a{number}=1" for number in range(100_000))
    started = time.monotonic()
    with pytest.raises(InputError, match="attributes"):
        read_page(f"<p {attributes}>{PARAGRAPHS[0]}</p>")
    assert time.monotonic() - started < 5


def test_a_long_script_is_no_reason_to_refuse_a_page() -> None:
    script = "<script>" + "a=b;" * 20_000 + "</script>"
    assert PARAGRAPHS[0] in read_page(f"{script}<article><p>{PARAGRAPHS[0]}</p></article>").text
