import pytest

from tests.loaders.articles.made import DAY, LINK, OTHER, TEXT, atom, item, page, rss
from tests.loaders.articles.reading import one, read, reason, skipped, texts


def test_an_entry_keeps_what_the_feed_says_of_it() -> None:
    (appearance,) = one("a.rss", rss().encode()).appearances
    assert (appearance.url, appearance.title) == (LINK, "Ministers meet in Lima")
    assert (appearance.publisher, appearance.published) == ("The Lima Post", DAY)
    assert (appearance.language, appearance.external_id) == ("en", "17")
    assert appearance.source == "a.rss, entry 1"


def test_atom_entries_without_a_publication_date_go_by_their_last_change() -> None:
    assert one("a.atom", atom().encode()).published == DAY


def test_the_full_content_beats_the_summary() -> None:
    full = f"<p>{TEXT}</p><p>{OTHER}</p>"
    assert one("a.rss", rss(item("A teaser.", full)).encode()).text == f"{TEXT}\n\n{OTHER}"
    assert one("a.rss", rss(item(TEXT)).encode()).text == TEXT


def test_markup_entities_and_faults_of_feeds_are_read() -> None:
    loose = rss(
        item(page(TEXT.replace("Peru and", "Peru&nbsp;and")), title="Fish & chips &eacute;")
    )
    document = one("a.xml", loose.encode())
    assert (document.text, document.title) == (TEXT, "Fish & chips é")


def test_a_bad_entry_does_not_stop_the_others() -> None:
    data = rss(item(""), item(TEXT), item("…")).encode()
    assert texts("a.rss", data) == [TEXT]
    assert [told.split(":")[0] for told in skipped("a.rss", data)] == [
        "a.rss, entry 1",
        "a.rss, entry 3",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
def test_entities_of_a_feeds_own_are_refused_in_any_encoding(encoding: str) -> None:
    defined = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
    bomb = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{defined}]>{rss()[38:]}'
    assert "defines entities" in reason("a.rss", bomb.replace(TEXT, "&l8;").encode(encoding))


def test_nothing_outside_the_feed_is_read() -> None:
    outside = '<!DOCTYPE rss SYSTEM "file:///etc/passwd">' + rss(item()).partition("?>")[2]
    assert one("a.rss", outside.replace("Monday", "&xxe;").encode()).text.count("root:") == 0


@pytest.mark.parametrize(
    "pattern", ["<a>", "<a ", "<a b='", "<![CDATA[", "<!--", "&nbsp;", "<item>"]
)
def test_malformed_feeds_take_no_time(pattern: str) -> None:
    start = '<rss version="2.0"><channel>'
    assert read("a.rss", (start + item() + pattern * (100_000 // len(pattern))).encode())


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"<urlset></urlset>", "it is no RSS or Atom feed"), (b"", "it is empty"),
     (b"<rss><channel></channel></rss>", "there are no entries in this feed"),
     (rss().encode() + b" " * 9 + b"x" * 6_000_000, "more than 5 MB")],
)  # fmt: skip
def test_what_is_no_feed_is_one_sentence(data: bytes, said: str) -> None:
    assert said in reason("a.xml", data)
